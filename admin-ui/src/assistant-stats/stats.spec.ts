import { expect, it } from 'vitest';
import { shareWithoutClerk, worstFields, type FieldCount } from './stats.js';

const field = (name: string, asked: number, left: number): FieldCount => ({ service: { key: 's', title: '事项' }, field: name, title: name, asked, filled: asked - left, skipped: 0, left });

it('knows no share of nothing', () => {
  expect(shareWithoutClerk({ sessions: 0, withoutClerk: 0 })).toBeNull();
  expect(shareWithoutClerk({ sessions: 4, withoutClerk: 3 })).toBe(0.75);
});

it('orders fields by the share that leaves, and leaves out those that nobody left at', () => {
  expect(worstFields([field('a', 10, 1), field('b', 4, 2), field('c', 8, 0), field('d', 0, 0), field('e', 20, 2)]).map(({ field: name }) => name)).toEqual(['b', 'e', 'a']);
});
