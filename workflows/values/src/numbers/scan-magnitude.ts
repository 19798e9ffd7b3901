import { type Decimal, fromDigits, MAX_DIGITS, plus, times, whole, ZERO } from './decimal.js';
import { DIGITS, isAsciiDigit, LARGE_UNITS, SMALL_UNITS } from './numerals.js';

/** A number without sign that begins at some place and ends before `to`. */
export interface Magnitude {
  to: number;
  value: Decimal;
  /**
   * `arabic` 3,000 · `digits` 二〇二四, said one by one · `mixed` 三千五, 1.2万 · `unit` a unit without a digit (十, 百三)
   * · `vague` 十几, 五百余万, whose value is the least that it can be · `pair` 三四百, whose other value is `upper`.
   */
  shape: 'arabic' | 'digits' | 'mixed' | 'unit' | 'vague' | 'pair';
  upper?: Decimal;
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?![\d])|\d+/y;
const VAGUE = /[多余几]/u;

/** The arabic run at `from`: commas between groups of three, decimals. In 192.168.0.1 every part stands for itself. */
export function scanArabic(text: string, from: number): Magnitude | null {
  ARABIC.lastIndex = from;
  const integer = ARABIC.exec(text)?.[0] ?? '';
  if (integer === '' && !(text[from] === '.' && isAsciiDigit(text[from + 1]) && !isAsciiDigit(text[from - 1]) && text[from - 1] !== '.')) return null;
  let to = from + integer.length;
  let fraction = '';
  if (text[to] === '.' && isAsciiDigit(text[to + 1])) {
    let end = to + 1;
    while (isAsciiDigit(text[end])) end += 1;
    const isVersion = (text[end] === '.' && isAsciiDigit(text[end + 1])) || (text[from - 1] === '.' && isAsciiDigit(text[from - 2]));
    if (!isVersion) {
      fraction = text.slice(to + 1, end);
      to = end;
    }
  }
  const digits = integer.replaceAll(',', '');
  if (digits.length + fraction.length > MAX_DIGITS) return null;
  return { to, value: fromDigits(digits, fraction), shape: 'arabic' };
}

/** The running state of one number: `section` is what stands below the next 万 or 亿. */
interface Reading {
  total: Decimal;
  section: Decimal;
  /** The digit or arabic run that waits for its unit. */
  pending: Decimal | null;
  /** Whether `pending` is a single digit that may be short for a multiple of the unit before (三万五 = 35000). */
  isShort: boolean;
  lastUnit: bigint;
  largestUnit: bigint;
  afterZero: boolean;
  isVague: boolean;
}

const isEmpty = (decimal: Decimal) => decimal.units === 0n;

function takeSmallUnit(state: Reading, unit: bigint): boolean {
  if (!isEmpty(state.section) && state.lastUnit <= unit) return false;
  if (state.pending === null && unit !== 10n && state.lastUnit > 0n) return false;
  state.section = plus(state.section, times(state.pending === null || isEmpty(state.pending) ? whole(1) : state.pending, unit));
  return finishUnit(state, unit);
}

function takeLargeUnit(state: Reading, unit: bigint): boolean {
  const section = plus(state.section, state.pending ?? ZERO);
  if (isEmpty(section) && isEmpty(state.total)) return false;
  // 一万亿, 四万万: a unit right after a unit multiplies; 一万二千亿: so does a larger one after more digits.
  if (!isEmpty(state.total) && (isEmpty(section) || unit > state.largestUnit)) state.total = times(plus(state.total, section), unit);
  else if (!isEmpty(state.total) && unit === state.largestUnit) return false;
  else state.total = plus(state.total, times(section, unit));
  state.section = ZERO;
  if (unit > state.largestUnit) state.largestUnit = unit;
  return finishUnit(state, unit);
}

function finishUnit(state: Reading, unit: bigint): boolean {
  state.pending = null;
  state.afterZero = false;
  state.lastUnit = unit;
  return true;
}

function valueOf(state: Reading): Decimal {
  const pending = state.pending ?? ZERO;
  const isMultiple = state.isShort && !state.isVague && state.lastUnit >= 100n;
  return plus(plus(state.total, state.section), isMultiple ? times(pending, state.lastUnit / 10n) : pending);
}

/** Whether a unit that multiplies follows: only then do 多, 余 and 几 belong to the number (五百余万), or 几 after 十 (十几). */
function isVagueMark(text: string, at: number, state: Reading): boolean {
  if (!VAGUE.test(text[at] ?? '')) return false;
  if (LARGE_UNITS.has(text[at + 1] ?? '')) return state.pending !== null || state.lastUnit > 0n;
  return text[at] === '几' && state.pending === null && state.lastUnit > 0n;
}

/** 三点五, 二百点五: the decimals behind 点, not 两 nor 三点五十 (a time). A large unit behind them multiplies all of it. */
function scanDecimals(text: string, at: number, value: Decimal): { to: number; value: Decimal } | null {
  if (text[at] !== '点') return null;
  let to = at + 1;
  let digits = '';
  for (; digits.length < MAX_DIGITS / 2; to += 1) {
    const character = text[to];
    const digit = character !== undefined && isAsciiDigit(character) ? Number(character) : DIGITS.get(character ?? '');
    if (digit === undefined || character === '两' || character === '俩') break;
    digits += String(digit);
  }
  if (digits === '' || SMALL_UNITS.has(text[to] ?? '') || text[to] === '分' && text[to + 1] !== '之' || text[to] === '刻') return null;
  const decimal = plus(value, fromDigits('', digits));
  const unit = LARGE_UNITS.get(text[to] ?? '');
  return unit === undefined ? { to, value: decimal } : { to: to + 1, value: times(decimal, unit) };
}

/** Digits said one by one from `from`: at least three, or two with a 零 (二〇二四, 一三八, 零八). */
function scanDigits(text: string, from: number): Magnitude | null {
  let to = from;
  let digits = '';
  for (let digit = DIGITS.get(text[to] ?? ''); digit !== undefined && digits.length <= MAX_DIGITS; digit = DIGITS.get(text[to] ?? '')) {
    digits += String(digit);
    to += 1;
  }
  const isSequence = digits.length >= 3 || (digits.length === 2 && digits.includes('0') && !/[两俩]/u.test(text.slice(from, to)));
  if (!isSequence || digits.length > MAX_DIGITS || SMALL_UNITS.has(text[to] ?? '') || LARGE_UNITS.has(text[to] ?? '')) return null;
  return { to, value: fromDigits(digits), shape: 'digits' };
}

/** 三四百, 十五六, 两三万: two digits in a row, the second one more than the first (or 三五), as "about". */
function pairAt(text: string, at: number): [number, number] | null {
  const first = DIGITS.get(text[at] ?? '');
  const second = DIGITS.get(text[at + 1] ?? '');
  if (!first || !second || DIGITS.has(text[at + 2] ?? '')) return null;
  return second === first + 1 || (first === 3 && second === 5) ? [first, second] : null;
}

function scanPair(text: string, from: number): Magnitude | null {
  const pair = pairAt(text, from);
  let to = from + 2;
  let unit = SMALL_UNITS.get(text[to] ?? '') ?? 1n;
  if (unit > 1n) to += 1;
  const [low, high] = pair ?? [0, 0];
  let tens = 0n;
  if (!pair) {
    // 十五六, 二十七八
    const lead = DIGITS.get(text[from] ?? '');
    const at = from + (lead === undefined ? 1 : 2);
    if (!SMALL_UNITS.has(text[at - 1] ?? '') || SMALL_UNITS.get(text[at - 1] ?? '') !== 10n || lead === 0) return null;
    const after = pairAt(text, at);
    if (!after) return null;
    tens = BigInt(lead ?? 1) * 10n;
    return finishPair(text, at + 2, tens + BigInt(after[0]), tens + BigInt(after[1]));
  }
  for (let large = LARGE_UNITS.get(text[to] ?? ''); large !== undefined; large = LARGE_UNITS.get(text[to] ?? '')) {
    unit *= large;
    to += 1;
  }
  return unit === 1n && !/[个名位人年岁天周月日户家次块元毛角分里斤米倍成点项份件]/u.test(text[to] ?? '') ? null : finishPair(text, to, BigInt(low) * unit, BigInt(high) * unit);
}

function finishPair(text: string, to: number, low: bigint, high: bigint): Magnitude | null {
  if (SMALL_UNITS.has(text[to] ?? '')) return null;
  const unit = LARGE_UNITS.get(text[to] ?? '') ?? 1n;
  return { to: unit > 1n ? to + 1 : to, value: whole(low * unit), upper: whole(high * unit), shape: 'pair' };
}

/** The longest number without sign at `from`; null when there is none. Work is bounded by the number's own length. */
export function scanMagnitude(text: string, from: number): Magnitude | null {
  const pair = scanPair(text, from);
  if (pair) return pair;
  const sequence = scanDigits(text, from);
  if (sequence) {
    const decimals = scanDecimals(text, sequence.to, sequence.value);
    return decimals ? { ...sequence, ...decimals } : sequence;
  }
  const state: Reading = { total: ZERO, section: ZERO, pending: null, isShort: false, lastUnit: 0n, largestUnit: 0n, afterZero: false, isVague: false };
  let to = from;
  /** Where the longest number so far ends; what does not fit behind it leaves the state as it was. */
  let end = from;
  let hasHan = false;
  let hasLeadDigit = false;
  const isLimit = from + MAX_DIGITS;
  while (to < isLimit) {
    const character = text[to] ?? '';
    const small = SMALL_UNITS.get(character);
    const large = LARGE_UNITS.get(character);
    const digit = DIGITS.get(character);
    if (small !== undefined) {
      if (to === from && small !== 10n && !DIGITS.get(text[to + 1] ?? '')) return null;
      if (!takeSmallUnit(state, small)) break;
      to += 1;
      hasHan = true;
    } else if (large !== undefined) {
      if (!takeLargeUnit(state, large)) break;
      to += 1;
      hasHan = true;
    } else if (digit === 0 && state.lastUnit > 0n && state.pending === null) {
      state.afterZero = true;
      to += 1;
      continue;
    } else if (isVagueMark(text, to, state)) {
      state.isVague = true;
      to += 1;
      if (LARGE_UNITS.has(text[to] ?? '')) continue;
      end = to;
      break;
    } else {
      const arabic = digit === undefined ? scanArabic(text, to) : null;
      if (digit === undefined && !arabic) break;
      if (state.pending !== null || (state.isVague && !hasLeadDigit)) break;
      state.pending = arabic?.value ?? whole(digit ?? 0);
      state.isShort = !state.afterZero && (digit !== undefined || (arabic !== null && arabic.to === to + 1));
      if (digit !== undefined) hasHan = true;
      hasLeadDigit = true;
      to = arabic?.to ?? to + 1;
    }
    end = to;
  }
  if (end === from) return null;
  const best: Magnitude = { to: end, value: valueOf(state), shape: state.isVague ? 'vague' : hasHan ? (hasLeadDigit ? 'mixed' : 'unit') : 'arabic' };
  if (best.shape === 'arabic') {
    const unit = text[best.to] === ' ' ? LARGE_UNITS.get(text[best.to + 1] ?? '') : undefined;
    if (unit !== undefined) return { to: best.to + 2, value: times(best.value, unit), shape: 'mixed' };
  }
  if (text[best.to] !== '点' || best.shape === 'vague') return best;
  const decimals = scanDecimals(text, best.to, best.value);
  return decimals ? { ...best, ...decimals, shape: 'mixed' } : best;
}
