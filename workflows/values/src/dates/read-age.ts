import { toNumber } from '../numbers/decimal.js';
import { readNumberAt } from '../numbers/read-number-at.js';
import type { Atom } from './atom.js';
import { matchAt } from './date-numerals.js';

const YEARS = /(?:多)?(周岁|岁)(半)?(?!月|末|数)/y;
const YOUNG = /(个(?:多)?月|周|天)大(?!约|概|小|学|会|赛)/y;
const UNITS = { 月: 'month', 周: 'week', 天: 'day' } as const;

/** 60周岁, 五岁半, 十个月大. */
export function readAgeAt(text: string, from: number): Atom | null {
  const number = text[from] === '-' ? null : readNumberAt(text, from);
  if (!number) return null;
  const years = matchAt(YEARS, text, number.to);
  const amount = toNumber(number.value);
  if (years && amount <= 200) return { type: 'age', from, to: number.to + years[0].length, value: { amount: amount + (years[2] ? 0.5 : 0), unit: 'year', full: years[1] === '周岁' } };
  const young = matchAt(YOUNG, text, number.to);
  if (!young) return null;
  return { type: 'age', from, to: number.to + young[0].length, value: { amount, unit: UNITS[(young[1] ?? '').slice(-1) as keyof typeof UNITS], full: false } };
}
