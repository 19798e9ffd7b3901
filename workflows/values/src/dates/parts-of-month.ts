import { addDays, type CivilDate, daysInMonth, isCivilDate, weekday } from './calendar.js';
import { DAY_NUMBER, matchAt, readSmall } from './date-numerals.js';
import { dayOf, dayPeriod, daysPeriod, firstMonday, type Period, tenDays, weekPeriod } from './period.js';

/** Something inside a month: where its name ends, and the period in that month; null where the month has none. */
export interface PartOfMonth {
  to: number;
  make: (year: number, month: number) => Period | null;
  /** As it was written, for a day that does not exist. */
  day?: number;
}

const DAY = new RegExp(`(${DAY_NUMBER})([日号])?`, 'y');
const RANGE_OF_DAYS = new RegExp(`(${DAY_NUMBER}) ?[-~到至] ?(${DAY_NUMBER})[日号]`, 'y');
/** Behind a day without 日 these would make it a count: 三月五个人. */
const COUNTED = /[\d.,%点个人天年月时岁块元多份次名位家户周万千百十亿倍折成间栋]/u;
const NTH_WEEKDAY = /第([一二三四五1-5])个(?:周|星期|礼拜)([一二三四五六日天1-7])/y;
const LAST_WEEKDAY = /最后(?:一|1)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])/y;
const NTH_WEEK = /第([一二三四五1-5])个?(?:周|星期|礼拜)(?![一二三四五六日天末])/y;
const TEN_DAYS = /(上|中|下)旬/y;
const LAST_DAY = /(?:底|末|最后(?:一|1)天)(?!班)/y;
const BEGINNING = /初(?![一二三四五六七八九十级中])/y;
const HALF = /(上|前|下|后)半月?/y;
const FIRST_DAYS = /(前|最后)(\d{1,2}|[一二两三四五六七八九十]{1,3})天/y;

export const weekdayNumber = (character: string): number => ('日天'.includes(character) ? 7 : readSmall(character));

const nthWeekday = (year: number, month: number, n: number, day: number): Period | null => {
  const first: CivilDate = { year, month, day: 1 };
  return dayOf(year, month, 1 + ((day - weekday(first) + 7) % 7) + (n - 1) * 7);
};

const lastWeekday = (year: number, month: number, day: number): Period | null => nthWeekday(year, month, 5, day) ?? nthWeekday(year, month, 4, day);

const lastDay = (year: number, month: number): CivilDate => ({ year, month, day: daysInMonth(year, month) });

/** What follows the name of a month (的 was passed over): a day, ten days, its end, a week, a weekday. */
export function partOfMonthAt(text: string, at: number): PartOfMonth | null {
  let match = matchAt(RANGE_OF_DAYS, text, at);
  if (match) {
    const [from, to] = [readSmall(match[1] ?? ''), readSmall(match[2] ?? '')];
    const make = (year: number, month: number) => {
      const [start, end] = [{ year, month, day: from }, { year, month, day: to }];
      return isCivilDate(start) && isCivilDate(end) && from < to ? daysPeriod(start, end) : null;
    };
    return { to: at + match[0].length, make };
  }
  match = matchAt(DAY, text, at);
  if (match) {
    const to = at + match[0].length;
    const day = readSmall(match[1] ?? '');
    if (match[2] !== undefined || !COUNTED.test(text[to] ?? '')) return { to, day, make: (year, month) => dayOf(year, month, day) };
  }
  match = matchAt(TEN_DAYS, text, at);
  if (match) return { to: at + 2, make: (year, month) => tenDays(year, month, '上中下'.indexOf(match?.[1] ?? '') + 1) };
  match = matchAt(LAST_DAY, text, at);
  if (match) return { to: at + match[0].length, make: (year, month) => dayPeriod(lastDay(year, month)) };
  if (matchAt(BEGINNING, text, at)) return { to: at + 1, make: (year, month) => daysPeriod({ year, month, day: 1 }, { year, month, day: 5 }) };
  match = matchAt(HALF, text, at);
  if (match) {
    const isFirst = '上前'.includes(match[1] ?? '');
    return { to: at + match[0].length, make: (year, month) => (isFirst ? daysPeriod({ year, month, day: 1 }, { year, month, day: 15 }) : daysPeriod({ year, month, day: 16 }, lastDay(year, month))) };
  }
  return ordinalPart(text, at);
}

function ordinalPart(text: string, at: number): PartOfMonth | null {
  const nth = matchAt(NTH_WEEKDAY, text, at);
  if (nth) return { to: at + nth[0].length, make: (year, month) => nthWeekday(year, month, readSmall(nth[1] ?? ''), weekdayNumber(nth[2] ?? '')) };
  const last = matchAt(LAST_WEEKDAY, text, at);
  if (last) return { to: at + last[0].length, make: (year, month) => lastWeekday(year, month, weekdayNumber(last[1] ?? '')) };
  const week = matchAt(NTH_WEEK, text, at);
  if (week) return { to: at + week[0].length, make: (year, month) => weekPeriod(addDays(firstMonday({ year, month, day: 1 }), (readSmall(week[1] ?? '') - 1) * 7)) };
  const days = matchAt(FIRST_DAYS, text, at);
  if (!days) return null;
  const count = readSmall(days[2] ?? '');
  const make = (year: number, month: number) => {
    const end = lastDay(year, month);
    if (count < 1 || count > end.day) return null;
    return days[1] === '前' ? daysPeriod({ year, month, day: 1 }, { year, month, day: count }) : daysPeriod({ year, month, day: end.day - count + 1 }, end);
  };
  return { to: at + days[0].length, make };
}
