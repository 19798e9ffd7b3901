import { expect, it } from 'vitest';
import { codePointLength, sliceCodePoints, toCodePointOffset, toUtf16Offset } from './index.js';

const TEXT = '我住𠮷野家👨‍👩‍👧旁';

it('counts what is one character in Python', () => {
  expect(codePointLength(TEXT)).toBe([...TEXT].length);
  expect(codePointLength('')).toBe(0);
  expect(codePointLength('\ud842')).toBe(1);
});

it('cuts without breaking a surrogate pair', () => {
  expect(sliceCodePoints(TEXT, 2, 4)).toBe('𠮷野');
  expect(sliceCodePoints(TEXT, 3)).toBe(TEXT.slice(4));
  expect(sliceCodePoints(TEXT, 5, 2)).toBe('');
  expect(sliceCodePoints(TEXT, -1, 100)).toBe(TEXT);
});

it('turns offsets into each other', () => {
  for (let index = 0; index <= codePointLength(TEXT); index += 1) expect(toCodePointOffset(TEXT, toUtf16Offset(TEXT, index))).toBe(index);
});
