import type { Atom } from './atom.js';
import { addDays, type CivilDate } from './calendar.js';
import type { DateContext } from './date-context.js';
import { matchAt, shiftOf } from './date-numerals.js';
import { weekdayNumber } from './parts-of-month.js';
import { dayPeriod, daysPeriod, mondayOf, type Period, weekendPeriod, weekPeriod } from './period.js';
import { weekdayTerm } from './term.js';

const WEEKDAY = /(上上|上|本|这|下下|下)?(?:一)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天1-6])(?![\d年月个岁号点分次])/y;
const WEEK = /(上上|上|本|这|下下|下)(?:一)?个?(?:周|星期|礼拜)(末)?(?!期|边|围|岁|刊|报|转|会|年|期|折)/y;
const WEEKEND = /周末/y;
const HALF_WEEK = /(上|下|前|后)半周/y;
const DAY_WORD = /大前天|前天|前日|昨天|昨日|昨(?=[晚夜晨早])|今天|今日|今儿|今(?=[晚夜晨早])|本日|当日|当天|明天|明日|明儿|明(?=[晚早晨])|次日|第二天|后天|后日|大后天/y;
const DAY_WORDS: Record<string, number> = { 大前天: -3, 前天: -2, 前日: -2, 昨天: -1, 昨日: -1, 昨: -1, 今天: 0, 今日: 0, 今儿: 0, 今: 0, 本日: 0, 明天: 1, 明日: 1, 明儿: 1, 明: 1, 后天: 2, 后日: 2, 大后天: 3 };
/** A name, not a day: 今日头条, 《明日之后》. */
const NAMES = /^(?:今日头条|明日之后|明日之子|今日说法|昨日重现|昨日黄花|后天性|当日|当天|次日|第二天)/u;

const week = (context: DateContext, shift: number): CivilDate => addDays(mondayOf(context.today), 7 * shift);

/** Days and weeks counted from today: 后天, 下周三, 上周末, 本周, 周五. */
export function readWeekAt(text: string, from: number, context: DateContext): Atom | null {
  const atom = (written: string, ...periods: Period[]): Atom => ({ type: 'date', from, to: from + written.length, term: { periods } });
  const word = NAMES.test(text.slice(from, from + 4)) ? null : matchAt(DAY_WORD, text, from);
  if (word) return atom(word[0], dayPeriod(addDays(context.today, DAY_WORDS[word[0]] ?? 0)));
  const weekday = matchAt(WEEKDAY, text, from);
  if (weekday) {
    const day = weekdayNumber(weekday[2] ?? '');
    const shift = weekday[1];
    if (shift !== undefined) return atom(weekday[0], dayPeriod(addDays(week(context, shiftOf(shift)), day - 1)));
    // 一周一次: a weekday does not follow a number.
    if (/[一二两三四五六七八九十\d]/u.test(text[from - 1] ?? '') || /^[次回遍]/u.test(text.slice(from + weekday[0].length))) return null;
    return { type: 'date', from, to: from + weekday[0].length, term: weekdayTerm(day, (each) => dayPeriod(each)) };
  }
  const relative = matchAt(WEEK, text, from);
  if (relative) {
    const monday = week(context, shiftOf(relative[1] ?? ''));
    return atom(relative[0], relative[2] ? weekendPeriod(monday) : weekPeriod(monday));
  }
  if (matchAt(WEEKEND, text, from)) return atom('周末', weekendPeriod(week(context, 0)));
  const half = matchAt(HALF_WEEK, text, from);
  if (!half) return null;
  const monday = week(context, 0);
  return atom(half[0], '上前'.includes(half[1] ?? '') ? daysPeriod(monday, addDays(monday, 2)) : daysPeriod(addDays(monday, 3), addDays(monday, 6)));
}
