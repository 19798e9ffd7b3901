import type { Meaning, Reading, ValueKind } from '../found-value.js';
import { invalid } from '../verdict.js';
import type { Clock } from './atom.js';
import { addDays, type CivilDate, compareDates, isoDate } from './calendar.js';
import type { DateContext } from './date-context.js';
import { dateValue, type Period } from './period.js';
import { firstFrom, indexOf, likely, periodsOf, type Term } from './term.js';

/** A stretch from the first day of one period to the last of another. */
export interface Stretch extends Period {
  first: Period;
  last: Period;
}

const two = (number: number) => String(number).padStart(2, '0');

export function clockText({ seconds, hasSeconds }: Clock): string {
  const text = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor((seconds % 3_600) / 60))}`;
  return hasSeconds ? `${text}:${two(seconds % 60)}` : text;
}

/** The moment of a clock on a day; 24:00 is 00:00 of the next. */
export function momentText(day: CivilDate, clock: Clock): string {
  const carried = clock.seconds >= 86_400;
  return `${isoDate(carried ? addDays(day, 1) : day)}T${clockText(carried ? { ...clock, seconds: clock.seconds - 86_400 } : clock)}`;
}

export function momentOf(wall: number, hasSeconds: boolean): string {
  const day = Math.floor(wall / 86_400);
  return momentText(addDays({ year: 1970, month: 1, day: 1 }, day), { seconds: wall - day * 86_400, hasSeconds });
}

type Choice<K extends ValueKind> = Meaning<K>;

/** A reading of several meanings, the likely one first; no candidates where there is only one. */
export function choose<K extends ValueKind>(kind: K, from: number, to: number, all: readonly Choice<K>[], chosen: Choice<K>): Reading {
  const others = all.filter((each) => each !== chosen);
  return { kind, from, to, normal: chosen.normal, value: chosen.value, ...(others.length > 0 && { candidates: [chosen, ...others] }) } as unknown as Reading;
}

export const missing = (kind: ValueKind, from: number, to: number, written: string): Reading =>
  ({ kind, from, to, normal: written, value: null, verdict: invalid('date', { actual: written }) }) as unknown as Reading;

export function dateReading(from: number, to: number, term: Term, context: DateContext, written: string): Reading {
  const periods = periodsOf(term, context.today);
  const chosen = likely(term, periods, context.today, context.lean) ?? periods[0];
  if (!chosen) return missing('date', from, to, written);
  const meanings = periods.map((period) => ({ normal: period.edtf, value: dateValue(period) }));
  const at = periods.indexOf(chosen);
  return choose('date', from, to, meanings, meanings[at] ?? meanings[0]!);
}

function stretch(first: Period, last: Period): Stretch {
  const isSimple = !first.edtf.includes('/') && !last.edtf.includes('/');
  return { start: first.start, end: last.end, precision: 'days', edtf: isSimple ? `${first.edtf}/${last.edtf}` : `${isoDate(first.start)}/${isoDate(last.end)}`, first, last };
}

/** What "from `start` to `end`" may mean: an end without a year is the first one that follows the beginning. */
export function stretches(start: Term, end: Term, today: CivilDate): { term: Term; all: Stretch[] } {
  if ('invalid' in start || 'invalid' in end) return { term: { invalid: '' }, all: [] };
  const complete = (first: Period | null): Stretch | null => {
    const last = first && firstFrom(end, first.start);
    return first && last && compareDates(last.end, first.start) >= 0 ? stretch(first, last) : null;
  };
  if ('instance' in start && 'periods' in end) {
    // 6月1日到2024年6月30日: the beginning is the last one before the end.
    const last = end.periods[0];
    const now = last && indexOf(start.cycle, last.end);
    const first = now === undefined ? null : [now, now - 1].map((index) => start.instance(index)).find((period) => period !== null && compareDates(period.start, last!.start) <= 0);
    const only = first && last ? stretch(first, last) : null;
    return { term: { periods: only ? [only] : [] }, all: only ? [only] : [] };
  }
  const term: Term = 'instance' in start ? { cycle: start.cycle, instance: (index) => complete(start.instance(index)) } : { periods: start.periods.map(complete).filter((each) => each !== null) };
  return { term, all: periodsOf(term, today) as Stretch[] };
}

export function rangeReading(from: number, to: number, start: Term, end: Term, context: DateContext, written: string): Reading {
  const { term, all } = stretches(start, end, context.today);
  const chosen = likely(term, all, context.today, context.lean) ?? all[0];
  if (!chosen) return missing('date-range', from, to, written);
  const meanings = all.map((each) => ({ normal: each.edtf, value: { from: dateValue(each.first), to: dateValue(each.last), includesFrom: true, includesTo: true } }));
  return choose('date-range', from, to, meanings, meanings[all.indexOf(chosen as Stretch)] ?? meanings[0]!);
}

export type Bound = 'before' | 'until' | 'since' | 'after';

/** 2018年以前, 3月5日起: open on one side. The normal form has the days that are in it. */
export function boundReading(from: number, to: number, term: Term, bound: Bound, context: DateContext, written: string): Reading {
  const periods = periodsOf(term, context.today);
  const chosen = likely(term, periods, context.today, context.lean) ?? periods[0];
  if (!chosen) return missing('date-range', from, to, written);
  const meanings = periods.map((period) => {
    const value = dateValue(period);
    const isEnd = bound === 'before' || bound === 'until';
    const includes = bound === 'until' || bound === 'since';
    const normal = {
      before: `../${isoDate(addDays(period.start, -1))}`,
      until: `../${value.end}`,
      since: `${value.start}/..`,
      after: `${isoDate(addDays(period.end, 1))}/..`,
    }[bound];
    return { normal, value: { from: isEnd ? null : value, to: isEnd ? value : null, includesFrom: includes, includesTo: includes } };
  });
  return choose('date-range', from, to, meanings, meanings[periods.indexOf(chosen)] ?? meanings[0]!);
}
