import type { Atom } from './atom.js';
import { addDays, addMonths, type CivilDate, dayNumber } from './calendar.js';
import { addWorkingDays, type DateContext } from './date-context.js';
import { matchAt } from './date-numerals.js';
import { dayPeriod } from './period.js';
import { readDurationAt } from './read-duration.js';
import type { DurationValue } from '../value-kinds.js';
import type { Term } from './term.js';

const BEHIND = /(之前|以前|前|之后|以后|后|之内|以内|内)(?![一二三四五六七八九十\d]{1,3}(?:名|位|个)|台|勤|备|悔|续|面|来|期|者|半|提|往)/y;
const PAST = /(?:过去|最近|近|以往|之前|前|此前)(?:的|这)?(?:一个)?(?=[\d一二两三四五六七八九十半几个])/y;
const NEXT = /(?:未来|今后|接下来|之后|往后|后|还剩下?|还有|再过|剩余)(?:的|这)?(?=[ \d一二两三四五六七八九十半几个])/y;
const LAST_HOUR = /(上|下|过去|前|后)(?:一)?个?(?:小时|钟头)/y;
/** 自受理之日起15个工作日内 counts from an event, not from today: there it is a length of time. */
const FROM_EVENT = /(?:起|之日|之后|后)的?[，,]?$/u;

const isClockwise = (value: DurationValue) => value.hours !== undefined || value.minutes !== undefined || value.seconds !== undefined;

/** Seconds since the epoch of China's wall clock. */
export const wallSeconds = (day: CivilDate, seconds: number): number => dayNumber(day) * 86_400 + seconds;

/** The day that lies the length of time after `day` (before it for sign −1); null when working days cannot be counted so far. */
export function shiftDay(day: CivilDate, value: DurationValue, sign: 1 | -1, isWorkingDay: (day: CivilDate) => boolean): CivilDate | null {
  const months = (value.years ?? 0) * 12 + (value.months ?? 0);
  const whole = Math.trunc(months);
  const days = (value.weeks ?? 0) * 7 + (value.days ?? 0) + Math.round((months - whole) * 30);
  if (Math.abs(whole) > 12_000 || Math.abs(days) > 400_000) return null;
  const moved = addDays(addMonths(day, sign * whole), sign * Math.trunc(days));
  return value.workingDays === undefined ? moved : addWorkingDays(moved, sign * Math.round(value.workingDays), isWorkingDay);
}

const day = (date: CivilDate): Term => ({ periods: [dayPeriod(date)] });

/** A length of time, and what it makes with the words around it: 三天后, 两个月内, 过去十年, 还剩5分钟. */
export function readOffsetAt(text: string, from: number, context: DateContext): Atom | null {
  const hour = matchAt(LAST_HOUR, text, from);
  const now = wallSeconds(context.today, context.seconds);
  if (hour) {
    const isPast = /^[上过前]/u.test(hour[0]);
    return { type: 'moments', from, to: from + hour[0].length, start: isPast ? now - 3_600 : now, end: isPast ? now : now + 3_600 };
  }
  const past = matchAt(PAST, text, from);
  const next = past ? null : matchAt(NEXT, text, from);
  const prefix = past ?? next;
  const begin = from + (prefix?.[0].length ?? 0) + (prefix && text[from + prefix[0].length] === ' ' ? 1 : 0);
  const duration = readDurationAt(text, begin);
  if (!duration) return null;
  if (prefix) return around(from, duration, past ? -1 : 1, context, text);
  return behind(text, from, duration, context) ?? { type: 'duration', from, to: duration.to, value: duration.value };
}

type Duration = NonNullable<ReturnType<typeof readDurationAt>>;

function around(from: number, { to, value }: Duration, sign: 1 | -1, context: DateContext, text: string): Atom | null {
  const now = wallSeconds(context.today, context.seconds);
  if (isClockwise(value)) {
    const length = ((value.days ?? 0) * 24 + (value.hours ?? 0)) * 3_600 + (value.minutes ?? 0) * 60 + (value.seconds ?? 0);
    // 还剩8天20小时 is a length, not a stretch of the clock.
    if (value.days !== undefined || /^还有/u.test(text.slice(from))) return null;
    return { type: 'moments', from, to, start: sign < 0 ? now - length : now, end: sign < 0 ? now : now + length };
  }
  if (/^还/u.test(text.slice(from))) return null;
  const end = shiftDay(context.today, value, sign, context.isWorkingDay);
  if (!end) return null;
  const inside = /^(?:之内|以内|内)/u.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  const offset = /^之?[前后]/u.test(text.slice(from, from + 2)) ? { value, sign } : undefined;
  return { type: 'range', from, to: to + inside, start: day(sign < 0 ? end : context.today), end: day(sign < 0 ? context.today : end), ...(offset && { offset }) };
}

function behind(text: string, from: number, { to, value }: Duration, context: DateContext): Atom | null {
  const match = matchAt(BEHIND, text, to);
  if (!match || FROM_EVENT.test(text.slice(Math.max(0, from - 3), from))) return null;
  const word = match[1] ?? '';
  const end = to + match[0].length;
  const sign = word.endsWith('前') ? -1 : 1;
  if (isClockwise(value)) {
    const now = wallSeconds(context.today, context.seconds);
    const length = ((value.days ?? 0) * 24 + (value.hours ?? 0)) * 3_600 + (value.minutes ?? 0) * 60 + (value.seconds ?? 0);
    if (word.endsWith('内')) return { type: 'moments', from, to: end, start: now, end: now + length };
    return { type: 'moment', from, to: end, at: now + sign * length, hasSeconds: value.seconds !== undefined || context.seconds % 60 !== 0 };
  }
  const target = shiftDay(context.today, value, sign, context.isWorkingDay);
  if (!target) return null;
  return word.endsWith('内') ? { type: 'range', from, to: end, start: day(context.today), end: day(target) } : { type: 'date', from, to: end, term: day(target) };
}
