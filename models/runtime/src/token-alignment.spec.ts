import { expect, it } from 'vitest';
import { alignTokens } from './token-alignment.js';

it('gives every code point its own token', () => {
  const offsets = alignTokens(Array.from('𠮷办😀'), ['[CLS]', '[UNK]', '办', '[UNK]', '[SEP]'], 'code-point');
  expect(offsets).toEqual([null, { start: 0, end: 1 }, { start: 1, end: 2 }, { start: 2, end: 3 }, null]);
});

it('refuses a character tokenizer that lost a character', () => {
  expect(() => alignTokens(['办', '事'], ['[CLS]', '办', '[SEP]'], 'code-point')).toThrow(RangeError);
});

it('finds word pieces in capitals, full width and after white space', () => {
  const offsets = alignTokens(Array.from('办 ＱQbot，𠮷'), ['[CLS]', '办', 'qq', '##bot', ',', '[UNK]', '[SEP]'], 'word-piece');
  expect(offsets.slice(1, -1)).toEqual([{ start: 0, end: 1 }, { start: 2, end: 4 }, { start: 4, end: 7 }, { start: 7, end: 8 }, { start: 8, end: 9 }]);
});
