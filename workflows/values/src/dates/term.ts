import { addDays, type CivilDate, compareDates, dayNumber } from './calendar.js';
import { mondayOf, type Period } from './period.js';

/** How a date without a year, a month or a week is completed: the field knows (出生 past, 预约 future). */
export type Lean = 'past' | 'future';

/** A date that comes once in a cycle (3月5日, 15号, 周三): `instance(k)` is the one of the k-th year, month or week, null where it has none. */
export interface Recurring {
  cycle: 'week' | 'month' | 'year' | 'century';
  instance: (index: number) => Period | null;
}

/** What a text says of a date: a period, several readings of it, something that comes again, or a date that does not exist. */
export type Term = { periods: Period[] } | Recurring | { invalid: string };

/** Leap days come after four years at most eight; a leap month may wait longer than the lunar table. */
const FARTHEST = 20;

export function indexOf(cycle: Recurring['cycle'], day: CivilDate): number {
  switch (cycle) {
    case 'week':
      return Math.round(dayNumber(mondayOf(day)) / 7);
    case 'month':
      return day.year * 12 + day.month - 1;
    case 'year':
      return day.year;
    case 'century':
      return Math.floor(day.year / 100);
  }
}

function search({ instance }: Recurring, from: number, step: 1 | -1, fits: (period: Period) => boolean): Period | null {
  for (let index = from, tries = 0; tries <= FARTHEST; index += step, tries += 1) {
    const period = instance(index);
    if (period && fits(period)) return period;
  }
  return null;
}

/** The last one before today and the next one after; only the one that today is in, where there is such. */
function around(term: Recurring, today: CivilDate): Period[] {
  const now = indexOf(term.cycle, today);
  // A period that begins in the cycle before may last until today (winter).
  for (const index of [now, now - 1]) {
    const current = term.instance(index);
    if (current && compareDates(current.start, today) <= 0 && compareDates(current.end, today) >= 0) return [current];
  }
  const past = search(term, now, -1, (period) => compareDates(period.end, today) < 0);
  const future = search(term, now, 1, (period) => compareDates(period.start, today) > 0);
  return [past, future].filter((period) => period !== null);
}

/** All that a term may mean from today, the earliest first. */
export function periodsOf(term: Term, today: CivilDate): Period[] {
  if ('invalid' in term) return [];
  return 'periods' in term ? term.periods : around(term, today);
}

/** The first one that begins on `day` or later: how the second end of a range is completed. */
export function firstFrom(term: Term, day: CivilDate): Period | null {
  if ('invalid' in term) return null;
  if ('periods' in term) return term.periods[0] ?? null;
  return search(term, indexOf(term.cycle, day), 1, (period) => compareDates(period.start, day) >= 0);
}

/**
 * The likely one: as the field leans; without a lean the one of the running year, month or week, as people mean it.
 * Null where there is none on that side.
 */
export function likely(term: Term, periods: readonly Period[], today: CivilDate, lean: Lean | undefined): Period | null {
  if (periods.length < 2) return periods[0] ?? null;
  if (lean === 'past') return periods.filter(({ start }) => compareDates(start, today) <= 0).at(-1) ?? null;
  if (lean === 'future') return periods.find(({ end }) => compareDates(end, today) >= 0) ?? null;
  if ('instance' in term) {
    const now = indexOf(term.cycle, today);
    return periods.find(({ start }) => indexOf(term.cycle, start) === now) ?? periods[periods.length - 1] ?? null;
  }
  return periods[0] ?? null;
}

/** The day `weekday` (1–7) of the k-th week. */
export function weekdayTerm(weekday: number, toPeriod: (day: CivilDate) => Period): Recurring {
  return { cycle: 'week', instance: (index) => toPeriod(addDays({ year: 1970, month: 1, day: 1 }, index * 7 + mondayOffset + weekday - 1)) };
}

/** 1 January 1970 was a Thursday; week 0 is the one whose Monday is nearest to it (29 December 1969, rounded). */
const mondayOffset = -3;
