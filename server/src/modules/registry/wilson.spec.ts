import { expect, it } from 'vitest';
import { wilson } from './wilson.js';

it('agrees with published values', () => {
  // Newcombe 1998, table I: 81 of 263.
  const [low, high] = wilson(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 10)[0]).toBe(0);
  expect(wilson(10, 10)[1]).toBe(1);
  expect(wilson(0, 0)).toEqual([0, 1]);
});
