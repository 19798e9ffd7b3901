import { expect, it } from 'vitest';
import { bestSpan } from './best-span.js';

const of = (...values: number[]): Float32Array => Float32Array.from(values);

it('is never backwards and stays in its bounds', () => {
  expect(bestSpan(of(0, 99, -5, -5, 4, -5), of(0, -5, 9, 3, 2, 99), 2, 5, 10)).toEqual({ first: 4, last: 4, sum: 6 });
});

it('is no longer than allowed', () => {
  const [begins, ends] = [of(9, 0, 0, 1), of(0, 0, 1, 9)];
  expect(bestSpan(begins, ends, 0, 4, 4)).toEqual({ first: 0, last: 3, sum: 18 });
  expect(bestSpan(begins, ends, 0, 4, 2)).toEqual({ first: 3, last: 3, sum: 10 });
});

it('is none where there is no token', () => {
  expect(bestSpan(of(1), of(1), 1, 1, 5)).toBeNull();
});
