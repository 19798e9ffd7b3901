import { compare, type Decimal, times } from './decimal.js';
import { LARGE_UNITS, SMALL_UNITS } from './numerals.js';

/** Something measured in a text: a number, or an amount with its unit. Only what has the same `unit` makes a range. */
export interface Measured {
  from: number;
  to: number;
  value: Decimal;
  /** The upper end of an approximate one (三五百). */
  upper?: Decimal;
  unit: string;
}

export interface Bounds {
  from: number;
  to: number;
  unit: string;
  min: Decimal | null;
  max: Decimal | null;
  includesMin: boolean;
  includesMax: boolean;
}

type Side = { side: 'min' | 'max'; includes: boolean };

/** 以上, 以下, 以内 include the number and 超过, 不满 do not (民法典第 1259 条). */
const BEFORE: readonly (readonly [RegExp, Side])[] = [
  [/(?:大于 ?(?:或者?)? ?等于|不小于|不少于|不低于|至少(?:是|有)?|最少(?:是|有)?|≥|> ?=)\s?$/u, { side: 'min', includes: true }],
  [/(?:小于 ?(?:或者?)? ?等于|不大于|不多于|不高于|不超过|至多|最多(?:是|有|为)?|≤|< ?=)\s?$/u, { side: 'max', includes: true }],
  [/(?:大于|多于|高于|超过了?|>)\s?$/u, { side: 'min', includes: false }],
  [/(?:小于|少于|低于|不到|不足|不满|<)\s?$/u, { side: 'max', includes: false }],
];
const BEHIND: readonly (readonly [RegExp, Side])[] = [
  [/^ ?(?:\(含\)|及|或者?|和|含)?(?:以上|更多)/u, { side: 'min', includes: true }],
  [/^ ?(?:\(含\)|及|或者?|和|含)?(?:以下|以内|之内|更少)/u, { side: 'max', includes: true }],
];
const TO = /^ ?(?:\(含\))?(?:到|至|[-~—]{1,2}) ?$/u;
const AND = /^ ?(?:和|与|跟) ?$/u;
const BETWEEN_BEHIND = /^ ?(?:之间|间)/u;
const BETWEEN_BEFORE = /(?:介于|位于|在)$/u;
const AND_ALSO = /^[ ,，、]{0,2}(?:并且|而且|同时|的同时|且|并|但)?[ ,，]?$/u;

/** The units that a written number ends with: 万 of 五万, 千 of 三千, k of 15k. */
const ENDING = /(?:([百佰千仟])|([万亿兆]+)|([kKwWM]))$/u;
const LETTERS: Record<string, bigint> = { k: 1000n, K: 1000n, w: 10_000n, W: 10_000n, M: 1_000_000n };

/** 3到5万, 10~15k, 一千到两千万: the first number has the last unit of the second, where it would be too small otherwise. */
function scaled(text: string, first: Measured, second: Measured): Decimal {
  const written = text.slice(first.from, first.to);
  const ending = ENDING.exec(text.slice(second.from, second.to).replace(/[^\d一-鿿A-Za-z].*$|(?:元|圆|块|钱|人民币|[美欧港日台澳韩加]元|[港台]币).*$/u, ''));
  if (!ending || /[万亿兆kKwWM]/u.test(written) || compare(first.value, { units: 10_000n, places: 0 }) >= 0) return first.value;
  const [, small, large, letter] = ending;
  // 一到三百 may begin at one, but 两到三千 does not begin at two.
  if (small !== undefined && !/^[2-9两二三四五六七八九]$/u.test(written)) return first.value;
  const unit = small !== undefined ? (SMALL_UNITS.get(small) ?? 1n) : letter !== undefined ? (LETTERS[letter] ?? 1n) : [...(large ?? '')].reduce((product, each) => product * (LARGE_UNITS.get(each) ?? 1n), 1n);
  const larger = times(first.value, unit);
  return compare(larger, second.value) < 0 ? larger : first.value;
}

function single(text: string, item: Measured): Bounds | null {
  const before = text.slice(Math.max(0, item.from - 8), item.from);
  const behind = text.slice(item.to, item.to + 6);
  for (const [pattern, { side, includes }] of BEFORE) {
    const length = pattern.exec(before)?.[0].length;
    if (length !== undefined) return bound(item, item.from - length, item.to, side, includes);
  }
  for (const [pattern, { side, includes }] of BEHIND) {
    const length = pattern.exec(behind)?.[0].length;
    if (length !== undefined) return bound(item, item.from, item.to + length, side, includes);
  }
  return null;
}

const bound = (item: Measured, from: number, to: number, side: 'min' | 'max', includes: boolean): Bounds => ({
  from,
  to,
  unit: item.unit,
  min: side === 'min' ? item.value : null,
  max: side === 'max' ? (item.upper ?? item.value) : null,
  includesMin: side === 'min' && includes,
  includesMax: side === 'max' && includes,
});

function both(text: string, first: Measured, second: Measured): Bounds | null {
  if (second.unit !== first.unit && first.unit !== '') return null;
  const gap = text.slice(first.to, second.from);
  const behind = BETWEEN_BEHIND.exec(text.slice(second.to, second.to + 3))?.[0].length ?? 0;
  if (!TO.test(gap) && !(AND.test(gap) && behind > 0)) return null;
  const min = scaled(text, first, second);
  if (compare(min, second.value) >= 0) return null;
  const before = behind > 0 ? (BETWEEN_BEFORE.exec(text.slice(Math.max(0, first.from - 2), first.from))?.[0].length ?? 0) : 0;
  return { from: first.from - before, to: second.to + behind, unit: second.unit, min, max: second.value, includesMin: true, includesMax: true };
}

/** A lower and an upper bound side by side are one range: 大于20小于35. */
function joined(text: string, first: Bounds, second: Bounds): Bounds | null {
  if (first.unit !== second.unit || !AND_ALSO.test(text.slice(first.to, second.from))) return null;
  const [low, high] = first.min ? [first, second] : [second, first];
  if (!low.min || !high.max || low.max || high.min || compare(low.min, high.max) >= 0) return null;
  return { from: first.from, to: second.to, unit: first.unit, min: low.min, max: high.max, includesMin: low.includesMin, includesMax: high.includesMax };
}

/** Ranges and limits among measured things, which stand in their order. */
export function findBounds(text: string, items: readonly Measured[]): Bounds[] {
  const found: Bounds[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!;
    const next = items[index + 1];
    const range = next ? both(text, item, next) : null;
    if (range) {
      found.push(range);
      index += 1;
      continue;
    }
    const limit = single(text, item);
    if (!limit) continue;
    const last = found[found.length - 1];
    const merged = last ? joined(text, last, limit) : null;
    if (merged) found[found.length - 1] = merged;
    else found.push(limit);
  }
  return found;
}
