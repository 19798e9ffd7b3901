import { dateContext, type DateOptions } from './dates/date-context.js';
import { findDates } from './dates/find-dates.js';
import type { FoundMeaning, Reading, ValueKind } from './found-value.js';
import { findMoneyRanges } from './money/find-money-ranges.js';
import { amounts, findMoney } from './money/find-money.js';
import { findNumberRanges } from './numbers/find-number-ranges.js';
import { findNumbers, numberTokens } from './numbers/find-numbers.js';
import { findPercents } from './numbers/find-percents.js';
import { ReadableText } from './text/readable-text.js';
import { VALID } from './verdict.js';
import { findAddresses } from './addresses/find-addresses.js';
import { findIdentifiers } from './identifiers/find-identifiers.js';
import { findEmails, findPlates, findPostcodes } from './identifiers/find-codes.js';
import { findPhones } from './identifiers/find-phones.js';
import { findOrganizations } from './names/find-organizations.js';
import { findPersons } from './names/find-persons.js';
import { withoutOverlap } from './without-overlap.js';

export interface ReadOptions extends DateOptions {
  /** Look for these kinds alone; what another kind would cover is then free for them. All, if it is not given. */
  kinds?: readonly ValueKind[];
}

const NUMERIC: readonly ValueKind[] = ['number', 'ordinal', 'number-range', 'percent', 'money', 'currency', 'money-range'];
const IDENTIFIERS: readonly ValueKind[] = ['resident-id', 'credit-code', 'mobile', 'bank-card'];
const RANGES: readonly ValueKind[] = ['date-range', 'datetime-range', 'time-range'];
const TIMES: readonly ValueKind[] = ['time', 'datetime', 'datetime-range', 'time-range'];
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
    if (wants(['money', 'currency', 'money-range'])) {
      const found = amounts(readable.text, tokens);
      readings.push(...findMoney(readable.text, found), ...findMoneyRanges(readable.text, tokens, found));
    }
  }
  if (wants(IDENTIFIERS)) readings.push(...findIdentifiers(readable.text, options.now ?? new Date()));
  if (wants(['phone'])) readings.push(...findPhones(readable.text));
  if (wants(['plate'])) readings.push(...findPlates(readable.text));
  if (wants(['postcode'])) readings.push(...findPostcodes(readable.text));
  if (wants(['email'])) readings.push(...findEmails(readable.text));
  if (wants(['address'])) readings.push(...findAddresses(readable.text));
  if (wants(['person'])) readings.push(...findPersons(readable.text));
  if (wants(['organization'])) readings.push(...findOrganizations(readable.text));
  if (wants(DATED)) readings.push(...findDates(readable.text, dateContext(options), { withRanges: wants(RANGES), withTimes: wants(TIMES) }));
  const kept = wanted ? readings.filter(({ kind }) => wanted.has(kind)) : readings;
  return withoutOverlap(kept, readable.text.length).map((reading) => found(readable, reading));
}

function found(readable: ReadableText, { kind, from, to, normal, value, candidates, verdict }: Reading): FoundMeaning {
  const { start, end, text } = readable.span(from, to);
  return { kind, start, end, text, normal, value, candidates: candidates ?? [], verdict: verdict ?? VALID } as FoundMeaning;
}
