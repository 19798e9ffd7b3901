import { compact } from './fold.js';

/** Numbers are read in millionths, as integers, so that 1.15万 is exactly 11500. */
const MICRO = 1_000_000n;
const MAX_LENGTH = 60;

const DIGITS = new Map<string, bigint>();
['零〇○0', '一壹幺', '二贰两貳兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].forEach((characters, value) => {
  for (const character of characters) DIGITS.set(character, BigInt(value));
});
const SMALL_UNITS = new Map<string, bigint>(Object.entries({ 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }));
const LARGE_UNITS = new Map<string, bigint>(Object.entries({ 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n }));

/** Characters that a number may consist of, for recognisers (inside a character class). */
export const NUMBER_CHARACTERS = '0-9零〇○一壹幺二贰两貳兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億';

/** Reads a run of arabic digits: '3,000.50', '12'. Null when commas or decimals are misplaced. */
function readArabic(run: string): bigint | null {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+|(?=\.))(?:\.(\d{1,6}))?$/u.exec(run);
  if (!match) return null;
  return BigInt((match[1] ?? '').replaceAll(',', '')) * MICRO + BigInt((match[2] ?? '').padEnd(6, '0'));
}

/** Reads digits said one by one: 二〇二四, 一三八, 三 ; null for anything else. */
function readDigitByDigit(text: string): bigint | null {
  let value = 0n;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    value = value * 10n + digit;
  }
  return text === '' ? null : value;
}

/** The running state of one number: `section` is what stands below the next 万 or 亿. */
interface Reading {
  total: bigint;
  section: bigint;
  /** The digit or arabic run that waits for its unit. */
  pending: bigint | null;
  /** Whether `pending` may be short for a multiple of the unit before (三万五 = 35000): one digit, no 零 before. */
  isShort: boolean;
  lastUnit: bigint;
  largestUnit: bigint;
  afterZero: boolean;
}

function takeUnit(state: Reading, unit: bigint): boolean {
  if (state.section > 0n && state.lastUnit <= unit) return false;
  if (state.pending === 0n || (state.pending === null && unit !== 10n)) return false;
  state.section += (state.pending ?? MICRO) * unit;
  return finishUnit(state, unit);
}

function takeLargeUnit(state: Reading, unit: bigint): boolean {
  const section = state.section + (state.pending ?? 0n);
  if (section === 0n && state.total === 0n) return false;
  // 一万亿, 四万万: a unit right after a unit multiplies; 一万二千亿: so does a larger one after more digits.
  if (state.total > 0n && (section === 0n || unit > state.largestUnit)) state.total = (state.total + section) * unit;
  else if (state.total > 0n && unit === state.largestUnit) return false;
  else state.total += section * unit;
  state.section = 0n;
  state.largestUnit = unit > state.largestUnit ? unit : state.largestUnit;
  return finishUnit(state, unit);
}

function finishUnit(state: Reading, unit: bigint): boolean {
  state.pending = null;
  state.afterZero = false;
  state.lastUnit = unit;
  return true;
}

function takeNumeral(state: Reading, value: bigint, isShort: boolean): boolean {
  if (state.pending !== null) return false;
  state.pending = value;
  state.isShort = isShort && !state.afterZero;
  return true;
}

function finish(state: Reading): bigint {
  const pending = state.pending ?? 0n;
  const isMultiple = state.isShort && state.lastUnit >= 100n;
  return state.total + state.section + (isMultiple ? (pending * state.lastUnit) / 10n : pending);
}

function readMixed(text: string): bigint | null {
  const state: Reading = { total: 0n, section: 0n, pending: null, isShort: false, lastUnit: 0n, largestUnit: 0n, afterZero: false };
  for (const [token] of text.matchAll(/[\d.,]+|./gsu)) {
    const small = SMALL_UNITS.get(token);
    const large = LARGE_UNITS.get(token);
    const digit = /^\d$/u.test(token) ? BigInt(token) : DIGITS.get(token);
    let accepted: boolean;
    if (small !== undefined) accepted = takeUnit(state, small);
    else if (large !== undefined) accepted = takeLargeUnit(state, large);
    else if (digit === 0n && state.lastUnit > 0n && state.pending === null) accepted = state.afterZero = true;
    else if (digit !== undefined) accepted = takeNumeral(state, digit * MICRO, true);
    else {
      const arabic = readArabic(token);
      accepted = arabic !== null && takeNumeral(state, arabic, false);
    }
    if (!accepted) return null;
  }
  return finish(state);
}

/** Reads a non-negative number without sign, white space or unit, in millionths; null when it is none. */
export function readMicros(text: string): bigint | null {
  if (text === '' || text.length > MAX_LENGTH) return null;
  const [whole = '', fraction, ...rest] = text.split(/[点點]/u);
  if (rest.length > 0) return null;
  if (fraction !== undefined) {
    // 三点五, 三点五万: the unit after the decimals multiplies all of it.
    const match = new RegExp(`^([^${[...LARGE_UNITS.keys()].join('')}]{1,6})([${[...LARGE_UNITS.keys()].join('')}]?)$`, 'u').exec(fraction);
    const integer = readMicros(whole);
    const decimals = /^\d+$/u.test(match?.[1] ?? '') ? BigInt(match?.[1] ?? '') : readDigitByDigit(match?.[1] ?? '');
    if (!match || integer === null || decimals === null) return null;
    const places = BigInt([...(match[1] ?? '')].length);
    return (integer + (decimals * MICRO) / 10n ** places) * (LARGE_UNITS.get(match[2] ?? '') ?? 1n);
  }
  const arabic = readArabic(text);
  if (arabic !== null) return arabic;
  const digits = readDigitByDigit(text);
  return digits === null ? readMixed(text) : digits * MICRO;
}

/**
 * Reads a number as people write it: '3,000.5', '两千零五', '三万五' (35000), '1.2万', '壹仟贰佰叁拾', '负三点五'.
 * Null when the text is no number or does not fit a double exactly enough (beyond 2^53).
 */
export function parseNumber(text: string): number | null {
  const folded = compact(text);
  const sign = /^[-负負+]/u.exec(folded)?.[0];
  const micros = readMicros(sign === undefined ? folded : folded.slice(1));
  if (micros === null || micros / MICRO > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const value = Number(micros / MICRO) + Number(micros % MICRO) / 1e6;
  return (sign !== undefined && sign !== '+') && value !== 0 ? -value : value;
}
