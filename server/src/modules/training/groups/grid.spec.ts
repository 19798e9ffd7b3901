import { describe, expect, it } from 'vitest';
import { differences } from './compare-trainings.js';
import { gridPoints } from './grid.js';
import { medianRule } from './median-rule.js';

describe('a grid', () => {
  it('is every combination, each value once', () => {
    expect(gridPoints([{ key: 'rate', values: [1, 2, 1] }, { key: 'seed', values: [7, 8] }])).toEqual([
      { rate: 1, seed: 7 },
      { rate: 1, seed: 8 },
      { rate: 2, seed: 7 },
      { rate: 2, seed: 8 },
    ]);
    expect(gridPoints([])).toEqual([]);
    expect(gridPoints([{ key: 'rate', values: [] }])).toEqual([]);
  });
});

describe('the median rule', () => {
  const run = (...scores: number[]) => scores.map((macroF1, i) => ({ epoch: i + 1, macroF1 }));

  it('ends a run whose best is below the median of what the others had reached by then', () => {
    expect(medianRule(run(0.2, 0.3), [run(0.5, 0.7, 0.9), run(0.4, 0.6, 0.8), run(0.1, 0.2, 0.3)])).toEqual({ epoch: 2, best: 0.3, median: 0.5 });
  });

  it('lets a run go on that is as good, or has too few others beside it', () => {
    expect(medianRule(run(0.2, 0.65), [run(0.5, 0.7), run(0.4, 0.6), run(0.1, 0.2)])).toBeNull();
    expect(medianRule(run(0.2), [run(0.9)])).toBeNull();
    expect(medianRule(run(0.1, 0.1, 0.1), [run(0.9), run(0.9, 0.9)])).toBeNull();
    expect(medianRule([], [run(0.9), run(0.9)])).toBeNull();
  });
});

describe('a comparison', () => {
  const job = { method: 'full', preset: 'default', baseModelId: null, executor: 'local' as const, device: 'auto' as const, variants: [], seed: 1, snapshotId: 's' };

  it('names only what differs, defaults filled in', () => {
    expect(differences([job, { ...job, seed: 2 }], [{ epochs: 3, dropout: 0.1 }, { epochs: 8, dropout: 0.1 }])).toEqual([
      { setting: 'seed', values: [1, 2] },
      { setting: 'hyperParameters.epochs', values: [3, 8] },
    ]);
    expect(differences([job, job], [{}, {}])).toEqual([]);
  });
});
