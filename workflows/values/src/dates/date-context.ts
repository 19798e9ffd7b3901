import { addDays, chinaDate, type CivilDate, isoDate, weekday } from './calendar.js';
import type { Lean } from './term.js';

/** Hours [from, to) of a part of the day. */
export type DayParts = Record<DayPart, readonly [number, number]>;
export type DayPart = 'dawn' | 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'dusk' | 'evening';

export const DAY_PARTS: DayParts = { dawn: [0, 6], morning: [6, 9], forenoon: [8, 12], noon: [11, 13], afternoon: [12, 18], dusk: [17, 19], evening: [18, 24] };

/** First and last month of the two terms of a school year that begins in September. */
export interface SchoolTerms {
  first: readonly [month: number, day: number, endMonth: number, endDay: number];
  second: readonly [month: number, day: number, endMonth: number, endDay: number];
}
export const SCHOOL_TERMS: SchoolTerms = { first: [9, 1, 1, 31], second: [2, 1, 7, 31] };

/** What the reading of a date depends on besides its text. */
export interface DateContext {
  today: CivilDate;
  /** Seconds since midnight in China. */
  seconds: number;
  lean: Lean | undefined;
  isWorkingDay: (day: CivilDate) => boolean;
  dayParts: DayParts;
  terms: SchoolTerms;
}

/** Official holidays and the weekend days worked instead (调休), both as ISO dates: they change by decree every year, so the caller has them. */
export interface Holidays {
  off: ReadonlySet<string>;
  worked: ReadonlySet<string>;
}

export interface DateOptions {
  /** Relative dates count from it, on China's calendar; now, if it is not given. */
  now?: Date;
  /** Where the text leaves it open, the field knows: a birth lies in the past, an appointment in the future. */
  lean?: Lean;
  /** Official holidays and the weekend days worked instead, as ISO dates; without them every Monday to Friday is a working day. */
  holidays?: Holidays;
  /** Hours of 上午, 下午 …, where an office divides its day differently. */
  dayParts?: Partial<DayParts>;
  /** The terms of a school whose year is divided differently. */
  terms?: SchoolTerms;
}

export function dateContext({ now = new Date(), lean, holidays, dayParts, terms = SCHOOL_TERMS }: DateOptions): DateContext {
  const wall = new Date(now.getTime() + 8 * 3_600_000);
  const seconds = wall.getUTCHours() * 3_600 + wall.getUTCMinutes() * 60 + wall.getUTCSeconds();
  return { today: chinaDate(now), seconds, lean, isWorkingDay: workingDays(holidays), dayParts: { ...DAY_PARTS, ...dayParts }, terms };
}

export function workingDays(holidays: Holidays | undefined): (day: CivilDate) => boolean {
  return (day) => {
    const iso = isoDate(day);
    if (holidays?.worked.has(iso)) return true;
    return weekday(day) <= 5 && !holidays?.off.has(iso);
  };
}

/** More working days than any time limit of a service; beyond it they are not counted one by one. */
const MAX_WORKING_DAYS = 2_000;

/** The n-th working day after (before, where n is negative) `day`, which itself does not count (民法典 201 条); null when it is too far away. */
export function addWorkingDays(day: CivilDate, count: number, isWorkingDay: (day: CivilDate) => boolean): CivilDate | null {
  if (!Number.isInteger(count) || Math.abs(count) > MAX_WORKING_DAYS) return null;
  let current = day;
  let tries = 0;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, count < 0 ? -1 : 1);
    if (isWorkingDay(current)) left -= 1;
    tries += 1;
    if (tries > MAX_WORKING_DAYS * 3) return null;
  }
  return current;
}
