import { expect, it } from 'vitest';
import { byChange, type LabelComparison, tallyOf } from './comparison.js';

const label = (key: string, difference: number | null, isClear = false): LabelComparison => ({ key, a: null, b: null, difference, isClear });
const labels = [label('a', 0.1, true), label('b', -0.1), label('c', 0.001, true), label('d', null), label('e', 0.3)];

it('counts what got better, worse and stayed', () => {
  expect(tallyOf(labels)).toEqual({ better: 2, worse: 1, same: 1, clear: 1 });
});

it('puts the largest changes first, losses before gains', () => {
  expect(byChange(labels).map(({ key }) => key)).toEqual(['e', 'b', 'a', 'c', 'd']);
});
