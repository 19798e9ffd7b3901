import { expect, it } from 'vitest';
import { seededRandom } from './random.js';
import { fitSoftmax, logSumExp, softmaxLogits } from './softmax-regression.js';
import { packRows } from './sparse-rows.js';

const random = seededRandom(5);
const CLASSES = 3;
const FEATURES = 12;
const rows = packRows(Array.from({ length: 90 }, () => new Map(Array.from({ length: FEATURES }, (_, f): [number, number] => [f, random() - 0.5]).filter(() => random() < 0.6))));
const labels = Int32Array.from({ length: 90 }, (_, i) => i % CLASSES);
const problem = { rows, labels, classes: CLASSES, features: FEATURES, classWeights: Float32Array.of(1, 2, 0.5) };
const options = { strength: 8, maxEpochs: 5000, tolerance: 1e-6, seed: 3 };

/** The objective that the docstring names, written out; the bias feature has the value 0.3. */
function objective(weights: Float32Array): number {
  const bias = Float32Array.from(weights.slice(FEATURES * CLASSES), (weight) => weight * 0.3);
  const loss = softmaxLogits(rows, { weights, bias }).reduce((sum, logits, i) => sum + problem.classWeights[labels[i]!]! * (logSumExp(logits) - logits[labels[i]!]!), 0);
  return weights.reduce((sum, weight) => sum + weight * weight, 0) / 2 + options.strength * loss;
}

it('finds the minimum: no step in any direction lowers the objective', () => {
  const { weights, gap } = fitSoftmax(problem, options);
  expect(gap).toBeLessThan(1e-5);
  const best = objective(weights);
  for (let w = 0; w < weights.length; w++) {
    for (const step of [-0.05, 0.05]) {
      const moved = weights.slice();
      moved[w]! += step;
      expect(objective(moved)).toBeGreaterThan(best - 1e-4);
    }
  }
});

it('reaches the same minimum from an earlier fit of another strength', () => {
  const warm = fitSoftmax(problem, { ...options, strength: 1 });
  expect(objective(fitSoftmax(problem, { ...options, warm }).weights)).toBeCloseTo(objective(fitSoftmax(problem, options).weights), 3);
});

it('gives the same weights for the same seed', () => {
  const short = { ...options, maxEpochs: 3 };
  expect(fitSoftmax(problem, short).weights).toEqual(fitSoftmax(problem, short).weights);
});
