import type { Atom, Clock, ClockAtom, DateAtom } from './atom.js';
import type { DayPart } from './date-context.js';
import { matchAt } from './date-numerals.js';
import type { Term } from './term.js';

/** One end of a range, or a date or time that stands alone: a day, a clock, or both. */
export interface Point {
  from: number;
  to: number;
  /** Index of the first atom that does not belong to it. */
  next: number;
  term: Term | null;
  clock: ClockAtom | null;
  part: DayPart | null;
}

const TO_CLOCK = /^(?:的|[,，]| |T)?$/u;
const TO_WEEKDAY = /^ ?[,，(（]? ?$/u;
const CLOSING = /[)）]/y;

/** The point that begins with the atom at `index`; null where that is no date and no time. */
export function pointAt(text: string, atoms: readonly Atom[], index: number, withTimes = true): Point | null {
  const atom = atoms[index];
  if (!atom) return null;
  if (atom.type === 'clock') return { from: atom.from, to: atom.to, next: index + 1, term: null, clock: atom, part: null };
  if (atom.type === 'part') return { from: atom.from, to: atom.to, next: index + 1, term: null, clock: null, part: atom.part };
  if (atom.type !== 'date') return null;
  const point: Point = { from: atom.from, to: atom.to, next: index + 1, term: atom.term, clock: null, part: null };
  swallowWeekday(text, atoms, atom, point);
  const behind = atoms[point.next];
  if (!withTimes || !behind || !TO_CLOCK.test(text.slice(point.to, behind.from)) || !isDay(atom)) return point;
  if (behind.type === 'clock') return { ...point, to: behind.to, next: point.next + 1, clock: behind };
  if (behind.type === 'part' && behind.from - point.to <= 1 && !/[,，]/u.test(text.slice(point.to, behind.from))) return { ...point, to: behind.to, next: point.next + 1, part: behind.part };
  return point;
}

const isDay = ({ term }: DateAtom): boolean => ('periods' in term ? term.periods.every(({ precision }) => precision === 'day') : true);

/** 10月12号，星期一 is one date. */
function swallowWeekday(text: string, atoms: readonly Atom[], atom: DateAtom, point: Point): void {
  const behind = atoms[point.next];
  if (behind?.type !== 'date' || !('instance' in behind.term) || behind.term.cycle !== 'week') return;
  if ('instance' in atom.term && atom.term.cycle === 'week') return;
  const gap = text.slice(point.to, behind.from);
  if (!isDay(atom) || !TO_WEEKDAY.test(gap)) return;
  const closing = /[(（]/u.test(gap) ? (matchAt(CLOSING, text, behind.to)?.[0].length ?? 0) : 0;
  point.to = behind.to + closing;
  point.next += 1;
}

/** The clocks of a point; those of a point without a part of the day inherit the other's (下午五点到六点). */
export const clocksOf = (point: Point): Clock[] => point.clock?.clocks ?? [];
