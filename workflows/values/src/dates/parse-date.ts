import { ReadableText } from '../text/readable-text.js';
import { invalid, VALID, type Verdict } from '../verdict.js';
import { dateContext, type DateOptions } from './date-context.js';
import { findDates } from './find-dates.js';
import { periodsOf } from './term.js';
import { readCalendarAt } from './read-calendar.js';

/** A civil date in ISO 8601 (2024-03-05), null where the verdict says why there is none. */
export interface DateReading {
  iso: string | null;
  verdict: Verdict;
  /** Days that it may be as well, the likely one first; only where the text leaves it open. */
  candidates?: string[];
}

const MAX_LENGTH = 40;
const PACKED = /^(?:19|20)\d{6}$/u;
/** Only a day: whose month it is, is open. */
const DAY_ALONE = /^[\d一二三四五六七八九十廿卅]{1,3}[日号]$/u;

/**
 * Reads a date as people write it: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 20240305, 后天, 上个月15号, 明年3月1日,
 * 下周三, 三天前, 农历八月十五, 国庆节. Relative words count from `now` in China's time. Null when the text is no date.
 */
export function parseDate(text: string, now: Date, options: Omit<DateOptions, 'now'> = {}): DateReading | null {
  if (text.length > MAX_LENGTH) return null;
  const readable = new ReadableText(text.trim()).text.replace(/ /gu, '');
  const context = dateContext({ ...options, now });
  const [reading, ...others] = findDates(readable, context, { withRanges: false, withTimes: false });
  if (!reading || others.length > 0 || reading.from !== 0 || reading.to !== readable.length || reading.kind !== 'date') {
    return PACKED.test(readable) ? { iso: null, verdict: invalid('date', { actual: readable }) } : withoutDayMark(readable, context);
  }
  if (reading.value === null) return { iso: null, verdict: reading.verdict ?? invalid('date', { actual: readable }) };
  if (reading.value.precision !== 'day') return { iso: null, verdict: invalid('date-incomplete') };
  const candidates = reading.candidates?.map(({ value }) => value.start);
  if (DAY_ALONE.test(readable) && options.lean === undefined) return { iso: null, verdict: invalid('date-incomplete'), ...(candidates && { candidates }) };
  return { iso: reading.value.start, verdict: VALID, ...(candidates && { candidates }) };
}

/** 3月5, as a whole answer, is a day. */
function withoutDayMark(text: string, context: ReturnType<typeof dateContext>): DateReading | null {
  const atom = /月[\d一二三四五六七八九十]{1,3}$/u.test(text) ? readCalendarAt(`${text}日`, 0, context) : null;
  if (atom?.type !== 'date' || atom.to !== text.length + 1) return null;
  const [period] = periodsOf(atom.term, context.today);
  return period?.precision === 'day' ? { iso: period.edtf, verdict: VALID } : { iso: null, verdict: invalid('date', { actual: text }) };
}
