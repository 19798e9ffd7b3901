import { seededRandom, shuffle } from './random.js';
import type { SparseRows } from './sparse-rows.js';
import { weightTable } from './weight-kernels.js';
import type { WeightTable } from './weight-kernels.js';

/** Value of the constant feature whose weights are the biases; below 1 the biases are regularised more than the rest. */
const BIAS_VALUE = 0.3;
/** Log-loss is 1/2-smooth, so its conjugate is 2-strongly convex. */
const CONJUGATE_CONVEXITY = 2;
/** Duals nearer than this to where they began have no weight worth adding. */
const NEGLIGIBLE = 1e-6;

/** One row per text: a dense vector (of width 0 where there is none) beside sparse features. */
export interface FeatureRows { sparse: SparseRows; sparseWidth: number; dense: Float32Array; denseWidth: number }

export interface SoftmaxProblem {
  rows: FeatureRows;
  /** Class of each row. */
  labels: Int32Array;
  classes: number;
  /** Weight of each class in the loss. */
  classWeights: Float32Array;
  /** The rows to fit; all by default. */
  examples?: Int32Array;
  /** Marks classes that are left out: they get no weights and no probability. */
  hidden?: Uint8Array;
}

export interface SoftmaxFit {
  /** `sparseWidth × classes` and `denseWidth × classes`. */
  weights: Float32Array;
  denseWeights: Float32Array;
  bias: Float32Array;
  /** `rows × classes`; the class itself for rows that were not fitted. */
  duals: Float32Array;
  epochs: number;
  gap: number;
}

export interface SoftmaxOptions {
  strength: number;
  maxEpochs: number;
  tolerance: number;
  seed: number;
  /** Start from an earlier fit of the same rows, whatever its strength, examples and hidden classes. */
  warm?: SoftmaxFit | undefined;
  onEpoch?: (epoch: number, loss: number) => void;
}

/**
 * Multinomial logistic regression, min ½‖W‖² + C Σ c_i · logloss_i, by proximal stochastic dual coordinate ascent
 * (Shalev-Shwartz & Zhang 2014): no step size to tune, and the duality gap says when to stop. The dual of example i is a
 * distribution q_i over the classes, and W = C Σ c_i x_i (e_y − q_i)ᵀ always.
 */
export function fitSoftmax(problem: SoftmaxProblem, options: SoftmaxOptions): SoftmaxFit {
  const { rows, labels, classes, classWeights, hidden } = problem;
  const order = problem.examples?.slice() ?? Int32Array.from(labels.keys());
  const table = openTable(rows, classes);
  const duals = startingDuals(problem, options.warm);
  if (options.warm) addDuals(problem, options.strength, table, duals, order);
  const random = seededRandom(options.seed);
  let epoch = 0;
  let relativeGap = Infinity;
  while (epoch < options.maxEpochs && relativeGap > options.tolerance && order.length > 0) {
    epoch++;
    shuffle(order, random);
    let loss = 0;
    let gap = 0;
    for (const i of order) {
      const { entries, squares } = loadExample(table, rows, i);
      table.score(entries);
      if (hidden) for (let c = 0; c < classes; c++) if (hidden[c]) table.scores[c] = -Infinity;
      const label = labels[i]!;
      const importance = classWeights[label]!;
      loss += importance * (logSumExp(table.scores, classes) - table.scores[label]!);
      const step = dualStep(table.scores, classes, duals, i * classes, options.strength * importance * squares);
      gap += importance * step.divergence;
      if (step.size === 0) continue;
      const factor = options.strength * importance * step.size;
      for (let c = 0; c < classes; c++) table.scores[c]! *= factor;
      table.subtract(entries);
    }
    relativeGap = gap / Math.max(loss, 1e-9 * order.length);
    options.onEpoch?.(epoch, loss / order.length);
  }
  return { ...readWeights(table, rows, classes), duals, epochs: epoch, gap: relativeGap };
}

/** Rows of the table: the dense features, the constant one, the sparse features. */
function openTable({ sparse, sparseWidth, denseWidth }: FeatureRows, classes: number): WeightTable {
  let longest = 0;
  for (let i = 1; i < sparse.start.length; i++) longest = Math.max(longest, sparse.start[i]! - sparse.start[i - 1]!);
  const table = weightTable(denseWidth + 1 + sparseWidth, classes, denseWidth + 1 + longest);
  for (let d = 0; d <= denseWidth; d++) table.indices[d] = d;
  table.values[denseWidth] = BIAS_VALUE;
  return table;
}

/** Puts a row into the table's scratch. */
function loadExample({ indices, values }: WeightTable, { sparse, dense, denseWidth }: FeatureRows, i: number): { entries: number; squares: number } {
  let squares = BIAS_VALUE * BIAS_VALUE;
  for (let d = 0, from = i * denseWidth; d < denseWidth; d++) {
    const value = dense[from + d]!;
    values[d] = value;
    squares += value * value;
  }
  let entries = denseWidth + 1;
  for (let at = sparse.start[i]!; at < sparse.start[i + 1]!; at++) {
    const value = sparse.values[at]!;
    indices[entries] = denseWidth + 1 + sparse.indices[at]!;
    values[entries++] = value;
    squares += value * value;
  }
  return { entries, squares };
}

/**
 * Moves the dual distribution towards p = softmax(scores) and leaves p − q (before the move) in `scores`. The divergence
 * KL(q‖p) is this example's part of the duality gap.
 */
function dualStep(scores: Float32Array, classes: number, duals: Float32Array, at: number, curvature: number): { size: number; divergence: number } {
  const total = logSumExp(scores, classes);
  let divergence = 0;
  let distance = 0;
  for (let c = 0; c < classes; c++) {
    const q = duals[at + c]!;
    if (q > 0) divergence += q * (Math.log(q) - scores[c]! + total);
    const difference = Math.exp(scores[c]! - total) - q;
    distance += difference * difference;
    scores[c] = difference;
  }
  if (distance < 1e-12) return { size: 0, divergence: 0 };
  const size = Math.min(1, (Math.max(0, divergence) + (CONJUGATE_CONVEXITY / 2) * distance) / (distance * (CONJUGATE_CONVEXITY + curvature)));
  for (let c = 0; c < classes; c++) duals[at + c] = Math.max(0, duals[at + c]! + size * scores[c]!);
  return { size, divergence };
}

/** Without an earlier fit every example is sure of its class; mass on classes that are hidden now goes to the others. */
function startingDuals({ labels, classes, hidden, examples }: SoftmaxProblem, warm: SoftmaxFit | undefined): Float32Array {
  const duals = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => (duals[i * classes + label] = 1));
  if (!warm) return duals;
  for (const i of examples ?? labels.keys()) {
    const at = i * classes;
    let kept = 0;
    for (let c = 0; c < classes; c++) kept += duals[at + c] = hidden?.[c] ? 0 : warm.duals[at + c]!;
    if (kept > 0) for (let c = 0; c < classes; c++) duals[at + c]! /= kept;
    else duals[at + labels[i]!] = 1;
  }
  return duals;
}

function addDuals({ rows, labels, classes, classWeights }: SoftmaxProblem, strength: number, table: WeightTable, duals: Float32Array, examples: Int32Array): void {
  for (const i of examples) {
    const label = labels[i]!;
    if (duals[i * classes + label]! > 1 - NEGLIGIBLE) continue;
    const { entries } = loadExample(table, rows, i);
    const factor = strength * classWeights[label]!;
    for (let c = 0; c < classes; c++) table.scores[c] = factor * (duals[i * classes + c]! - (c === label ? 1 : 0));
    table.subtract(entries);
  }
}

function readWeights({ weights, stride }: WeightTable, { sparseWidth, denseWidth }: FeatureRows, classes: number): Pick<SoftmaxFit, 'weights' | 'denseWeights' | 'bias'> {
  const read = (from: number, rows: number): Float32Array => {
    const part = new Float32Array(rows * classes);
    for (let row = 0; row < rows; row++) part.set(weights.subarray((from + row) * stride, (from + row) * stride + classes), row * classes);
    return part;
  };
  return { denseWeights: read(0, denseWidth), bias: read(denseWidth, 1).map((weight) => weight * BIAS_VALUE), weights: read(denseWidth + 1, sparseWidth) };
}

/** ln Σ exp of the first `count` scores, without overflow. */
export function logSumExp(scores: ArrayLike<number>, count = scores.length): number {
  let max = -Infinity;
  for (let c = 0; c < count; c++) if (scores[c]! > max) max = scores[c]!;
  let sum = 0;
  for (let c = 0; c < count; c++) sum += Math.exp(scores[c]! - max);
  return max + Math.log(sum);
}

/** Logits of some rows. */
export function softmaxLogits({ sparse, dense, denseWidth }: FeatureRows, fit: Pick<SoftmaxFit, 'weights' | 'denseWeights' | 'bias'>, examples: Iterable<number>): Float32Array[] {
  const classes = fit.bias.length;
  return Array.from(examples, (i) => {
    const logits = Float64Array.from(fit.bias);
    for (let d = 0; d < denseWidth; d++) addRow(logits, dense[i * denseWidth + d]!, fit.denseWeights, d * classes);
    for (let at = sparse.start[i]!; at < sparse.start[i + 1]!; at++) addRow(logits, sparse.values[at]!, fit.weights, sparse.indices[at]! * classes);
    return Float32Array.from(logits);
  });
}

function addRow(sum: Float64Array, value: number, weights: Float32Array, base: number): void {
  for (let c = 0; c < sum.length; c++) sum[c]! += value * weights[base + c]!;
}
