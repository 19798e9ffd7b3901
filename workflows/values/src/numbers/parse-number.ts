import { ReadableText } from '../text/readable-text.js';
import { type Decimal, toNumber } from './decimal.js';
import { readNumberAt } from './read-number-at.js';

const MAX_LENGTH = 60;

/** The number that a text is, as a whole; null when it is none, or only about one (三四百, 十几). */
export function readWhole(text: string): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const readable = new ReadableText(text.trim()).text;
  const begin = readable.startsWith('+') ? 1 : 0;
  const number = readNumberAt(readable, begin);
  return number && number.to === readable.length && number.shape !== 'pair' && number.shape !== 'vague' ? number.value : null;
}

/**
 * Reads a number as people write it: '3,000.5', '两千零五', '三万五' (35000), '1.2万', '壹仟贰佰叁拾', '负三点五', '五分之一'.
 * Null when the text is no number or does not fit a double exactly enough (beyond 2^53).
 */
export function parseNumber(text: string): number | null {
  const decimal = readWhole(text);
  const value = decimal === null ? null : toNumber(decimal);
  return value === null || Math.abs(value) > Number.MAX_SAFE_INTEGER ? null : value === 0 ? 0 : value;
}
