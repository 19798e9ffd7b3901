import type { DatePrecision, DateValue } from '../value-kinds.js';
import { addDays, addMonths, type CivilDate, compareDates, daysInMonth, isCivilDate, isoDate, weekday } from './calendar.js';

/** A day or a run of days, both ends included, with its normal form (EDTF, ISO 8601-2). */
export interface Period {
  start: CivilDate;
  end: CivilDate;
  precision: DatePrecision;
  edtf: string;
  lunar?: boolean;
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');

export function dayPeriod(day: CivilDate, lunar = false): Period {
  return { start: day, end: day, precision: 'day', edtf: isoDate(day), ...(lunar && { lunar }) };
}

/** Null where the month has no such day. */
export function dayOf(year: number, month: number, day: number): Period | null {
  const date = { year, month, day };
  return isCivilDate(date) ? dayPeriod(date) : null;
}

export function monthPeriod(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  return { start: { year, month, day: 1 }, end: { year, month, day: daysInMonth(year, month) }, precision: 'month', edtf: `${four(year)}-${two(month)}` };
}

export function yearPeriod(year: number): Period {
  return { start: { year, month: 1, day: 1 }, end: { year, month: 12, day: 31 }, precision: 'year', edtf: four(year) };
}

/** Whole months from `month` on, under a name of their own. */
function months(year: number, month: number, count: number, precision: DatePrecision, edtf: string): Period {
  const start = addMonths({ year, month: 1, day: 1 }, month - 1);
  return { start, end: addDays(addMonths(start, count), -1), precision, edtf };
}

/** Quarters are 33–36 in EDTF, half years 40 and 41. */
export const quarterPeriod = (year: number, quarter: number): Period => months(year, quarter * 3 - 2, 3, 'quarter', `${four(year)}-${32 + quarter}`);
export const halfPeriod = (year: number, half: number): Period => months(year, half * 6 - 5, 6, 'half', `${four(year)}-${39 + half}`);

/** Meteorological seasons: spring is March to May (21), winter December to February (24). */
export const seasonPeriod = (year: number, season: number): Period => months(year, season * 3, 3, 'season', `${four(year)}-${20 + season}`);

export function decadePeriod(year: number): Period {
  return { start: { year, month: 1, day: 1 }, end: { year: year + 9, month: 12, day: 31 }, precision: 'decade', edtf: four(year).slice(0, 3) };
}

/** Any run of days; its normal form is an interval. */
export function daysPeriod(start: CivilDate, end: CivilDate, precision: DatePrecision = 'days'): Period {
  return { start, end, precision, edtf: `${isoDate(start)}/${isoDate(end)}` };
}

/** 上旬, 中旬, 下旬 are 1, 2, 3. */
export function tenDays(year: number, month: number, part: number): Period | null {
  if (month < 1 || month > 12) return null;
  return daysPeriod({ year, month, day: part * 10 - 9 }, { year, month, day: part === 3 ? daysInMonth(year, month) : part * 10 }, 'ten-days');
}

export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekday(day));

/** The week, Monday to Sunday, that begins on `monday`; named by its ISO 8601 week. */
export function weekPeriod(monday: CivilDate): Period {
  const { year, week } = isoWeek(monday);
  return { start: monday, end: addDays(monday, 6), precision: 'week', edtf: `${four(year)}-W${two(week)}` };
}

export function weekendPeriod(monday: CivilDate): Period {
  return { ...daysPeriod(addDays(monday, 5), addDays(monday, 6), 'weekend') };
}

/** ISO 8601: a week belongs to the year (or month) that its Thursday is in. */
export function isoWeek(day: CivilDate): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3);
  const first = firstMonday({ year: thursday.year, month: 1, day: 1 });
  return { year: thursday.year, week: Math.round(compareDates(mondayOf(day), first) / 7) + 1 };
}

/** Monday of the first week of a period that begins on `start`: the one whose Thursday is in it. */
export function firstMonday(start: CivilDate): CivilDate {
  const monday = mondayOf(start);
  return compareDates(addDays(monday, 3), start) >= 0 ? monday : addDays(monday, 7);
}

export function dateValue(period: Period): DateValue {
  return { start: isoDate(period.start), end: isoDate(period.end), precision: period.precision, ...(period.lunar && { lunar: true }) };
}
