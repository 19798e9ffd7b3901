import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.js';
import { fitSoftmax, logSumExp, softmaxLogits } from './softmax-regression.js';
import type { FeatureRows, SoftmaxFit } from './softmax-regression.js';
import { SparseRowsBuilder } from './sparse-rows.js';

const random = seededRandom(5);
const CLASSES = 3;
const COUNT = 90;
const [SPARSE, DENSE] = [12, 4];
const builder = new SparseRowsBuilder();
for (let i = 0; i < COUNT; i++) {
  for (let f = 0; f < SPARSE; f++) if (random() < 0.6) builder.add(f, random() - 0.5);
  builder.endRow();
}
const rows: FeatureRows = { sparse: builder.rows(), sparseWidth: SPARSE, dense: Float32Array.from({ length: COUNT * DENSE }, () => random() - 0.5), denseWidth: DENSE };
const labels = Int32Array.from({ length: COUNT }, (_, i) => i % CLASSES);
const problem = { rows, labels, classes: CLASSES, classWeights: Float32Array.of(1, 2, 0.5) };
const options = { strength: 8, maxEpochs: 5000, tolerance: 1e-6, seed: 3 };
const everyRow = [...labels.keys()];

/** The objective that the docstring names, written out; the constant feature has the value 0.3. */
function objective(fit: Pick<SoftmaxFit, 'weights' | 'denseWeights' | 'bias'>, examples: number[] = everyRow): number {
  const logits = softmaxLogits(rows, fit, examples);
  const loss = examples.reduce((sum, i, k) => sum + problem.classWeights[labels[i]!]! * (logSumExp(logits[k]!) - logits[k]![labels[i]!]!), 0);
  const squares = (weights: Float32Array): number => weights.reduce((sum, weight) => sum + weight * weight, 0);
  return (squares(fit.weights) + squares(fit.denseWeights) + squares(fit.bias.map((bias) => bias / 0.3))) / 2 + options.strength * loss;
}

describe('fitSoftmax', () => {
  it('finds the minimum: no step in any direction lowers the objective', () => {
    const fit = fitSoftmax(problem, options);
    expect(fit.gap).toBeLessThan(1e-5);
    const best = objective(fit);
    for (const part of ['weights', 'denseWeights', 'bias'] as const) {
      for (let w = 0; w < fit[part].length; w++) {
        for (const step of [-0.05, 0.05]) {
          const moved = { ...fit, [part]: fit[part].slice() };
          moved[part][w]! += step;
          expect(objective(moved)).toBeGreaterThan(best - 1e-3);
        }
      }
    }
  });

  it('reaches the same minimum from an earlier fit of another strength and of fewer examples', () => {
    const some = Int32Array.from(everyRow.filter((i) => i % 4 > 0));
    const warm = fitSoftmax({ ...problem, examples: some }, { ...options, strength: 1 });
    expect(objective(fitSoftmax(problem, { ...options, warm }))).toBeCloseTo(objective(fitSoftmax(problem, options)), 2);
    expect(objective(fitSoftmax({ ...problem, examples: some }, options), [...some])).toBeLessThan(objective(fitSoftmax(problem, options), [...some]));
  });

  it('stays where an earlier fit has converged', () => {
    const done = fitSoftmax(problem, options);
    expect(fitSoftmax(problem, { ...options, tolerance: 1e-4, warm: done }).epochs).toBe(1);
  });

  it('gives hidden classes no weight, from an earlier fit that knew them too', () => {
    const hidden = Uint8Array.of(0, 1, 0);
    const examples = Int32Array.from(everyRow.filter((i) => labels[i] !== 1));
    const cold = fitSoftmax({ ...problem, examples, hidden }, options);
    const warm = fitSoftmax({ ...problem, examples, hidden }, { ...options, warm: fitSoftmax(problem, options) });
    expect(cold.denseWeights.filter((_, i) => i % CLASSES === 1).every((weight) => weight === 0)).toBe(true);
    cold.weights.forEach((weight, i) => expect(warm.weights[i]).toBeCloseTo(weight, 1));
  });

  it('gives the same weights for the same seed', () => {
    const short = { ...options, maxEpochs: 3 };
    expect(fitSoftmax(problem, short).weights).toEqual(fitSoftmax(problem, short).weights);
  });
});
