import { sliceCodePoints } from '@banshi/values';
import { expect, it } from 'vitest';
import { shiftSpans } from './shift-spans.js';

const text = '我住𠮷野家😀，手机13800138000';
const spans = [
  { start: 2, end: 5, slot: 'place' },
  { start: 9, end: 20, slot: 'mobile' },
];
const marked = (after: string, before = text) => shiftSpans(before, after, spans).map(({ start, end, slot }) => `${slot}=${sliceCodePoints(after, start, end)}`);

it('keeps what stands before an edit and moves what stands after it', () => {
  expect(marked(text)).toEqual(['place=𠮷野家', 'mobile=13800138000']);
  expect(marked(`您好${text}`)).toEqual(['place=𠮷野家', 'mobile=13800138000']);
  expect(marked(text.replace('😀', ''))).toEqual(['place=𠮷野家', 'mobile=13800138000']);
  expect(marked(`${text}谢谢`)).toEqual(['place=𠮷野家', 'mobile=13800138000']);
});

it('grows or shrinks the piece that is edited inside', () => {
  expect(marked(text.replace('138001', '13800'))).toEqual(['place=𠮷野家', 'mobile=1380038000']);
  expect(marked(text.replace('𠮷野家', '𠮷田野家'))).toEqual(['place=𠮷田野家', 'mobile=13800138000']);
});

it('drops a piece that is cut into or replaced', () => {
  expect(marked(text.replace('野家😀', '村'))).toEqual(['mobile=13800138000']);
  expect(marked('全新的一句')).toEqual([]);
});
