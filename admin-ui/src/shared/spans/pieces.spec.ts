import { expect, it } from 'vitest';
import { pieces } from './pieces.js';

it('cuts by code points', () => {
  expect(pieces('我住𠮷野家😀旁', [{ start: 2, end: 5, slot: 'place' }])).toEqual([
    { start: 0, part: '我住', slot: null },
    { start: 2, part: '𠮷野家', slot: 'place' },
    { start: 5, part: '😀旁', slot: null },
  ]);
});

it('takes spans in any order and leaves out what does not fit', () => {
  expect(pieces('一二三', [{ start: 2, end: 3, slot: 'b' }, { start: 0, end: 1, slot: 'a' }, { start: 0, end: 2, slot: 'c' }]).map(({ part, slot }) => slot ?? part)).toEqual(['a', '二', 'b']);
  expect(pieces('', [])).toEqual([]);
});
