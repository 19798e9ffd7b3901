import type { Reading } from '../found-value.js';
import type { Atom } from './atom.js';
import type { DateContext } from './date-context.js';
import { type Bound, boundReading, clockText, dateReading, momentOf, rangeReading } from './date-readings.js';
import { type Point, pointAt } from './point.js';
import { addDays } from './calendar.js';
import { dayPeriod } from './period.js';
import { shiftDay } from './read-offset.js';
import { likely, periodsOf } from './term.js';
import { durationText } from './read-duration.js';
import { scanAtoms } from './scan-atoms.js';
import { dayTimeReading, partReading, timeBoundReading, timeRangeReading, timeReading } from './time-readings.js';

const TO = /^ ?(?:开始|起)? ?(?:到|至|[-~—]{1,2}|直到|一直到) ?$/u;
const AND = /^ ?(?:和|与|跟|及) ?$/u;
const BETWEEN = /^ ?(?:之间|期间|间(?!隔|接|断))/u;
const END_OF_RANGE = /^(?:之间|期间|为止|止|间(?!隔|接|断))/u;
const FROM = /[从自]$/u;
const NOT_BEFORE = /台|提|往|景|途|进|所未|后|妻|夫|任/u;

const BEHIND: readonly (readonly [Bound, RegExp])[] = [
  ['until', /^ ?(?:或|或者|及|以及)(?:之前|以前|更早)/u],
  ['since', /^ ?(?:或|或者|及|以及)(?:之后|以后|更晚)/u],
  ['before', /^ ?(?:之前|以前|前(?![台提往景途进所后妻夫任面一二两三四五六七八九十\d]))/u],
  ['after', /^ ?(?:之后|以后|后(?![台勤备悔续面来期者妻一二两三四五六七八九十\d]))/u],
  ['since', /^ ?(?:起至今|开始|起(?![诉草床飞来码点步重源])|以来|至今|到现在|到今天)/u],
];
const BEFORE: readonly (readonly [Bound, RegExp])[] = [
  ['until', /(?:截止到|截止至|截至到|截至|截止|不晚于|不迟于|最迟|最晚)$/u],
  ['since', /(?:自从|不早于|最早)$/u],
  ['before', /早于$/u],
  ['after', /(?:晚于|迟于)$/u],
];

/** What dates are put together to: without ranges 3月1日到5日 is two dates, without times 周三上午十点 is a day. */
export interface Joining {
  withRanges: boolean;
  withTimes: boolean;
}

interface Frame {
  joining: Joining;
  text: string;
  atoms: readonly Atom[];
  context: DateContext;
}

/** Dates, times, lengths of time, ages and what recurs, put together from their atoms. */
export function findDates(text: string, context: DateContext, joining: Joining = { withRanges: true, withTimes: true }): Reading[] {
  const frame: Frame = { joining, text, atoms: scanAtoms(text, context), context };
  const readings: Reading[] = [];
  for (let index = 0; index < frame.atoms.length; ) {
    const point = pointAt(text, frame.atoms, index, joining.withTimes);
    if (!point) {
      const { reading, next } = plain(frame, index);
      if (reading) readings.push(reading);
      index = next;
      continue;
    }
    const { reading, next } = fromPoint(frame, point);
    if (reading) readings.push(reading);
    index = next;
  }
  return readings;
}

type Step = { reading: Reading | null; next: number };

function fromPoint(frame: Frame, point: Point): Step {
  const joined = frame.joining.withRanges ? (anchored(frame, point) ?? range(frame, point) ?? bound(frame, point)) : null;
  return joined ?? { reading: alone(frame, point), next: point.next };
}

function alone({ text, context }: Frame, point: Point): Reading | null {
  const written = text.slice(point.from, point.to);
  if (!point.term) return point.clock ? (point.clock.clocks.length > 0 && /[点时:]/u.test(written) ? timeReading(point) : null) : partReading(point, context);
  return point.clock || point.part ? dayTimeReading(point, context, written) : dateReading(point.from, point.to, point.term, context, written);
}

const FROM_ON = /^ ?起(?:算|计)?的?[，,]?$/u;
const WITHIN = /^(?:之内|以内|内)/u;

/** 春节前三天, 3月1日起15个工作日内: a length of time that counts from a date. The day itself does not count. */
function anchored({ text, atoms, context }: Frame, point: Point): Step | null {
  const atom = atoms[point.next];
  if (!atom || !point.term || point.clock || point.part) return null;
  const gap = text.slice(point.to, atom.from);
  const offset = atom.type === 'range' && gap === '' ? atom.offset : atom.type === 'duration' && FROM_ON.test(gap) ? { value: atom.value, sign: 1 as const } : undefined;
  const day = offset && likely(point.term, periodsOf(point.term, context.today), context.today, context.lean);
  if (!offset || !day) return null;
  const edge = offset.sign < 0 ? day.start : day.end;
  const far = shiftDay(edge, offset.value, offset.sign, context.isWorkingDay);
  if (!far) return null;
  const isFrom = atom.type === 'duration';
  const [start, end] = offset.sign < 0 ? [far, addDays(edge, -1)] : [isFrom ? edge : addDays(edge, 1), far];
  const within = isFrom ? (WITHIN.exec(text.slice(atom.to, atom.to + 2))?.[0].length ?? 0) : 0;
  const from = isFrom && FROM.test(text.slice(Math.max(0, point.from - 1), point.from)) ? point.from - 1 : point.from;
  const to = atom.to + within;
  const single = (each: typeof start) => ({ periods: [dayPeriod(each)] });
  return { reading: rangeReading(from, to, single(start), single(end), context, text.slice(from, to)), next: point.next + 1 };
}

function range(frame: Frame, first: Point): Step | null {
  const { text, atoms, context } = frame;
  const last = pointAt(text, atoms, first.next);
  if (!last || first.part || last.part) return null;
  const gap = text.slice(first.to, last.from);
  const isTo = TO.test(gap);
  if (!isTo && !(AND.test(gap) && BETWEEN.test(text.slice(last.to, last.to + 3)))) return null;
  const from = FROM.test(text.slice(Math.max(0, first.from - 1), first.from)) ? first.from - 1 : first.from;
  const ending = END_OF_RANGE.exec(text.slice(last.to, last.to + 3))?.[0].length ?? 0;
  const to = last.to + ending;
  const written = text.slice(from, to);
  const timed = timeRangeReading(first, last, from, to, context);
  if (timed) return { reading: timed, next: last.next };
  if (!first.term || !last.term || first.clock || last.clock) return null;
  return { reading: rangeReading(from, to, first.term, last.term, context, written), next: last.next };
}

function bound({ text, context }: Frame, point: Point): Step | null {
  if (point.part) return null;
  const behind = text.slice(point.to, point.to + 5);
  const before = text.slice(Math.max(0, point.from - 4), point.from);
  const suffix = BEHIND.map(([kind, pattern]) => ({ kind, length: pattern.exec(behind)?.[0].length ?? 0 })).find(({ length }) => length > 0);
  const prefix = BEFORE.map(([kind, pattern]) => ({ kind, length: pattern.exec(before)?.[0].length ?? 0 })).find(({ length }) => length > 0);
  const said = suffix?.kind ?? prefix?.kind;
  // 年底前 includes the last day.
  const kind = said === 'before' && /[底末]$/u.test(text.slice(point.from, point.to)) ? 'until' : said;
  if (kind === undefined) return null;
  if (suffix?.length === 1 && NOT_BEFORE.test(text.slice(point.to + 1, point.to + 2))) return null;
  const isSince = kind === 'since' && FROM.test(before);
  const from = point.from - (suffix ? (isSince ? 1 : 0) : (prefix?.length ?? 0));
  const to = point.to + (suffix?.length ?? 0);
  const written = text.slice(from, to);
  const reading = point.clock ? timeBoundReading(point, from, to, kind, context, written) : point.term ? boundReading(from, to, point.term, kind, context, written) : null;
  return reading && { reading, next: point.next };
}

/** Atoms that are no point of the calendar. */
function plain({ text, atoms, context }: Frame, index: number): Step {
  const atom = atoms[index]!;
  const { from, to } = atom;
  const next = index + 1;
  switch (atom.type) {
    case 'range':
      return { reading: rangeReading(from, to, atom.start, atom.end, context, text.slice(from, to)), next };
    case 'duration':
      return { reading: { kind: 'duration', from, to, normal: durationText(atom.value), value: atom.value }, next };
    case 'age':
      return { reading: { kind: 'age', from, to, normal: `${atom.value.amount} ${atom.value.unit}`, value: atom.value }, next };
    case 'moment': {
      const at = momentOf(atom.at, atom.hasSeconds);
      return { reading: { kind: 'datetime', from, to, normal: at, value: { at } }, next };
    }
    case 'moments': {
      const [start, end] = [momentOf(atom.start, false), momentOf(atom.end, false)];
      return { reading: { kind: 'datetime-range', from, to, normal: `${start}/${end}`, value: { start, end } }, next };
    }
    case 'recurrence': {
      const behind = atoms[next];
      const clock = behind?.type === 'clock' && /^的?$/u.test(text.slice(to, behind.from)) ? behind : null;
      const at = clock?.clocks[0] && clockText(clock.clocks[0]);
      const value = { ...atom.value, ...(at !== undefined && { at }) };
      const normal = `R/${value.every}${value.on === undefined ? '' : `/${value.on}`}${at === undefined ? '' : `T${at}`}`;
      return { reading: { kind: 'recurrence', from, to: clock ? clock.to : to, normal, value }, next: clock ? next + 1 : next };
    }
    default:
      return { reading: null, next };
  }
}
