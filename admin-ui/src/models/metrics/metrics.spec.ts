import { expect, it } from 'vitest';
import { confusionsOf, shownIntents, weakest } from './metrics.js';

const confusion = {
  keys: ['apply', 'query', 'complain'],
  counts: [
    [8, 2, 0],
    [1, 9, 0],
    [0, 3, 1],
  ],
};

it('lists what is mistaken for what, with shares of the gold intent', () => {
  expect(confusionsOf(confusion)).toEqual([
    { gold: 'complain', predicted: 'query', count: 3, share: 0.75 },
    { gold: 'apply', predicted: 'query', count: 2, share: 0.2 },
    { gold: 'query', predicted: 'apply', count: 1, share: 0.1 },
  ]);
});

it('shows the intents with mistakes where not all fit', () => {
  expect(shownIntents(confusion, 3)).toEqual([0, 1, 2]);
  const wide = { keys: ['a', 'b', 'c', 'd'], counts: [[5, 0, 0, 0], [0, 5, 0, 1], [0, 0, 5, 0], [0, 2, 0, 3]] };
  expect(shownIntents(wide, 2)).toEqual([1, 3]);
});

it('names the weakest that were measured', () => {
  const score = (key: string, f1: number, support: number) => ({ key, f1, support, precision: f1, recall: f1 });
  expect(weakest([score('a', 0.95, 5), score('b', 0.5, 6), score('c', 0, 0), score('d', 0.4, 9), score('e', 0, 4)]).map(({ key }) => key)).toEqual(['d', 'b']);
});
