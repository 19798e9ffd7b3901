import { describe, expect, it } from 'vitest';
import { performanceOf, type IntentMetrics } from './intent-performance.js';

const score = (key: string) => ({ key, precision: 0.8, recall: 0.8, f1: 0.8, support: 5 });
const metrics: IntentMetrics = {
  perIntent: [score('a'), score('b'), score('c')],
  confusion: { keys: ['a', 'b', 'c'], counts: [[3, 1, 2], [4, 1, 0], [0, 0, 5]] },
};

describe('performanceOf', () => {
  it('tells both ways in which an intent is confused, most frequent first', () => {
    expect(performanceOf(metrics, 'a')).toMatchObject({ f1: 0.8, takenFor: [{ intent: 'c', count: 2 }, { intent: 'b', count: 1 }], takes: [{ intent: 'b', count: 4 }] });
    expect(performanceOf(metrics, 'c')).toMatchObject({ takenFor: [], takes: [{ intent: 'a', count: 2 }] });
  });
  it('knows nothing of an intent that the model does not know', () => {
    expect(performanceOf(metrics, 'z')).toBeNull();
  });
});
