import { matchAt, readSmall } from './date-numerals.js';
import { lunarDay } from './festivals.js';
import { daysInLunarMonth, fromLunar } from './lunar.js';
import { dayOf, type Period } from './period.js';
import type { PartOfYear } from './parts-of-year.js';

/**
 * 正月, 冬月, 腊月, 闰二月 and 初一 … 初十 say themselves that they are lunar; other months only with 农历 before them.
 * 冬月 is the eleventh month, 腊月 the twelfth.
 */
const LUNAR = /(农历|阴历|旧历)?的?(闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])月(?:(初)([一二三四五六七八九十])|(二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九]?|[12]\d|30|[1-9])(?=日|号|$|[^\d年月个点时]))?[日号]?(?![饼])/y;

/** 2015年十月初一, 农历八月十五, 闰四月初三, 正月: the part of a lunar year. Null for a Gregorian one. */
export function lunarPartAt(text: string, at: number, hasYear: boolean): PartOfYear | null {
  const match = matchAt(LUNAR, text, at);
  if (!match) return null;
  const [written, prefix, leap, name = '', first, firstDay, plainDay] = match;
  const isLeap = leap !== undefined;
  const month = name === '正' ? 1 : name === '冬' ? 11 : name === '腊' ? 12 : readSmall(name);
  const day = first !== undefined ? readSmall(firstDay ?? '') : plainDay === undefined ? undefined : readSmall(plainDay);
  const to = at + written.length;
  const isLunar = prefix !== undefined || isLeap || /[正冬腊]/u.test(name) || first !== undefined || /廿/u.test(plainDay ?? '') || before(text, at);
  if (isLunar) {
    if (/[日号]$/u.test(written) && day === undefined) return null;
    return { to, make: (year) => (day === undefined ? lunarMonth(year, month, isLeap) : lunarDay(year, month, day, isLeap)), bare: 'again' };
  }
  // 八月十五 without 日: the Gregorian day, or the lunar one. With a year it is the Gregorian one.
  if (hasYear || day === undefined || plainDay === undefined || /\d/u.test(name + plainDay) || /[日号]$/u.test(written)) return null;
  return { to, make: (year) => dayOf(year, month, day), other: (year) => lunarDay(year, month, day), bare: 'again' };
}

/** Whether 农历 stands before the year: 农历2015年十月初一. */
function before(text: string, at: number): boolean {
  return /(?:农历|阴历|旧历)[^，。,\s]{0,8}年$/u.test(text.slice(Math.max(0, at - 12), at));
}

function lunarMonth(year: number, month: number, isLeap: boolean): Period | null {
  const length = daysInLunarMonth(year, month, isLeap);
  const [start, end] = [fromLunar({ year, month, isLeap, day: 1 }), length === null ? null : fromLunar({ year, month, isLeap, day: length })];
  if (!start || !end) return null;
  const iso = ({ year: y, month: m, day: d }: typeof start) => `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { start, end, precision: 'month', edtf: `${iso(start)}/${iso(end)}`, lunar: true };
}
