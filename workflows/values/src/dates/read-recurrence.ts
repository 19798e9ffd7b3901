import type { Atom } from './atom.js';
import { matchAt, readSmall } from './date-numerals.js';
import { weekdayNumber } from './parts-of-month.js';
import { durationText, readDurationAt } from './read-duration.js';

const WEEKDAY = /每(?:个|一个)?(?:周|星期|礼拜)([一二三四五六日天])/y;
const MONTH_DAY = /每(?:个|一个)?月的?([0-3]?\d|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/y;
const YEAR_DAY = /每年的?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:([0-3]?\d|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?/y;
const UNIT = /每(?:一个|个|一)?(天|日|周|星期|礼拜|月|季度?|年|小时|分钟|工作日|学期|半年)(?!级|代|龄|薪)/y;
const EVERY: Record<string, string> = { 天: 'P1D', 日: 'P1D', 周: 'P1W', 星期: 'P1W', 礼拜: 'P1W', 月: 'P1M', 季: 'P3M', 季度: 'P3M', 年: 'P1Y', 半年: 'P6M', 小时: 'PT1H', 分钟: 'PT1M', 工作日: '1BD', 学期: 'P6M' };
const SOME = /每隔?/y;

const two = (number: number) => String(number).padStart(2, '0');

/** 每天, 每两周, 每周一, 每月15号, 每年3月5日. A time behind it is added by whoever puts atoms together. */
export function readRecurrenceAt(text: string, from: number): Atom | null {
  if (text[from] !== '每') return null;
  const atom = (written: string, every: string, on?: string): Atom => ({ type: 'recurrence', from, to: from + written.length, value: { every, ...(on !== undefined && { on }) } });
  const weekday = matchAt(WEEKDAY, text, from);
  if (weekday) return atom(weekday[0], 'P1W', `W-${weekdayNumber(weekday[1] ?? '')}`);
  const month = matchAt(MONTH_DAY, text, from);
  if (month) return atom(month[0], 'P1M', `--${two(readSmall(month[1] ?? ''))}`);
  const year = matchAt(YEAR_DAY, text, from);
  if (year) return atom(year[0], 'P1Y', `${two(readSmall(year[1] ?? ''))}${year[2] === undefined ? '' : `-${two(readSmall(year[2]))}`}`);
  const unit = matchAt(UNIT, text, from);
  if (unit) return atom(unit[0], EVERY[unit[1] ?? ''] ?? 'P1D');
  const some = matchAt(SOME, text, from);
  const duration = some && readDurationAt(text, from + some[0].length);
  return duration && { type: 'recurrence', from, to: duration.to, value: { every: durationText(duration.value) } };
}
