import { expect, it } from 'vitest';
import { graphemesOf, runAround, spanAt, withMark } from './mark.js';

const text = '我住𠮷野家👨‍👩‍👧，手机13800138000';

it('steps by what a person sees and counts code points', () => {
  const graphemes = graphemesOf(text);
  expect(graphemes.slice(2, 6)).toEqual([
    { start: 2, end: 3, part: '𠮷' },
    { start: 3, end: 4, part: '野' },
    { start: 4, end: 5, part: '家' },
    { start: 5, end: 10, part: '👨‍👩‍👧' },
  ]);
  expect(graphemes.at(-1)).toEqual({ start: 23, end: 24, part: '0' });
});

it('puts a mark in the place of those that it touches', () => {
  const spans = [{ start: 2, end: 5, slot: 'place' }];
  expect(withMark(text, spans, { start: 13, end: 24, slot: 'mobile' })).toEqual([...spans, { start: 13, end: 24, slot: 'mobile' }]);
  expect(withMark(text, spans, { start: 3, end: 10, slot: 'name' })).toEqual([{ start: 3, end: 10, slot: 'name' }]);
});

it('marks no white space', () => {
  expect(withMark('我是 张三 ', [], { start: 2, end: 6, slot: 'name' })).toEqual([{ start: 3, end: 5, slot: 'name' }]);
  expect(withMark('我是 张三', [], { start: 2, end: 3, slot: 'name' })).toBeNull();
});

it('finds the mark and the run at a place', () => {
  expect(spanAt([{ start: 2, end: 5, slot: 'place' }], 4)?.slot).toBe('place');
  expect(spanAt([{ start: 2, end: 5, slot: 'place' }], 5)).toBeNull();
  const graphemes = graphemesOf(text);
  const [start, end] = runAround(graphemes, 12);
  expect(graphemes.slice(start, end).map(({ part }) => part).join('')).toBe('13800138000');
  expect(runAround(graphemes, 0)).toEqual([0, 1]);
});
