import type { Atom } from './atom.js';
import type { DateContext } from './date-context.js';
import { fullYear, matchAt, readSmall, shiftOf } from './date-numerals.js';
import { addMonths, compareDates } from './calendar.js';
import { partOfMonthAt } from './parts-of-month.js';
import { partOfYearAt, type PartOfYear, termsAround } from './parts-of-year.js';
import { decadePeriod, halfPeriod, monthPeriod, type Period, quarterPeriod, yearPeriod } from './period.js';
import type { Term } from './term.js';

const LUNAR_PREFIX = /(?:农历|阴历|旧历|公历|阳历|公元)/y;
const YEAR = /(\d{4}|[零〇○一二三四五六七八九]{4}|\d{2}|[零〇○一二三四五六七八九]{2})年(?!级|代|龄|薪|限|利|以上|多|半|轻|会|卡|费)的?/y;
/** 1995-1997年: the first year has no 年 of its own. */
const YEAR_OF_RANGE = /(\d{4})(?= ?(?:到|至|[-~—]{1,2}) ?(?:\d{4}|\d{2})年)/y;
const RELATIVE_YEAR = /(大前年|前年|去年|(?<!马)上一年(?!半)|上年|今年|本年|当年|明年|来年|次年|下一年|后年|大后年)度?(?!级|纪|轻|龄|份额)的?/y;
const REPUBLIC = /民国(元|\d{1,3}|[一二三四五六七八九十]{1,3})年的?/y;
const BEHIND_SHORT = /^(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月|以来|至今|开始|起|毕业|入职|参加|出生|入学|参军|结婚|退休|入伍|[春夏秋冬][天季]|[上下]半年|年底|底|末|初|第?[一二三四]季度|的时候)/u;
const YEAR_WORDS: Record<string, number> = { 大前年: -3, 前年: -2, 去年: -1, 上年: -1, 上一年: -1, 次年: 1, 下一年: 1, 今年: 0, 本年: 0, 当年: 0, 明年: 1, 来年: 1, 后年: 2, 大后年: 3 };
const SCHOOL_YEAR = /(\d{4}) ?[-~至] ?(\d{4}) ?(?=学年)/y;
const RELATIVE_MONTH = /(上上|上|本|这|当|下下|下)(?:一)?个?月(?:份)?的?(?!饼|底薪)/y;
const RELATIVE_QUARTER = /(上上|上|本|这|下下|下)(?:一)?个?季度/y;
const RELATIVE_HALF = /(上|本|这|下)(?:一)?个半年/y;
const HALF_MONTH = /(?=[上下前后]半个?月)/y;
const RELATIVE_TERM = /(本|这|上|下)(?:一)?个?学期/y;
const YEARLESS = { 年底: true, 年末: true } as const;
const DECADE = /(?:(上世纪|本世纪)|(\d{2}|[一二]?十[一二三四五六七八九]?)世纪)?([二三四五六七八九1-9][十0])年代/y;
const BARE_DAY = /([0-3]?\d|[二三]?十[一二三四五六七八九]?|[廿][一二三四五六七八九]?|[一二三四五六七八九])([日号])(?!楼|线|院|馆|店|门|房|桌|窗|文|码|公路|机|令|样|称|召|角|子|常|本|元|光|志|报|历|用|益|渐|以继|内|之内|以内|游|均|结|照|语|产|企|资|方)/y;
/** 人民路12号 is an address, 第3号 a number. */
const BEFORE_ADDRESS_NUMBER = /[路街巷弄道村园区楼栋幢厦里坊胡同座组院第室门队]$/u;

interface YearPart {
  to: number;
  year: number;
}

function yearAt(text: string, at: number, context: DateContext): YearPart | null {
  const relative = matchAt(RELATIVE_YEAR, text, at);
  if (relative) return { to: at + relative[0].length, year: context.today.year + (YEAR_WORDS[relative[1] ?? ''] ?? 0) };
  const republic = matchAt(REPUBLIC, text, at);
  if (republic) return { to: at + republic[0].length, year: 1911 + (republic[1] === '元' ? 1 : readSmall(republic[1] ?? '')) };
  const ofRange = /[\d\-/.]/u.test(text[at - 1] ?? '') ? null : matchAt(YEAR_OF_RANGE, text, at);
  if (ofRange) return { to: at + 4, year: Number(ofRange[1]) };
  const match = /[\d零〇○一二三四五六七八九]/u.test(text[at - 1] ?? '') || (text[at - 1] === '.' && /\d/u.test(text[at - 2] ?? '')) ? null : matchAt(YEAR, text, at);
  if (!match) return null;
  const digits = match[1] ?? '';
  const to = at + match[0].length;
  const year = readSmall(digits);
  if (digits.length === 4) return year >= 1000 ? { to, year } : null;
  // 08年 and 98年 are years, 18年 may be a length of time: it needs a word that only a year has behind it.
  const isYear = /^[0零〇○]/u.test(digits) || (year >= 50 && year % 10 !== 0) || BEHIND_SHORT.test(text.slice(to));
  return isYear ? { to, year: fullYear(year, context.today.year) } : null;
}

const settled = (period: Period | null, text: string, from: number, to: number): Term => (period ? { periods: [period] } : { invalid: text.slice(from, to) });

function ofYear(part: PartOfYear, year: YearPart | null, text: string, from: number, context: DateContext): Term {
  const { make, other, bare, to } = part;
  if (year) return settled(make(year.year), text, from, to);
  if (bare === 'this') return settled(make(context.today.year), text, from, to);
  if (other) {
    const [plain, lunar] = [make(context.today.year), other(context.today.year)];
    return { periods: [plain, lunar].filter((period) => period !== null) };
  }
  // A day that no year has (2月30日) does not exist.
  const exists = [2000, 2001, 2023, 2024, 2025, 2026, 2027].some((any) => make(any) !== null) || Array.from({ length: 40 }, (_, index) => context.today.year - 20 + index).some((any) => make(any) !== null);
  return exists ? { cycle: 'year', instance: make } : { invalid: text.slice(from, to) };
}

/** Dates that name a year, a month or a day of the calendar, in any combination. */
export function readCalendarAt(text: string, from: number, context: DateContext): Atom | null {
  const prefix = matchAt(LUNAR_PREFIX, text, from);
  const isWestern = prefix !== null && /[公阳]/u.test(prefix[0]);
  const at = prefix ? from + prefix[0].length : from;
  const school = matchAt(SCHOOL_YEAR, text, at);
  const year = school ? { to: at + school[0].length, year: Number(school[1]) } : yearAt(text, at, context);
  const begin = year?.to ?? at;
  // 农历八月十五: the prefix belongs to the part, 公历 to nothing.
  const part = partOfYearAt(text, year || isWestern ? begin : from, year !== null, context.terms);
  if (part && (year || part.bare !== 'no')) return { type: 'date', from, to: part.to, term: ofYear(part, year, text, from, context) };
  if (school) return null;
  if (year) return { type: 'date', from, to: begin - (text[begin - 1] === '的' ? 1 : 0), term: { periods: [yearPeriod(year.year)] } };
  return prefix ? null : relativeAt(text, from, context);
}

function relativeAt(text: string, from: number, context: DateContext): Atom | null {
  const month = matchAt(RELATIVE_MONTH, text, from);
  if (month) {
    const of = addMonths({ ...context.today, day: 1 }, shiftOf(month[1] ?? ''));
    const begin = from + month[0].length;
    const part = partOfMonthAt(text, begin);
    if (part) return { type: 'date', from, to: part.to, term: settled(part.make(of.year, of.month), text, from, part.to) };
    return { type: 'date', from, to: begin - (month[0].endsWith('的') ? 1 : 0), term: settled(monthPeriod(of.year, of.month), text, from, begin) };
  }
  const quarter = matchAt(RELATIVE_QUARTER, text, from);
  if (quarter) {
    const index = context.today.year * 4 + Math.floor((context.today.month - 1) / 3) + shiftOf(quarter[1] ?? '');
    return { type: 'date', from, to: from + quarter[0].length, term: { periods: [quarterPeriod(Math.floor(index / 4), (index % 4) + 1)] } };
  }
  const half = matchAt(RELATIVE_HALF, text, from);
  if (half) {
    const index = context.today.year * 2 + (context.today.month > 6 ? 1 : 0) + shiftOf(half[1] ?? '');
    return { type: 'date', from, to: from + half[0].length, term: { periods: [halfPeriod(Math.floor(index / 2), (index % 2) + 1)] } };
  }
  const halfMonth = matchAt(HALF_MONTH, text, from) && partOfMonthAt(text, from);
  if (halfMonth) return { type: 'date', from, to: halfMonth.to, term: settled(halfMonth.make(context.today.year, context.today.month), text, from, halfMonth.to) };
  const term = matchAt(RELATIVE_TERM, text, from);
  if (term) {
    const terms = termsAround(context.today.year, context.terms);
    // Between two terms the running one is the next.
    const running = terms.findIndex(({ end }) => compareDates(end, context.today) >= 0);
    const period = terms[running + shiftOf(term[1] ?? '')];
    if (period) return { type: 'date', from, to: from + term[0].length, term: { periods: [period] } };
  }
  if (Object.hasOwn(YEARLESS, text.slice(from, from + 2)) && !/[\d一二三四五六七八九十前去今明后]/u.test(text[from - 1] ?? '')) {
    return { type: 'date', from, to: from + 2, term: settled({ ...yearPeriod(context.today.year), start: { year: context.today.year, month: 12, day: 31 }, precision: 'day', edtf: `${context.today.year}-12-31` }, text, from, from + 2) };
  }
  return decadeAt(text, from, context) ?? bareDayAt(text, from);
}

function decadeAt(text: string, from: number, context: DateContext): Atom | null {
  const match = matchAt(DECADE, text, from);
  if (!match) return null;
  const [written, relative, century, tens = ''] = match;
  const decade = tens.endsWith('0') ? Number(tens) : readSmall(tens);
  const base = century !== undefined ? (readSmall(century) - 1) * 100 : relative === '上世纪' ? 1900 : relative === '本世纪' ? 2000 : null;
  const to = from + written.length;
  if (base !== null) return { type: 'date', from, to, term: { periods: [decadePeriod(base + decade)] } };
  const thisCentury = context.today.year - (context.today.year % 100);
  return { type: 'date', from, to, term: { periods: [thisCentury - 100 + decade, thisCentury + decade].map(decadePeriod) } };
}

function bareDayAt(text: string, from: number): Atom | null {
  const match = matchAt(BARE_DAY, text, from);
  if (!match || /[\d零〇一二三四五六七八九十百月.点]/u.test(text[from - 1] ?? '')) return null;
  if (match[2] === '号' && BEFORE_ADDRESS_NUMBER.test(text.slice(Math.max(0, from - 1), from))) return null;
  const day = readSmall(match[1] ?? '');
  if (day < 1 || day > 31) return null;
  const part = partOfMonthAt(text, from);
  if (!part) return null;
  return { type: 'date', from, to: part.to, term: { cycle: 'month', instance: (index) => part.make(Math.floor(index / 12), (index % 12) + 1) } };
}
