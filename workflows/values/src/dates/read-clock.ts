import type { Atom, Clock } from './atom.js';
import type { DayPart } from './date-context.js';
import { matchAt, readSmall } from './date-numerals.js';

const PART_WORDS: Record<string, DayPart> = {
  凌晨: 'dawn', 半夜: 'dawn', 后半夜: 'dawn', 清晨: 'morning', 早晨: 'morning', 早上: 'morning', 早间: 'morning', 一早: 'morning', 早: 'morning', 晨: 'morning',
  上午: 'forenoon', 午前: 'forenoon', 中午: 'noon', 正午: 'noon', 午间: 'noon', 下午: 'afternoon', 午后: 'afternoon', 傍晚: 'dusk', 黄昏: 'dusk',
  晚上: 'evening', 晚间: 'evening', 夜里: 'evening', 夜间: 'evening', 夜晚: 'evening', 深夜: 'evening', 晚: 'evening', 夜: 'evening',
};
const WORDS = Object.keys(PART_WORDS).sort((a, b) => b.length - a.length).join('|');
const PART = new RegExp(`(${WORDS})`, 'y');
const HOUR = '2[0-4]|[01]?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九]';
const MINUTE = '[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九]';
const ABOUT = '(?:大约|大概|约)?';
const SPOKEN = new RegExp(`${ABOUT}(?:(${WORDS})的?)?(${HOUR})(点钟?|时)(?:(整)|(半)|([一二三])刻|过?(${MINUTE})(?:分(?!之|钟)(?:(${MINUTE})秒)?|(?![\\d一二三四五六七八九十个天年月日号点:.%元块岁人名项条种次件份])))?`, 'y');
/** 早上五到六点: the first hour has no 点 of its own. */
const OF_RANGE = new RegExp(`(?:(${WORDS})的?)?(${HOUR})(?= ?[-~到至] ?(?:${HOUR})[点时])`, 'y');
const DIGITAL = new RegExp(`${ABOUT}(?:(${WORDS})的?)?([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?(?! ?:|\\d)(?: ?([aApP])\\.?[mM](?:\\.|(?![A-Za-z])))?`, 'y');
/** Three points of a list, not three o'clock. */
const POINTS = /^(?:[要建意原问注说主内儿心水诚来]|钱|不|以上意见|[小东办]|[^\d半整一二三四五六七八九十前后之以到至的，。,.!?！？\s左我你他她它开去来见出到集回上下结吃睡起有在能是可就才]{2}$)/u;

/** Hours on a 24-hour clock that the written hour may mean. */
function hoursOf(hour: number, part: DayPart | null, isTwentyFour: boolean): number[] {
  switch (part) {
    case 'dawn':
      return [hour === 12 ? 0 : hour];
    case 'morning':
    case 'forenoon':
      return [hour];
    case 'noon':
      return [hour <= 3 ? hour + 12 : hour];
    case 'afternoon':
    case 'dusk':
      return [hour < 12 ? hour + 12 : hour];
    case 'evening':
      return [hour === 12 ? 24 : hour >= 5 && hour < 12 ? hour + 12 : hour];
    default:
      if (isTwentyFour || hour === 0 || hour > 12) return [hour];
      return hour === 12 ? [12, 0] : [hour, hour + 12];
  }
}

function clocks(hour: number, minute: number, second: number | null, part: DayPart | null, isTwentyFour: boolean): Clock[] {
  return hoursOf(hour, part, isTwentyFour)
    .map((each) => ({ seconds: each * 3_600 + minute * 60 + (second ?? 0), hasSeconds: second !== null }))
    .filter(({ seconds }) => seconds <= 86_400);
}

const isNumeral = (character: string | undefined) => /[\d零〇一二两三四五六七八九十]/u.test(character ?? '');
const isPrecededByNumber = (text: string, from: number) => /[\d零〇一二两三四五六七八九十百千万.点:：/-]/u.test(text[from - 1] ?? '') && !/[\d日号]-$/u.test(text.slice(Math.max(0, from - 2), from));

/** The other reading of the same written hour in another part of the day: 下午五点到六点. */
export function inPart(atom: Extract<Atom, { type: 'clock' }>, part: DayPart): Clock[] {
  const [clock] = atom.clocks;
  if (!clock) return [];
  return hoursOf(atom.hour, part, false).map((hour) => ({ ...clock, seconds: hour * 3_600 + (clock.seconds % 3_600) }));
}

/** A time of day (下午三点半, 9:30, 17时), or a part of the day (上午). */
export function readClockAt(text: string, from: number, isAfterDate: boolean): Atom | null {
  const digital = isNumeral(text[from]) && isPrecededByNumber(text, from) ? null : matchAt(DIGITAL, text, from);
  if (digital) {
    const [written, word, hour = '', minute = '', second, meridiem] = digital;
    const part = word !== undefined ? (PART_WORDS[word] ?? null) : meridiem === undefined ? null : /a/iu.test(meridiem) ? 'dawn' : 'afternoon';
    const all = clocks(Number(hour), Number(minute), second === undefined ? null : Number(second), part, hour.length === 2 && hour.startsWith('0'));
    return all.length === 0 ? null : { type: 'clock', from, to: from + written.length, clocks: second === undefined ? all : all.slice(0, 1), hour: Number(hour), part };
  }
  return spoken(text, from) ?? partAt(text, from, isAfterDate);
}

function spoken(text: string, from: number): Atom | null {
  if (isNumeral(text[from]) && isPrecededByNumber(text, from)) return null;
  const match = matchAt(SPOKEN, text, from) ?? matchAt(OF_RANGE, text, from);
  if (!match) return null;
  const [written, word, hour = '', unit, exactly, half, quarter, minute, second] = match;
  const to = from + written.length;
  const hasMore = exactly ?? half ?? quarter ?? minute;
  if (unit === undefined && word === undefined) return null;
  if (unit?.startsWith('点') && word === undefined && hasMore === undefined && unit === '点' && isList(text, hour, to)) return null;
  if (unit === '时' && (hasMore === undefined && /^[间候代期常而有不刻节]/u.test(text.slice(to)))) return null;
  const minutes = half ? 30 : quarter ? readSmall(quarter) * 15 : minute ? readSmall(minute.replace(/^零(?=.)/u, '')) : 0;
  const part = word === undefined ? null : (PART_WORDS[word] ?? null);
  const all = clocks(readSmall(hour), minutes, second ? readSmall(second) : null, part, unit === '时' && minute !== undefined && readSmall(hour) > 12);
  return all.length === 0 ? null : { type: 'clock', from, to, clocks: all, hour: readSmall(hour), part };
}

/** 一点 is "a little" and 三点要求 a list, unless a word of time follows. */
function isList(text: string, hour: string, to: number): boolean {
  const behind = text.slice(to, to + 3);
  if (/^[一两]$/u.test(hour)) return !/^(?:[前后到至，。,]|之[前后]|以[前后]|左右|$)/u.test(behind) || hour === '一' && behind === '';
  return POINTS.test(behind);
}

function partAt(text: string, from: number, isAfterDate: boolean): Atom | null {
  const match = matchAt(PART, text, from);
  const word = match?.[1] ?? '';
  const part = PART_WORDS[word];
  if (part === undefined || (word.length === 1 && !isAfterDate)) return null;
  if (word.length === 1 && /^[报饭餐班安点会宴课自]/u.test(text.slice(from + 1))) return null;
  return { type: 'part', from, to: from + word.length, part };
}
