import type { Reading } from '../found-value.js';
import type { Clock } from './atom.js';
import { addDays, type CivilDate } from './calendar.js';
import type { DateContext, DayPart } from './date-context.js';
import { type Bound, choose, clockText, missing, momentText } from './date-readings.js';
import { clocksOf, type Point } from './point.js';
import { inPart } from './read-clock.js';
import { firstFrom, likely, periodsOf } from './term.js';

/** Halls are open by day: of 三点 and 九点 without a part of the day the one between seven and seven is likely. */
const isByDay = ({ seconds }: Clock) => seconds >= 7 * 3_600 && seconds < 19 * 3_600;
const likelyClock = (clocks: readonly Clock[]): number => Math.max(0, clocks.findIndex(isByDay));

export function timeReading({ from, to, clock }: Point): Reading {
  const clocks = clock?.clocks ?? [];
  const meanings = clocks.map((each) => ({ normal: clockText(each), value: { time: clockText(each) } }));
  return choose('time', from, to, meanings, meanings[likelyClock(clocks)]!);
}

export function partReading({ from, to, part }: Point, context: DateContext): Reading {
  const [start, end] = partClocks(part!, context);
  const value = { start: clockText(start), end: clockText(end) };
  return { kind: 'time-range', from, to, normal: `${value.start}/${value.end}`, value };
}

function partClocks(part: DayPart, context: DateContext): [Clock, Clock] {
  const [start, end] = context.dayParts[part];
  return [{ seconds: start * 3_600, hasSeconds: false }, { seconds: end * 3_600, hasSeconds: false }];
}

/** A day and a clock, or a day and a part of it. */
export function dayTimeReading(point: Point, context: DateContext, written: string): Reading {
  const term = point.term!;
  const kind = point.clock ? 'datetime' : 'datetime-range';
  const periods = periodsOf(term, context.today);
  const chosen = likely(term, periods, context.today, context.lean) ?? periods[0];
  if (!chosen) return missing(kind, point.from, point.to, written);
  const dayIndex = periods.indexOf(chosen);
  if (point.part) {
    const [start, end] = partClocks(point.part, context);
    const meanings = periods.map(({ start: day }) => pair(momentText(day, start), momentText(day, end)));
    return choose('datetime-range', point.from, point.to, meanings, meanings[dayIndex]!);
  }
  const clocks = clocksOf(point);
  const meanings = periods.flatMap(({ start: day }) => clocks.map((clock) => ({ normal: momentText(day, clock), value: { at: momentText(day, clock) } })));
  return choose('datetime', point.from, point.to, meanings, meanings[dayIndex * clocks.length + likelyClock(clocks)]!);
}

const pair = (start: string, end: string) => ({ normal: `${start}/${end}`, value: { start, end } });

/** From a time to a time: 下午5点到6点, 昨天下午两点到明天四点, 周一上午10点到12点. Null where the ends do not go together. */
export function timeRangeReading(first: Point, last: Point, from: number, to: number, context: DateContext): Reading | null {
  if (!first.clock || !last.clock) return null;
  const starts = first.clock.clocks;
  // An end without a part of the day has that of the beginning, unless it would come before it.
  const own = last.clock.part === null && first.clock.part !== null ? inPart(last.clock, first.clock.part) : last.clock.clocks;
  const ends = own.length > 0 && last.term === null && (own[0]?.seconds ?? 0) <= (starts[0]?.seconds ?? 0) && first.clock.part !== null ? last.clock.clocks : own;
  const count = Math.max(starts.length, ends.length);
  const clocks = Array.from({ length: count }, (_, index): [Clock, Clock] => [starts[Math.min(index, starts.length - 1)]!, ends[Math.min(index, ends.length - 1)]!]);
  const best = Math.max(0, clocks.findIndex(([start, end]) => isByDay(start) && end.seconds > start.seconds));
  if (!first.term) {
    if (last.term) return null;
    const meanings = clocks.map(([start, end]) => pair(clockText(start), clockText(end)));
    return choose('time-range', from, to, meanings, meanings[best]!);
  }
  const periods = periodsOf(first.term, context.today);
  const chosen = likely(first.term, periods, context.today, context.lean);
  if (!chosen) return null;
  const meanings = periods.flatMap(({ start: day }) => clocks.map(([start, end]) => pair(momentText(day, start), momentText(endDay(day, last, start, end), end))));
  return choose('datetime-range', from, to, meanings, meanings[periods.indexOf(chosen) * clocks.length + best]!);
}

function endDay(day: CivilDate, last: Point, start: Clock, end: Clock): CivilDate {
  const own = last.term && firstFrom(last.term, day);
  return own?.start ?? (end.seconds <= start.seconds ? addDays(day, 1) : day);
}

/** 下午三点之前, 今天晚上八点之前: open on one side. */
export function timeBoundReading(point: Point, from: number, to: number, bound: Bound, context: DateContext, written: string): Reading {
  const isEnd = bound === 'before' || bound === 'until';
  const clocks = clocksOf(point);
  if (!point.term) {
    const meanings = clocks.map((clock) => {
      const time = clockText(clock);
      return { normal: isEnd ? `../${time}` : `${time}/..`, value: { start: isEnd ? null : time, end: isEnd ? time : null } };
    });
    return choose('time-range', from, to, meanings, meanings[likelyClock(clocks)]!);
  }
  const periods = periodsOf(point.term, context.today);
  const chosen = likely(point.term, periods, context.today, context.lean) ?? periods[0];
  if (!chosen) return missing('datetime-range', from, to, written);
  const meanings = periods.flatMap(({ start: day }) =>
    clocks.map((clock) => {
      const at = momentText(day, clock);
      return { normal: isEnd ? `../${at}` : `${at}/..`, value: { start: isEnd ? null : at, end: isEnd ? at : null } };
    }),
  );
  return choose('datetime-range', from, to, meanings, meanings[periods.indexOf(chosen) * clocks.length + likelyClock(clocks)]!);
}
