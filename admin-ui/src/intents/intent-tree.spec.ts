import { describe, expect, it } from 'vitest';
import type { IntentRow } from './intent.js';
import { treeOf, withDescendants } from './intent-tree.js';

const row = (key: string, parent: string | null = null) => ({ key, parent }) as IntentRow;
const shape = (rows: IntentRow[]) => treeOf(rows).map(({ row: { key }, depth }) => `${' '.repeat(depth)}${key}`);

describe('treeOf', () => {
  it('puts children under their parents, in the given order', () => {
    expect(shape([row('b', 'a'), row('a'), row('c', 'b'), row('d')])).toEqual(['a', ' b', '  c', 'd']);
  });
  it('loses nothing to a missing parent or a ring', () => {
    expect(shape([row('a', 'gone'), row('x', 'y'), row('y', 'x')])).toEqual(['a', 'x', ' y']);
  });
});

describe('withDescendants', () => {
  it('names what may not become the parent', () => {
    expect([...withDescendants([row('a'), row('b', 'a'), row('c', 'b'), row('d')], 'a')]).toEqual(['a', 'b', 'c']);
  });
});
