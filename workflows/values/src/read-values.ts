import { chinaDate } from './dates/calendar.js';
import { DAY_PARTS, type DateContext, type DayParts, type Holidays, SCHOOL_TERMS, type SchoolTerms, workingDays } from './dates/date-context.js';
import { findDates } from './dates/find-dates.js';
import type { Lean } from './dates/term.js';
import type { FoundMeaning, Reading, ValueKind } from './found-value.js';
import { findMoneyRanges } from './money/find-money-ranges.js';
import { findMoney } from './money/find-money.js';
import { findNumberRanges } from './numbers/find-number-ranges.js';
import { findNumbers, numberTokens } from './numbers/find-numbers.js';
import { findPercents } from './numbers/find-percents.js';
import { ReadableText } from './text/readable-text.js';
import { VALID } from './verdict.js';
import { findIdentifiers } from './identifiers/find-identifiers.js';
import { findEmails, findPlates, findPostcodes } from './identifiers/find-codes.js';
import { findPhones } from './identifiers/find-phones.js';
import { withoutOverlap } from './without-overlap.js';

export interface ReadOptions {
  /** Relative dates count from it, on China's calendar; now, if it is not given. */
  now?: Date;
  /** Where the text leaves it open, the field knows: a birth lies in the past, an appointment in the future. */
  lean?: Lean;
  /** Look for these kinds alone; what another kind would cover is then free for them. All, if it is not given. */
  kinds?: readonly ValueKind[];
  /** Official holidays and the weekend days worked instead, as ISO dates; without them every Monday to Friday is a working day. */
  holidays?: Holidays;
  /** Hours of 上午, 下午 …, where an office divides its day differently. */
  dayParts?: Partial<DayParts>;
  terms?: SchoolTerms;
}

export function dateContext({ now = new Date(), lean, holidays, dayParts, terms = SCHOOL_TERMS }: ReadOptions): DateContext {
  const wall = new Date(now.getTime() + 8 * 3_600_000);
  const seconds = wall.getUTCHours() * 3_600 + wall.getUTCMinutes() * 60 + wall.getUTCSeconds();
  return { today: chinaDate(now), seconds, lean, isWorkingDay: workingDays(holidays), dayParts: { ...DAY_PARTS, ...dayParts }, terms };
}

const NUMERIC: readonly ValueKind[] = ['number', 'ordinal', 'number-range', 'percent', 'money', 'currency', 'money-range'];
const IDENTIFIERS: readonly ValueKind[] = ['resident-id', 'credit-code', 'mobile', 'bank-card'];
const DATED: readonly ValueKind[] = ['date', 'date-range', 'time', 'time-range', 'datetime', 'datetime-range', 'duration', 'age', 'recurrence'];

/**
 * The values in a sentence, from left to right, each with its place, normal form, verdict and, where the text can mean
 * more than one thing, all candidates. Linear in the length of the text.
 */
export function readValues(text: string, options: ReadOptions = {}): FoundMeaning[] {
  const readable = new ReadableText(text);
  const wanted = options.kinds && new Set<ValueKind>(options.kinds);
  const wants = (kinds: readonly ValueKind[]) => !wanted || kinds.some((kind) => wanted.has(kind));
  const readings: Reading[] = [];
  if (wants(NUMERIC)) {
    const tokens = numberTokens(readable.text);
    if (wants(['number', 'ordinal'])) readings.push(...findNumbers(readable.text, tokens));
    if (wants(['number-range'])) readings.push(...findNumberRanges(readable.text, tokens));
    if (wants(['percent'])) readings.push(...findPercents(readable.text, tokens));
    if (wants(['money', 'currency'])) readings.push(...findMoney(readable.text, tokens));
    if (wants(['money-range'])) readings.push(...findMoneyRanges(readable.text, tokens));
  }
  if (wants(IDENTIFIERS)) readings.push(...findIdentifiers(readable.text, options.now ?? new Date()));
  if (wants(['phone'])) readings.push(...findPhones(readable.text));
  if (wants(['plate'])) readings.push(...findPlates(readable.text));
  if (wants(['postcode'])) readings.push(...findPostcodes(readable.text));
  if (wants(['email'])) readings.push(...findEmails(readable.text));
  if (wants(DATED)) readings.push(...findDates(readable.text, dateContext(options)));
  const kept = wanted ? readings.filter(({ kind }) => wanted.has(kind)) : readings;
  return withoutOverlap(kept, readable.text.length).map((reading) => found(readable, reading));
}

function found(readable: ReadableText, { from, to, candidates, verdict, ...rest }: Reading): FoundMeaning {
  return { ...rest, ...readable.span(from, to), candidates: candidates ?? [], verdict: verdict ?? VALID } as FoundMeaning;
}
