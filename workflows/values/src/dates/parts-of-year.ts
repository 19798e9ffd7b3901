import { addDays, addMonths, daysInMonth, isoDate } from './calendar.js';
import { MONTH_NUMBER, matchAt, readSmall } from './date-numerals.js';
import type { SchoolTerms } from './date-context.js';
import { festivalAt } from './festivals.js';
import { lunarPartAt } from './lunar-parts.js';
import { partOfMonthAt } from './parts-of-month.js';
import { dayOf, daysPeriod, firstMonday, halfPeriod, monthPeriod, type Period, quarterPeriod, seasonPeriod, weekPeriod } from './period.js';

/**
 * Something inside a year. `bare` says how it stands without a year: `again` comes every year (3月5日), `this` is the
 * running year's (一季度), `no` is nothing (第三周).
 */
export interface PartOfYear {
  to: number;
  make: (year: number) => Period | null;
  bare: 'again' | 'this' | 'no';
  /** More than one reading: 八月十五 may be the lunar one. */
  other?: (year: number) => Period | null;
}

const MONTH = new RegExp(`(${MONTH_NUMBER})月(?:份)?(?!饼|嫂|光|球|票|供|薪|租|子|经)(?:的(?=第|最|前|[上中下]旬))?`, 'y');
const MONTHS = new RegExp(`(${MONTH_NUMBER})月?份? ?(?:到|至|[-~—]{1,2}) ?(${MONTH_NUMBER})月份?`, 'y');
const NUMERIC = /(1[0-2]|0?[1-9])([-/.])(3[01]|[12]\d|0?[1-9])(?![\d])/y;
const HALF = /(上|下|前|后)半年/y;
const QUARTER = /(?:第?([一二三四1-4首])(?:个)?季度?|[Qq]([1-4]))(?!节)/y;
const SEASON = /([春夏秋冬])(?:天|季)(?!开学)/y;
const NTH_WEEK = /第(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:周|星期|礼拜)(?![一二三四五六日天末])/y;
const NTH_MONTH = /第(\d{1,2}|[一二三四五六七八九十]{1,2})个月/y;
const SOME = /(前|最后|头|最末) ?(\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:个)?(天|周|星期|礼拜|月|季度)/y;
const ENDS = /(?:年)?(底|末)/y;
const START = /年?初(?![一二三四五六七八九十级中])/y;
const TERM = /(?:学年)?第?([一二1-2上下]|秋季|春季)学期/y;

/** What follows a year, or stands without one. `hasYear` allows what means nothing alone. */
export function partOfYearAt(text: string, at: number, hasYear: boolean, terms: SchoolTerms): PartOfYear | null {
  const lunar = lunarPartAt(text, at, hasYear);
  if (lunar) return lunar;
  const festival = festivalAt(text, at);
  if (festival) return { ...festival, bare: 'again' };
  return monthPart(text, at, hasYear) ?? divisionPart(text, at) ?? (hasYear ? ordinalPart(text, at) : null) ?? termPart(text, at, terms);
}

function monthPart(text: string, at: number, hasYear: boolean): PartOfYear | null {
  const range = matchAt(MONTHS, text, at);
  // 3-5月, not 3月-5月1日: then the second month has a day of its own.
  if (range && !/^[\d一二三四五六七八九十]{1,3}[日号]/u.test(text.slice(at + range[0].length)) && !/月/u.test(range[0].slice(0, -2))) {
    const [first, last] = [readSmall(range[1] ?? ''), readSmall(range[2] ?? '')];
    const make = (year: number) => {
      const until = first <= last ? year : year + 1;
      return daysPeriod({ year, month: first, day: 1 }, { year: until, month: last, day: daysInMonth(until, last) });
    };
    return { to: at + range[0].length, make, bare: 'again' };
  }
  const match = matchAt(MONTH, text, at);
  if (!match) {
    const numeric = hasYear ? matchAt(NUMERIC, text, at) : null;
    return numeric && { to: at + numeric[0].length, make: (year) => dayOf(year, Number(numeric[1]), Number(numeric[3])), bare: 'no' };
  }
  const month = readSmall(match[1] ?? '');
  const part = partOfMonthAt(text, at + match[0].length);
  if (!part) return { to: at + match[0].replace(/的$/u, '').length, make: (year) => monthPeriod(year, month), bare: 'again' };
  return { to: part.to, make: (year) => part.make(year, month), bare: 'again' };
}

/** Halves, quarters, seasons, the end and the beginning of a year. */
function divisionPart(text: string, at: number): PartOfYear | null {
  const half = matchAt(HALF, text, at);
  if (half) return { to: at + half[0].length, make: (year) => halfPeriod(year, '上前'.includes(half[1] ?? '') ? 1 : 2), bare: 'this' };
  const quarter = matchAt(QUARTER, text, at);
  if (quarter && (/度|[Qq]/u.test(quarter[0]) || quarter[0].startsWith('第'))) {
    const number = quarter[1] === '首' ? 1 : readSmall(quarter[1] ?? quarter[2] ?? '');
    return /季$/u.test(quarter[0]) ? null : { to: at + quarter[0].length, make: (year) => quarterPeriod(year, number), bare: 'this' };
  }
  const season = matchAt(SEASON, text, at);
  if (season) return { to: at + season[0].length, make: (year) => seasonPeriod(year, '春夏秋冬'.indexOf(season[1] ?? '') + 1), bare: 'again' };
  return null;
}

/** 2021年的第一周, 今年最后三周, 去年的前10天, 2023年底: what needs a year before it. */
function ordinalPart(text: string, at: number): PartOfYear | null {
  const end = matchAt(ENDS, text, at);
  if (end) return { to: at + end[0].length, make: (year) => dayOf(year, 12, 31), bare: 'no' };
  const start = matchAt(START, text, at);
  if (start) return { to: at + start[0].length, make: (year) => monthPeriod(year, 1), bare: 'no' };
  const week = matchAt(NTH_WEEK, text, at);
  if (week) return { to: at + week[0].length, make: (year) => weekPeriod(addDays(firstMonday({ year, month: 1, day: 1 }), (readSmall(week[1] ?? '') - 1) * 7)), bare: 'no' };
  const month = matchAt(NTH_MONTH, text, at);
  if (month) return { to: at + month[0].length, make: (year) => monthPeriod(year, readSmall(month[1] ?? '')), bare: 'no' };
  const some = matchAt(SOME, text, at);
  return some && { to: at + some[0].length, make: (year) => someOf(year, some[1] !== '最后' && some[1] !== '最末', readSmall(some[2] ?? ''), some[3] ?? ''), bare: 'no' };
}

function someOf(year: number, isFirst: boolean, count: number, unit: string): Period | null {
  if (!(count >= 1)) return null;
  if (unit === '月' || unit === '季度') {
    const months = unit === '月' ? count : count * 3;
    if (months > 12) return null;
    const start = { year, month: isFirst ? 1 : 13 - months, day: 1 };
    return daysPeriod(start, addDays(addMonths(start, months), -1));
  }
  if (unit === '天') return isFirst ? daysPeriod({ year, month: 1, day: 1 }, addDays({ year, month: 1, day: 1 }, count - 1)) : daysPeriod(addDays({ year, month: 12, day: 31 }, 1 - count), { year, month: 12, day: 31 });
  const first = firstMonday({ year, month: 1, day: 1 });
  const next = firstMonday({ year: year + 1, month: 1, day: 1 });
  // The last weeks are those that end in the year.
  const end = isoDate(addDays(next, -1)) > `${year}-12-31` ? addDays(next, -7) : next;
  return isFirst ? daysPeriod(first, addDays(first, count * 7 - 1)) : daysPeriod(addDays(end, -count * 7), addDays(end, -1));
}

/** 第一学期, 下学期 of the school year that begins in that year. */
function termPart(text: string, at: number, terms: SchoolTerms): PartOfYear | null {
  const match = matchAt(TERM, text, at);
  if (!match) return null;
  const isFirst = /[一1上秋]/u.test(match[1] ?? '');
  const isYearOfSchool = match[0].startsWith('学年');
  const [month, day, endMonth, endDay] = isFirst ? terms.first : terms.second;
  const make = (year: number) => {
    const start = !isFirst && isYearOfSchool ? year + 1 : year;
    const from = { year: start, month, day };
    return daysPeriod(from, { year: endMonth < month ? start + 1 : start, month: endMonth, day: endDay });
  };
  // 上学期 and 下学期 without a year are the last and the next one; who reads relative words does that.
  return { to: at + match[0].length, make, bare: 'no' };
}

/** The school terms around a year, in their order. */
export function termsAround(year: number, { first, second }: SchoolTerms): Period[] {
  const term = (start: number, [month, day, endMonth, endDay]: SchoolTerms['first']) => daysPeriod({ year: start, month, day }, { year: endMonth < month ? start + 1 : start, month: endMonth, day: endDay });
  return [year - 1, year, year + 1].flatMap((each) => [term(each, second), term(each, first)]);
}
