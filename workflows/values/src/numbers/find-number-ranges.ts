import type { Reading } from '../found-value.js';
import { findBounds } from './bounds.js';
import { decimalText, toNumber } from './decimal.js';
import { type NumberToken, numberTokens } from './find-numbers.js';

/** Ranges and limits of plain numbers: 三到五, 10~20, 不超过100, 大于20小于35. The normal form is an interval, [ with the end and ( without it. */
export function findNumberRanges(text: string, tokens: readonly NumberToken[] = numberTokens(text)): Reading[] {
  const items = tokens.map((token) => ({ from: token.from, to: token.to, value: token.value, ...(token.upper && { upper: token.upper }), unit: '' }));
  return findBounds(text, items).map(({ from, to, min, max, includesMin, includesMax }) => ({
    kind: 'number-range',
    from,
    to,
    normal: `${includesMin ? '[' : '('}${min ? decimalText(min) : ''},${max ? decimalText(max) : ''}${includesMax ? ']' : ')'}`,
    value: { min: min && toNumber(min), max: max && toNumber(max), includesMin, includesMax },
  }));
}
