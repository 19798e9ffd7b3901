import type { Atom } from './atom.js';
import { isCivilDate } from './calendar.js';
import type { DateContext } from './date-context.js';
import { fullYear, matchAt } from './date-numerals.js';
import { dayOf, monthPeriod, type Period } from './period.js';
import type { Term } from './term.js';

const YEAR_FIRST = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])/y;
const SHORT_YEAR_FIRST = /(\d{2})-(\d{1,2})-(\d{1,2})(?![\d-])/y;
const YEAR_LAST = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/y;
const YEAR_MONTH = /(\d{4})[-/.](1[0-2]|0[1-9]|[1-9])(?![\d./]|-\d(?!\d{3}(?:[./年]|$)))/y;
const PACKED = /((?:19|20)\d{2})(\d{2})(\d{2})(?![\dA-Za-z])/y;
const MONTH_DAY = /(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/年月.%])/y;

const settled = (periods: (Period | null)[], written: string): Term => {
  const found = periods.filter((period) => period !== null);
  return found.length > 0 ? { periods: found } : { invalid: written };
};

/** Dates in digits alone: 2024-03-05, 2024/3/5, 20240305, 12-11-10 (the year first), 3/15. */
export function readNumericAt(text: string, from: number, context: DateContext): Atom | null {
  if (/[\dA-Za-z.\-/_]/u.test(text[from - 1] ?? '') && !(text[from - 1] === '-' && /[\d日号]/u.test(text[from - 2] ?? ''))) return null;
  const atom = (match: RegExpExecArray, term: Term): Atom => ({ type: 'date', from, to: from + match[0].length, term });
  const first = matchAt(YEAR_FIRST, text, from);
  if (first) return atom(first, settled([dayOf(Number(first[1]), Number(first[3]), Number(first[4]))], first[0]));
  const last = matchAt(YEAR_LAST, text, from);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
    // Day before month or month before day: both where both exist and differ.
    return atom(last, settled(a === b ? [dayOf(year, b, a)] : [dayOf(year, b, a), dayOf(year, a, b)], last[0]));
  }
  const short = matchAt(SHORT_YEAR_FIRST, text, from);
  if (short) {
    const day = dayOf(fullYear(Number(short[1]), context.today.year), Number(short[2]), Number(short[3]));
    return day && atom(short, { periods: [day] });
  }
  const packed = matchAt(PACKED, text, from);
  if (packed) {
    const date = { year: Number(packed[1]), month: Number(packed[2]), day: Number(packed[3]) };
    return isCivilDate(date) ? atom(packed, settled([dayOf(date.year, date.month, date.day)], packed[0])) : null;
  }
  const month = matchAt(YEAR_MONTH, text, from);
  if (month && Number(month[1]) >= 1900 && Number(month[1]) < 2200) return atom(month, settled([monthPeriod(Number(month[1]), Number(month[2]))], month[0]));
  return monthDay(text, from);
}

/** 12/1, 3/15: a month and a day, unless it looks like a fraction (1/2, 3/10). */
function monthDay(text: string, from: number): Atom | null {
  const match = matchAt(MONTH_DAY, text, from);
  if (!match) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  if (month < day && day <= 10) return null;
  return dayOf(2000, month, day) && { type: 'date', from, to: from + match[0].length, term: { cycle: 'year', instance: (year) => dayOf(year, month, day) } };
}
