import { expect, it } from 'vitest';
import type { TrainingPoint } from '../training-job.js';
import { curvesOf, joined, lastMetrics, seriesOf } from './curve.js';

const point = (step: number, phase: string, epoch: number, loss: number | null, metrics: Record<string, number> = {}): TrainingPoint => ({ step, phase, epoch, loss, learningRate: null, metrics, at: '2026-01-01T00:00:00Z' });
const points = [
  point(0, 'prepare', 0, null),
  point(1, 'intents', 1, 2.4, { strength: 16 }),
  point(2, 'intents', 2, 1.1, { strength: 16 }),
  point(3, 'intents', 1, 1.0, { strength: 48 }),
  point(4, 'intents', 1, 0.9, { strength: 48 }),
  point(5, 'slots', 1, 0.4),
  point(6, 'slots', 2, 0.2),
  point(7, 'done', 0, null, { accuracy: 0.95, macroF1: 0.94 }),
];

it('draws each fit as a curve of its own', () => {
  expect(curvesOf(points).map(({ phase, strength, points: drawn }) => [phase, strength, drawn.map(({ loss }) => loss)])).toEqual([
    ['intents', 16, [2.4, 1.1]],
    ['intents', 48, [1.0]],
    ['intents', 48, [0.9]],
    ['slots', null, [0.4, 0.2]],
  ]);
});

it('keeps the metrics apart from the settings of a fit', () => {
  expect(lastMetrics(points)).toEqual({ accuracy: 0.95, macroF1: 0.94 });
});

it('joins what was stored with what came live', () => {
  expect(joined(points.slice(0, 3), points.slice(1, 5).reverse()).map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
});

it('draws the steps of a long training in order, and its figures by epoch', () => {
  const long = [point(10, 'train', 0, 2), point(20, 'train', 0, 1.5), point(20, 'train', 1, 1.5, { macroF1: 0.5, accuracy: 0.6, score: 0.5 }), point(30, 'train', 1, 1)].map((one, at) => ({ ...one, learningRate: 0.001 * (at + 1) }));
  expect(seriesOf(long)).toEqual([
    {
      phase: 'train',
      loss: [{ step: 10, loss: 2 }, { step: 20, loss: 1.5 }, { step: 30, loss: 1 }],
      rate: [{ step: 10, rate: 0.001 }, { step: 20, rate: 0.003 }, { step: 30, rate: 0.004 }],
      figures: [{ epoch: 1, macroF1: 0.5, accuracy: 0.6 }],
    },
  ]);
  expect(curvesOf(long)).toEqual([]);
});
