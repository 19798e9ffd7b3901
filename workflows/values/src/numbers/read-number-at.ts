import { type Decimal, fromNumber, isZero, negated, plus, shifted, times, toNumber } from './decimal.js';
import { isAsciiDigit } from './numerals.js';
import { type Magnitude, scanMagnitude } from './scan-magnitude.js';

const SCIENTIFIC = /[eE]([+-]?\d{1,3})(?![\dA-Za-z.])/y;
const POWER = /\^([+-]{0,3})(\d{1,3})/y;
const FRACTION = /(\d{1,9})\/(\d{1,9})(?![\d/])/y;
const LETTER_UNITS: Record<string, bigint> = { k: 1000n, K: 1000n, w: 10_000n, W: 10_000n, M: 1_000_000n };
const LETTER_UNIT = / ?([kKMwW])(?![A-Za-z0-9])/y;
/** 一打鸡蛋, but not 一打电话: what can be the object of 打. */
const DOZEN = /打(?![电开听算印包扰工车球架造理针字卡折对仗])/y;
const OF = / ?分之 ?/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The nearest decimal of a quotient; exact where it terminates early, as most do. */
function quotient(a: Decimal, b: Decimal): Decimal {
  return fromNumber(toNumber(a) / toNumber(b));
}

function signAt(text: string, at: number): number {
  if (text[at] === '负') return 1;
  // A dash after a digit, a letter or another dash joins; it is no sign.
  return text[at] === '-' && !/[\dA-Za-z)\-零〇一二三四五六七八九十百千万亿元年月日号]/u.test(text[at - 1] ?? '') ? 1 : 0;
}

function unsignedAt(text: string, from: number): Magnitude | null {
  const simple = matchAt(FRACTION, text, from);
  if (simple && text[from - 1] !== '/' && text[from - 1] !== '.' && Number(simple[2]) > 0) {
    return { to: from + simple[0].length, value: fromNumber(Number(simple[1]) / Number(simple[2])), shape: 'arabic' };
  }
  const magnitude = scanMagnitude(text, from);
  if (!magnitude) return null;
  const { to, value } = magnitude;
  if (magnitude.shape === 'arabic') {
    const scientific = matchAt(SCIENTIFIC, text, to);
    if (scientific) return { ...magnitude, to: to + scientific[0].length, value: shifted(value, Number(scientific[1])) };
    const power = matchAt(POWER, text, to);
    if (power) {
      const isNegative = (power[1] ?? '').replaceAll('+', '').length % 2 === 1;
      return { ...magnitude, to: to + power[0].length, value: fromNumber(toNumber(value) ** (isNegative ? -Number(power[2]) : Number(power[2]))) };
    }
    const letter = matchAt(LETTER_UNIT, text, to);
    if (letter) return { ...magnitude, to: to + letter[0].length, value: times(value, LETTER_UNITS[letter[1] ?? ''] ?? 1n) };
    const rest = text[to] === ' ' && isAsciiDigit(text[to + 1]) && Number.isInteger(toNumber(value)) ? matchAt(FRACTION, text, to + 1) : null;
    if (rest && Number(rest[1]) > 0 && Number(rest[2]) > 0) return { ...magnitude, to: to + 1 + rest[0].length, value: plus(value, fromNumber(Number(rest[1]) / Number(rest[2]))) };
  }
  // 两个亿
  if (text[to] === '个' && text[to + 1] === '亿' && magnitude.shape !== 'pair') return { ...magnitude, to: to + 2, value: times(value, 100_000_000n), shape: 'mixed' };
  if (matchAt(DOZEN, text, to) && magnitude.shape !== 'pair') return { ...magnitude, to: to + 1, value: times(value, 12n), shape: 'mixed' };
  return chineseFraction(text, magnitude) ?? magnitude;
}

/** 五分之一, 三又五分之一; a bare 百分之… is a percentage and begins with no number, so it does not come here. */
function chineseFraction(text: string, first: Magnitude): Magnitude | null {
  const of = matchAt(OF, text, first.to);
  if (of) {
    const isMinus = signAt(text, first.to + of[0].length);
    const numerator = scanMagnitude(text, first.to + of[0].length + isMinus);
    if (!numerator || isZero(first.value)) return null;
    const value = quotient(numerator.value, first.value);
    return { to: numerator.to, value: isMinus ? negated(value) : value, shape: 'mixed' };
  }
  if (text[first.to] !== '又') return null;
  const denominator = scanMagnitude(text, first.to + 1);
  const fraction = denominator && chineseFraction(text, denominator);
  return fraction && { to: fraction.to, value: plus(first.value, fraction.value), shape: 'mixed' };
}

/** The longest number at `from`, its sign included: -12, 负三点五, 3/4, 五分之一, 1.2万, 2e5, 40k. */
export function readNumberAt(text: string, from: number): Magnitude | null {
  if (text.startsWith('半百', from)) return { to: from + 2, value: { units: 50n, places: 0 }, shape: 'mixed' };
  const sign = signAt(text, from);
  if (sign > 0 && text[from] === '-' && !isAsciiDigit(text[from + 1]) && text[from + 1] !== '.') return null;
  const magnitude = unsignedAt(text, from + sign);
  if (!magnitude || sign === 0) return magnitude;
  return { ...magnitude, value: negated(magnitude.value), ...(magnitude.upper && { upper: negated(magnitude.upper) }) };
}
