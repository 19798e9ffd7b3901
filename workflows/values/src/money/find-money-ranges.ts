import type { Reading } from '../found-value.js';
import { type Bounds, findBounds, type Measured } from '../numbers/bounds.js';
import { decimalText } from '../numbers/decimal.js';
import type { NumberToken } from '../numbers/find-numbers.js';
import type { Amount } from './find-money.js';

/** 3000到5000元, 3-5万元, 不超过2000元, 月收入5000元以上. A number right before an amount has its currency. */
export function findMoneyRanges(text: string, tokens: readonly NumberToken[], found: readonly Amount[]): Reading[] {
  const items: Measured[] = [];
  let next = 0;
  for (const amount of found) {
    while (next < tokens.length && tokens[next]!.to <= amount.from) next += 1;
    const before = tokens[next - 1];
    const previous = items[items.length - 1];
    if (before && before.from >= (previous?.to ?? 0) && amount.from - before.to <= 5) items.push({ from: before.from, to: before.to, value: before.value, unit: '' });
    items.push({ from: amount.from, to: amount.to, value: amount.value, ...(amount.upper && { upper: amount.upper }), unit: amount.currency });
  }
  return findBounds(text, items)
    .filter(({ unit }) => unit !== '')
    .map(reading);
}

function reading({ from, to, unit, min, max, includesMin, includesMax }: Bounds): Reading {
  const [low, high] = [min && decimalText(min), max && decimalText(max)];
  return { kind: 'money-range', from, to, normal: `${unit} ${includesMin ? '[' : '('}${low ?? ''},${high ?? ''}${includesMax ? ']' : ')'}`, value: { currency: unit, min: low, max: high, includesMin, includesMax } };
}
