import type { AgeValue, DurationValue, RecurrenceValue } from '../value-kinds.js';
import type { DayPart } from './date-context.js';
import type { Term } from './term.js';

/** Seconds since midnight; 86400 is the end of the day. */
export interface Clock {
  seconds: number;
  /** Whether seconds were said, so that they are shown. */
  hasSeconds: boolean;
}

/** A smallest piece of a date or time, from which longer ones are put together. */
export type Atom = { from: number; to: number } & (
  | { type: 'date'; term: Term }
  /** 过去十年, 前三天: two ends said at once; `offset` is the length, which counts from a date right before it (春节前三天). */
  | { type: 'range'; start: Term; end: Term; offset?: { value: DurationValue; sign: 1 | -1 } }
  | { type: 'part'; part: DayPart }
  /** `clocks` has two where 上午 or 下午 is not said; `hour` is the one that was written. */
  | { type: 'clock'; clocks: Clock[]; hour: number; part: DayPart | null }
  | { type: 'duration'; value: DurationValue }
  | { type: 'moment'; at: number; hasSeconds: boolean }
  | { type: 'moments'; start: number; end: number }
  | { type: 'age'; value: AgeValue }
  | { type: 'recurrence'; value: RecurrenceValue }
);

export type DateAtom = Extract<Atom, { type: 'date' }>;
export type ClockAtom = Extract<Atom, { type: 'clock' }>;
