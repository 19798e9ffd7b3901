import { toNumber } from '../numbers/decimal.js';
import { readNumberAt } from '../numbers/read-number-at.js';
import type { DurationValue } from '../value-kinds.js';
import { matchAt } from './date-numerals.js';

type Unit = Exclude<keyof DurationValue, 'about'>;

/** A unit behind a number. 月 and 日 need 个 or a word around them, because 三月 and 三日 are dates. */
const UNIT = /(个半|多个|来个|余个|几个|个|多|余|来)?(?:(工作日|自然日|年度?|月|周|星期|礼拜|天|小时|钟头|分钟|刻钟|秒钟?|日(?=[内历]|之内|以内))|(时|分|日)(?=$|[^\d一-鿿]|[\d一二两三四五六七八九十又零余]))(?!级|代|份|龄|薪|检|轻|货|纪|饼|嫂|期天)/y;
const HALF = /半个?(年|月|天|日(?=[内])|小时|钟头|周|星期)/y;
const UNITS: Record<string, Unit> = { 工作日: 'workingDays', 自然日: 'days', 年: 'years', 年度: 'years', 月: 'months', 周: 'weeks', 星期: 'weeks', 礼拜: 'weeks', 天: 'days', 日: 'days', 小时: 'hours', 钟头: 'hours', 时: 'hours', 分钟: 'minutes', 分: 'minutes', 秒: 'seconds', 秒钟: 'seconds' };
const JOINT = /(?:又|零|余|多|外加|加)?/y;
/** Behind 年 these make a year or an age of it, not a length: 2018年, 三年级. */
const HALF_BEHIND = /半(?!年|月|天|价|[^，。,.!?！？;；、)\s内前后以之的左过]?导)/y;

interface Piece {
  to: number;
  unit: Unit;
  amount: number;
  about: boolean;
}

function pieceAt(text: string, at: number, isFirst: boolean): Piece | null {
  const half = matchAt(HALF, text, at);
  if (half) return { to: at + half[0].length, unit: UNITS[half[1] ?? ''] ?? 'days', amount: 0.5, about: false };
  const number = readNumberAt(text, at);
  if (!number || text[at] === '-' || text[at] === '负') return null;
  const begin = number.to + (text[number.to] === ' ' ? 1 : 0);
  const match = matchAt(UNIT, text, begin);
  if (!match) return null;
  const [written, count = '', long, short] = match;
  const name = long ?? short ?? '';
  const isCounted = count.includes('个');
  if (name === '月' && !isCounted) return null;
  if (isFirst && short !== undefined) return null;
  if (/^年/u.test(name) && isYearNumber(text, at, number.to)) return null;
  let amount = toNumber(number.value);
  let to = begin + written.length;
  if (count === '个半') amount += 0.5;
  else if (matchAt(HALF_BEHIND, text, to) && ['年', '天', '周', '小时', '星期'].includes(name)) {
    amount += 0.5;
    to += 1;
  }
  if (name === '刻钟') return { to, unit: 'minutes', amount: amount * 15, about: false };
  return { to, unit: UNITS[name] ?? 'days', amount, about: number.shape === 'vague' || number.shape === 'pair' || /[多来余几]/u.test(count) };
}

/** 2018年 and 二〇一八年 are years, whatever follows. */
function isYearNumber(text: string, from: number, to: number): boolean {
  const written = text.slice(from, to);
  return /^(?:\d{4}|0\d|[零〇○一二三四五六七八九]{3,4}|[零〇○][一二三四五六七八九])$/u.test(written);
}

/** A length of time from `from` on: 三年, 15个工作日, 一个半月, 8天20小时, 一年又一个月21天. */
export function readDurationAt(text: string, from: number): { to: number; value: DurationValue } | null {
  // 三三年 is no three years.
  if (/[\d零〇一二两三四五六七八九十百千万亿]/u.test(text[from - 1] ?? '')) return null;
  const value: DurationValue = {};
  let to = from;
  let about = false;
  for (let count = 0; count < 8; count += 1) {
    const joint = count === 0 ? 0 : (matchAt(JOINT, text, to)?.[0].length ?? 0);
    const blank = count > 0 && text[to + joint] === ' ' ? 1 : 0;
    const piece = pieceAt(text, to + joint + blank, count === 0);
    if (!piece || value[piece.unit] !== undefined) break;
    value[piece.unit] = piece.amount;
    about ||= piece.about;
    to = piece.to;
  }
  if (to === from) return null;
  return { to, value: about ? { ...value, about } : value };
}

const LETTERS: readonly (readonly [Unit, string])[] = [['years', 'Y'], ['months', 'M'], ['weeks', 'W'], ['days', 'D']];
const TIME_LETTERS: readonly (readonly [Unit, string])[] = [['hours', 'H'], ['minutes', 'M'], ['seconds', 'S']];

/** ISO 8601, half a year as six months and half a month as fifteen days; working days, which it does not know, as 15BD. */
export function durationText(value: DurationValue): string {
  if (value.workingDays !== undefined) return `${value.workingDays}BD`;
  const whole: DurationValue = { ...value };
  const carry = (from: Unit, to: Unit, factor: number) => {
    const fraction = (whole[from] ?? 0) % 1;
    if (fraction === 0) return;
    const rest = (whole[from] ?? 0) - fraction;
    whole[from] = rest;
    if (rest === 0) delete whole[from];
    whole[to] = (whole[to] ?? 0) + Math.round(fraction * factor * 1e6) / 1e6;
  };
  carry('years', 'months', 12);
  carry('months', 'days', 30);
  const part = ([unit, letter]: readonly [Unit, string]) => (whole[unit] === undefined ? '' : `${plain(whole[unit])}${letter}`);
  const time = TIME_LETTERS.map(part).join('');
  return `P${LETTERS.map(part).join('')}${time === '' ? '' : `T${time}`}`;
}

const plain = (amount: number): string => String(Math.round(amount * 1e6) / 1e6);

/** Seconds, a month as 30 and a year as 365 days: for comparing lengths, not for counting dates. */
export function durationSeconds(value: DurationValue): number {
  const days = (value.years ?? 0) * 365 + (value.months ?? 0) * 30 + (value.weeks ?? 0) * 7 + (value.days ?? 0);
  return days * 86_400 + (value.hours ?? 0) * 3_600 + (value.minutes ?? 0) * 60 + (value.seconds ?? 0);
}

