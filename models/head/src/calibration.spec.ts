import { describe, expect, it } from 'vitest';
import { fitTemperature, negativeLogLikelihood } from './calibration.js';
import { calibrationError, intentMetrics, slotMetrics, spanId } from './metrics.js';
import { chooseThreshold, DEFAULT_THRESHOLD } from './out-of-scope.js';
import { seededRandom } from './random.js';

describe('fitTemperature', () => {
  it('recovers the factor by which logits were sharpened', () => {
    const random = seededRandom(1);
    const heldOut = { logits: [] as Float32Array[], labels: [] as number[] };
    for (let i = 0; i < 4000; i++) {
      const odds = random() * 4 - 2;
      heldOut.labels.push(random() < 1 / (1 + Math.exp(-odds)) ? 0 : 1);
      heldOut.logits.push(Float32Array.of(odds * 3, 0));
    }
    expect(fitTemperature(heldOut)).toBeCloseTo(3, 0);
    expect(negativeLogLikelihood(heldOut, 3)).toBeLessThan(negativeLogLikelihood(heldOut, 1));
  });

  it('is 1 without held-out texts', () => {
    expect(fitTemperature({ logits: [], labels: [] })).toBe(1);
  });
});

describe('chooseThreshold', () => {
  const inside = [0.9, 0.8, 0.7, 0.95, 0.85].map((inScope) => ({ inScope, isWonByOutside: false, isOutside: false }));
  const outside = [0.2, 0.4, 0.5].map((inScope) => ({ inScope, isWonByOutside: false, isOutside: true }));

  it('separates what can be separated', () => {
    const threshold = chooseThreshold([...inside, ...outside], 0.05);
    expect(threshold).toBeGreaterThan(0.5);
    expect(threshold).toBeLessThanOrEqual(0.7);
  });

  it('turns away no more in-scope texts than allowed', () => {
    const hard = outside.map((one) => ({ ...one, inScope: one.inScope + 0.45 }));
    expect(chooseThreshold([...inside, ...hard], 0)).toBeLessThanOrEqual(0.7);
  });

  it('falls back without either kind', () => {
    expect(chooseThreshold(inside, 0.05)).toBe(DEFAULT_THRESHOLD);
  });
});

describe('metrics', () => {
  it('scores intents by hand-counted figures', () => {
    const outcome = (gold: number, predicted: number): { gold: number; predicted: number; confidence: number } => ({ gold, predicted, confidence: 0.75 });
    const metrics = intentMetrics(['a', 'b', 'c'], [outcome(0, 0), outcome(0, 1), outcome(1, 1), outcome(-1, 1)]);
    expect(metrics.accuracy).toBe(0.5);
    expect(metrics.perIntent[1]).toMatchObject({ precision: 1 / 3, recall: 1, f1: 0.5, support: 1 });
    expect(metrics.macroF1).toBeCloseTo((2 / 3 + 0.5) / 2);
    expect(metrics.confusion.counts).toEqual([[1, 1, 0], [0, 1, 0], [0, 0, 0]]);
    expect(metrics.ece).toBeCloseTo(0.25);
  });

  it('counts a span only when all of it is right', () => {
    const span = (text: number, start: number): string => spanId(text, { slot: 'phone', start, end: 5 });
    expect(slotMetrics(['phone', 'name'], new Set([span(0, 1), span(1, 1)]), new Set([span(0, 1), span(1, 2)]))).toMatchObject({ microF1: 0.5, macroF1: 0.5 });
    expect(slotMetrics(['phone'], new Set(), new Set())).toBeNull();
  });

  it('has no calibration error without texts', () => {
    expect(calibrationError([])).toBe(0);
  });
});
