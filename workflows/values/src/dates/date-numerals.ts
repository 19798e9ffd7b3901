import { DIGITS } from '../numbers/numerals.js';

/** Patterns of small numbers as dates write them, for use inside a regular expression. */
export const ANY = '\\d零〇○一二两三四五六七八九十';
export const MONTH_NUMBER = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
export const DAY_NUMBER = '[0-3]?\\d|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九]';

/** Reads 12, 十二, 二十, 三十一, 廿三, 二〇二四; NaN for anything else. */
export function readSmall(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const folded = text.replace('廿', '二十').replace('卅', '三十');
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(folded);
  if (tens) return (DIGITS.get(tens[1] ?? '') ?? 1) * 10 + (DIGITS.get(tens[2] ?? '') ?? 0);
  let value = 0;
  for (const character of folded) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return Number.NaN;
    value = value * 10 + digit;
  }
  return text === '' ? Number.NaN : value;
}

/** A two-digit year is the latest one that is at most ten years ahead: 24 is 2024, 98 is 1998. */
export function fullYear(year: number, thisYear: number): number {
  const sameCentury = thisYear - (thisYear % 100) + year;
  return sameCentury > thisYear + 10 ? sameCentury - 100 : sameCentury;
}

/** -2 … 2 for 上上, 上, 本/这/当, 下, 下下. */
export function shiftOf(words: string): number {
  if (words.startsWith('上')) return words.startsWith('上上') ? -2 : -1;
  if (words.startsWith('下')) return words.startsWith('下下') ? 2 : 1;
  return 0;
}

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
