import { addDays, addMonths, chinaDate, daysInMonth, isCivilDate, isoDate, weekday, type CivilDate } from './calendar.js';
import { readMicros } from '../chinese-number.js';
import { compact } from '../fold.js';
import { invalid, VALID, type Verdict } from '../verdict.js';

/** A civil date in ISO 8601 (2024-03-05), null where the verdict says why there is none. */
export interface DateReading {
  iso: string | null;
  verdict: Verdict;
}

const N = '[0-9零〇○一二三四五六七八九十两]';
const YEAR = `(?<year>${N}{2,4})年`;
const RELATIVE_YEAR = '(?<relativeYear>大前年|前年|去年|今年|明年|后年)';
const RELATIVE_MONTH = '(?<relativeMonth>上上个?月|上个?月|本月|这个?月|下下个?月|下个?月)';
const MONTH = `(?<month>${N}{1,3})月份?`;
const DAY = `(?:(?<day>${N}{1,3})[日号]?|(?<lastDay>底|末|最后一天))`;

/** Every way to write a date, as an unanchored pattern of bounded length; used to read a slot and to find dates in a sentence. */
const FORMS = [
  `(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})`,
  `(?<packed>(?:19|20)\\d{6})`,
  `(?:${YEAR}|${RELATIVE_YEAR})?${MONTH}${DAY}`,
  `${RELATIVE_MONTH}的?${DAY}`,
  '(?<dayWord>大前天|前天|昨天|昨日|今天|今日|明天|明日|大后天|后天)',
  '(?<weekShift>上上个?|上个?|本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])',
  `(?<count>${N}{1,4})个?(?<unit>天|日|周|星期|礼拜|月|年)(?:以|之)?(?<direction>前|后)`,
];
const WHOLE = FORMS.map((form) => new RegExp(`^(?:${form})$`, 'u'));
const INCOMPLETE = [new RegExp(`^(?:${YEAR}|${RELATIVE_YEAR})(?:${MONTH})?$`, 'u'), new RegExp(`^(?:${MONTH}|${RELATIVE_MONTH}|${N}{1,3}[日号])$`, 'u')];

/** The forms that are safe to look for inside a sentence (without a year, the day must end in 日 or 号 there). */
export const DATE_IN_SENTENCE: readonly string[] = [
  ...FORMS.filter((form) => !form.includes('packed')).map((form) => form.replace(`[日号]?`, '[日号]')),
  `${YEAR}${MONTH}${N}{1,3}`,
].map((form) => form.replace(/\?<\w+>/gu, '?:'));

const DAY_WORDS: Record<string, number> = { 大前天: -3, 前天: -2, 昨天: -1, 昨日: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };
const YEAR_WORDS: Record<string, number> = { 大前年: -3, 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };

/** -2 … 2 for 上上, 上, 本/这, 下, 下下. */
function shiftOf(words: string): number {
  if (words.startsWith('上')) return words.startsWith('上上') ? -2 : -1;
  if (words.startsWith('下')) return words.startsWith('下下') ? 2 : 1;
  return 0;
}

function readCount(text: string | undefined): number {
  const micros = text === undefined ? null : readMicros(text);
  return micros === null ? Number.NaN : Number(micros / 1_000_000n);
}

/** A two-digit year is the latest one that is at most ten years ahead: 24年 is 2024, 98年 is 1998. */
function readYear(text: string, today: CivilDate): number {
  const year = readCount(text);
  if (text.length !== 2 || text.includes('十')) return year;
  const sameCentury = today.year - (today.year % 100) + year;
  return sameCentury > today.year + 10 ? sameCentury - 100 : sameCentury;
}

function fromWeekday(shift: string | undefined, day: string, today: CivilDate): CivilDate {
  const index = '日天'.includes(day) ? 7 : Number.isNaN(Number(day)) ? '一二三四五六'.indexOf(day) + 1 : Number(day);
  // Without 上 or 下 people mean the week they are in, which begins on Monday.
  return addDays(today, index - weekday(today) + 7 * shiftOf(shift ?? ''));
}

function fromDistance(count: number, unit: string, direction: string, today: CivilDate): CivilDate {
  const signed = direction === '前' ? -count : count;
  if (unit === '年') return addMonths(today, signed * 12);
  if (unit === '月') return addMonths(today, signed);
  return addDays(today, signed * (unit === '天' || unit === '日' ? 1 : 7));
}

function resolve(groups: Record<string, string | undefined>, today: CivilDate): CivilDate {
  if (groups['isoYear'] !== undefined) {
    return { year: Number(groups['isoYear']), month: Number(groups['isoMonth']), day: Number(groups['isoDay']) };
  }
  const packed = groups['packed'];
  if (packed !== undefined) return { year: Number(packed.slice(0, 4)), month: Number(packed.slice(4, 6)), day: Number(packed.slice(6)) };
  if (groups['dayWord'] !== undefined) return addDays(today, DAY_WORDS[groups['dayWord']] ?? 0);
  if (groups['weekday'] !== undefined) return fromWeekday(groups['weekShift'], groups['weekday'], today);
  if (groups['count'] !== undefined) return fromDistance(readCount(groups['count']), groups['unit'] ?? '', groups['direction'] ?? '', today);

  let { year, month } = today;
  if (groups['relativeMonth'] !== undefined) ({ year, month } = addMonths({ ...today, day: 1 }, shiftOf(groups['relativeMonth'])));
  if (groups['month'] !== undefined) month = readCount(groups['month']);
  if (groups['year'] !== undefined) year = readYear(groups['year'], today);
  if (groups['relativeYear'] !== undefined) year = today.year + (YEAR_WORDS[groups['relativeYear']] ?? 0);
  const day = groups['lastDay'] === undefined ? readCount(groups['day']) : month >= 1 && month <= 12 ? daysInMonth(year, month) : Number.NaN;
  return { year, month, day };
}

/**
 * Reads a date as people write it: 2024-03-05, 2024年3月5日, 二〇二四年三月五日, 20240305, 后天, 上个月15号, 明年3月1日,
 * 下周三, 三天前. Relative words count from `now` in China's time. Null when the text is no date.
 */
export function parseDate(text: string, now: Date): DateReading | null {
  const folded = compact(text);
  if (folded.length > 30) return null;
  const today = chinaDate(now);
  for (const form of WHOLE) {
    const groups = form.exec(folded)?.groups;
    if (!groups) continue;
    const date = resolve(groups, today);
    return isCivilDate(date) ? { iso: isoDate(date), verdict: VALID } : { iso: null, verdict: invalid('date', { actual: folded }) };
  }
  return INCOMPLETE.some((form) => form.test(folded)) ? { iso: null, verdict: invalid('date-incomplete') } : null;
}
