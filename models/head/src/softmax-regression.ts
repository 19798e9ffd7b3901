import { seededRandom, shuffle } from './random.js';
import type { SparseRows } from './sparse-rows.js';

/** Value of the constant feature whose weights are the biases; below 1 the biases are regularised more than the rest. */
const BIAS_VALUE = 0.3;
/** Log-loss is 1/2-smooth, so its conjugate is 2-strongly convex. */
const CONJUGATE_CONVEXITY = 2;

export interface SoftmaxProblem {
  rows: SparseRows;
  labels: Int32Array;
  classes: number;
  features: number;
  /** Weight of each class in the loss. */
  classWeights: Float32Array;
}

export interface SoftmaxFit { strength: number; weights: Float32Array; bias: Float32Array; duals: Float32Array; epochs: number; gap: number }

export interface SoftmaxOptions {
  strength: number;
  maxEpochs: number;
  tolerance: number;
  seed: number;
  /** Start from an earlier fit of the same problem, whatever its strength. */
  warm?: SoftmaxFit | undefined;
  onEpoch?: (epoch: number, loss: number) => void;
}

/**
 * Multinomial logistic regression, min ½‖W‖² + C Σ c_i · logloss_i, by proximal stochastic dual coordinate ascent
 * (Shalev-Shwartz & Zhang 2014): no step size to tune, and the duality gap says when to stop. The dual of example i is a
 * distribution q_i over the classes, and W = C Σ c_i x_i (e_y − q_i)ᵀ always.
 */
export function fitSoftmax(problem: SoftmaxProblem, options: SoftmaxOptions): SoftmaxFit {
  const { rows, labels, classes, features, classWeights } = problem;
  const count = labels.length;
  const { duals, weights } = startingPoint(problem, options);
  const biasAt = features * classes;
  const scores = new Float64Array(classes);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = seededRandom(options.seed);
  let epoch = 0;
  let relativeGap = Infinity;
  while (epoch < options.maxEpochs && relativeGap > options.tolerance) {
    epoch++;
    shuffle(order, random);
    let loss = 0;
    let gap = 0;
    for (const i of order) {
      const [from, to] = [rows.start[i]!, rows.start[i + 1]!];
      let squares = BIAS_VALUE * BIAS_VALUE;
      for (let c = 0; c < classes; c++) scores[c] = BIAS_VALUE * weights[biasAt + c]!;
      for (let at = from; at < to; at++) {
        const value = rows.values[at]!;
        const base = rows.indices[at]! * classes;
        squares += value * value;
        for (let c = 0; c < classes; c++) scores[c]! += value * weights[base + c]!;
      }
      const label = labels[i]!;
      const importance = classWeights[label]!;
      loss += importance * (logSumExp(scores) - scores[label]!);
      const step = dualStep(scores, duals, i * classes, options.strength * importance * squares);
      gap += importance * step.divergence;
      if (step.size === 0) continue;
      const factor = options.strength * importance * step.size;
      for (let c = 0; c < classes; c++) weights[biasAt + c]! -= factor * BIAS_VALUE * scores[c]!;
      for (let at = from; at < to; at++) {
        const base = rows.indices[at]! * classes;
        const scaled = factor * rows.values[at]!;
        for (let c = 0; c < classes; c++) weights[base + c]! -= scaled * scores[c]!;
      }
    }
    relativeGap = gap / Math.max(loss, 1e-9 * count);
    options.onEpoch?.(epoch, loss / count);
  }
  const bias = weights.slice(biasAt).map((weight) => weight * BIAS_VALUE);
  return { strength: options.strength, weights, bias, duals, epochs: epoch, gap: relativeGap };
}

/**
 * Moves the dual distribution towards p = softmax(scores) and leaves p − q (before the move) in `scores`. The divergence
 * KL(q‖p) is this example's part of the duality gap.
 */
function dualStep(scores: Float64Array, duals: Float32Array, at: number, curvature: number): { size: number; divergence: number } {
  const total = logSumExp(scores);
  let divergence = 0;
  let distance = 0;
  for (let c = 0; c < scores.length; c++) {
    const q = duals[at + c]!;
    if (q > 0) divergence += q * (Math.log(q) - scores[c]! + total);
    const difference = Math.exp(scores[c]! - total) - q;
    distance += difference * difference;
    scores[c] = difference;
  }
  if (distance < 1e-12) return { size: 0, divergence: 0 };
  const size = Math.min(1, (Math.max(0, divergence) + (CONJUGATE_CONVEXITY / 2) * distance) / (distance * (CONJUGATE_CONVEXITY + curvature)));
  for (let c = 0; c < scores.length; c++) duals[at + c] = Math.max(0, duals[at + c]! + size * scores[c]!);
  return { size, divergence };
}

function startingPoint({ labels, classes, features }: SoftmaxProblem, { warm, strength }: SoftmaxOptions): { duals: Float32Array; weights: Float32Array } {
  if (warm) {
    const ratio = strength / warm.strength;
    return { duals: warm.duals.slice(), weights: warm.weights.map((weight) => weight * ratio) };
  }
  const duals = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => (duals[i * classes + label] = 1));
  return { duals, weights: new Float32Array((features + 1) * classes) };
}

/** ln Σ exp, without overflow. */
export function logSumExp(scores: ArrayLike<number>): number {
  let max = -Infinity;
  for (let c = 0; c < scores.length; c++) if (scores[c]! > max) max = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += Math.exp(scores[c]! - max);
  return max + Math.log(sum);
}

/** Logits of every row, row-major. */
export function softmaxLogits(rows: SparseRows, fit: Pick<SoftmaxFit, 'weights' | 'bias'>): Float32Array[] {
  const classes = fit.bias.length;
  return Array.from({ length: rows.start.length - 1 }, (_, i) => {
    const logits = Float32Array.from(fit.bias);
    for (let at = rows.start[i]!; at < rows.start[i + 1]!; at++) {
      const base = rows.indices[at]! * classes;
      for (let c = 0; c < classes; c++) logits[c]! += rows.values[at]! * fit.weights[base + c]!;
    }
    return logits;
  });
}
