import { describe, expect, it } from 'vitest';
import { learnScaling, scaledRows, withoutScaling } from './feature-scaling.js';
import { seededRandom } from './random.js';

const random = seededRandom(1);
const vectors = Array.from({ length: 200 }, () => Float32Array.from({ length: 6 }, (_, d) => 0.5 + random() * (d + 1)));

describe('scaling of features', () => {
  it('moves features to the middle, keeps their order of deviations, and gives rows a typical length', () => {
    const rows = scaledRows(vectors, learnScaling(vectors));
    const column = (d: number): number[] => vectors.map((_, i) => rows[i * 6 + d]!);
    const deviations = [0, 1, 2, 3, 4, 5].map((d) => Math.sqrt(column(d).reduce((sum, value) => sum + value ** 2, 0) / 200));
    for (const d of [0, 5]) expect(column(d).reduce((sum, value) => sum + value, 0) / 200).toBeCloseTo(0, 4);
    expect(deviations).toEqual([...deviations].sort((a, b) => a - b));
    expect(deviations[5]! / deviations[0]!).toBeLessThan(4);
    expect(Math.sqrt(deviations.reduce((sum, value) => sum + value ** 2, 0))).toBeCloseTo(0.7, 1);
  });

  it('is folded into weights and biases', () => {
    const scaling = learnScaling(vectors);
    const fit = { denseWeights: Float32Array.from({ length: 12 }, () => random() - 0.5), bias: Float32Array.of(0.3, -0.2) };
    const { vectorWeights, bias } = withoutScaling(fit, scaling);
    const [rows, vector] = [scaledRows(vectors.slice(0, 1), scaling), vectors[0]!];
    for (const c of [0, 1]) {
      const scaled = rows.reduce((sum, value, d) => sum + value * fit.denseWeights[d * 2 + c]!, fit.bias[c]!);
      expect(vector.reduce((sum, value, d) => sum + value * vectorWeights[d * 2 + c]!, bias[c]!)).toBeCloseTo(scaled, 5);
    }
  });

  it('makes nothing of equal texts and of none', () => {
    const same = [vectors[0]!, vectors[0]!];
    expect(scaledRows(same, learnScaling(same)).every((value) => value === 0)).toBe(true);
    expect(scaledRows([], learnScaling([]))).toHaveLength(0);
  });
});
