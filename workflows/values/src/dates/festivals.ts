import { addDays, type CivilDate } from './calendar.js';
import { daysInLunarMonth, fromLunar } from './lunar.js';
import { dayOf, dayPeriod, type Period } from './period.js';

/** Names of a festival, and its month and day. */
const SOLAR: readonly (readonly [names: string, month: number, day: number])[] = [
  ['元旦节 元旦', 1, 1],
  ['情人节', 2, 14],
  ['国际妇女节 三八妇女节 妇女节 三八节', 3, 8],
  ['植树节', 3, 12],
  ['消费者权益日', 3, 15],
  ['国际劳动节 五一劳动节 劳动节 五一节', 5, 1],
  ['五四青年节 青年节', 5, 4],
  ['国际儿童节 六一儿童节 儿童节 六一节', 6, 1],
  ['七一建党节 建党节', 7, 1],
  ['八一建军节 建军节', 8, 1],
  ['教师节', 9, 10],
  ['十一国庆节 国庆节 国庆', 10, 1],
  ['平安夜', 12, 24],
  ['圣诞节 圣诞', 12, 25],
];

const LUNAR: readonly (readonly [names: string, month: number, day: number])[] = [
  ['春节 大年初一 年初一 正月初一', 1, 1],
  ['大年初二 年初二', 1, 2],
  ['大年初三 年初三', 1, 3],
  ['元宵节 元宵 上元节', 1, 15],
  ['龙抬头', 2, 2],
  ['端午节 端午 端阳节', 5, 5],
  ['七夕节 七夕', 7, 7],
  ['中元节', 7, 15],
  ['中秋节 中秋', 8, 15],
  ['重阳节 重阳', 9, 9],
  ['腊八节 腊八', 12, 8],
];

/** Constants of the mean solar terms by century (valid 1900–2100): the day is ⌊y·0.2422 + c⌋ − ⌊y/4⌋, y the last two digits. */
const TERMS: Record<string, readonly [month: number, c20: number, c21: number]> = {
  清明节: [4, 5.59, 4.81],
  清明: [4, 5.59, 4.81],
  冬至: [12, 22.6, 21.94],
};

/** The day of a solar term; 2100, the last year, counts with its own century. */
function solarTerm(year: number, [month, c20, c21]: readonly [number, number, number]): Period | null {
  if (year < 1901 || year > 2099) return null;
  const y = year % 100;
  return dayOf(year, month, Math.floor(y * 0.2422 + (year >= 2000 ? c21 : c20)) - Math.floor(y / 4));
}

/** 除夕 is the last day of the lunar year, the 29th or 30th of its last month. */
function newYearsEve(year: number): Period | null {
  const length = daysInLunarMonth(year, 12);
  const day = length === null ? null : fromLunar({ year, month: 12, isLeap: false, day: length });
  return day && dayPeriod(day, true);
}

type Make = (year: number) => Period | null;

const BY_NAME = new Map<string, Make>([
  ...SOLAR.flatMap(([names, month, day]) => names.split(' ').map((name): [string, Make] => [name, (year) => dayOf(year, month, day)])),
  ...LUNAR.flatMap(([names, month, day]) => names.split(' ').map((name): [string, Make] => [name, (year) => lunarDay(year, month, day)])),
  ...Object.entries(TERMS).map(([name, term]): [string, Make] => [name, (year) => solarTerm(year, term)]),
  ...['除夕夜', '除夕', '大年三十', '年三十', '大年夜'].map((name): [string, Make] => [name, newYearsEve]),
  ['母亲节', (year) => nthSunday(year, 5, 2)],
  ['父亲节', (year) => nthSunday(year, 6, 3)],
]);
const LONGEST = Math.max(...[...BY_NAME.keys()].map((name) => name.length));

/** Characters that a festival's name begins with, to look no further elsewhere. */
export const FESTIVAL_STARTS = new Set([...BY_NAME.keys()].map((name) => name.charAt(0)));

export function lunarDay(year: number, month: number, day: number, isLeap = false): Period | null {
  const date = fromLunar({ year, month, isLeap, day });
  return date && dayPeriod(date, true);
}

function nthSunday(year: number, month: number, n: number): Period | null {
  const first: CivilDate = { year, month, day: 1 };
  const offset = (7 - new Date(Date.UTC(year, month - 1, 1)).getUTCDay()) % 7;
  return dayPeriod(addDays(first, offset + (n - 1) * 7));
}

/** The festival whose name begins at `at`: where the name ends and its day in a year. */
export function festivalAt(text: string, at: number): { to: number; make: Make } | null {
  if (!FESTIVAL_STARTS.has(text[at] ?? '')) return null;
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length -= 1) {
    const make = BY_NAME.get(text.slice(at, at + length));
    if (make) return { to: at + length, make };
  }
  return null;
}
