import { addDays, type CivilDate, dayNumber } from './calendar.js';

/**
 * The Chinese calendar (GB/T 33661-2017) for the lunar years 1900–2100, one number in base 36 a year: bit i is set where
 * the i-th month of the year has 30 days (29 otherwise), leap month included in its place; the number shifted right
 * by 13 is the month that is repeated, 0 where none is. Checked day by day against an
 * independent implementation.
 */
const YEARS = [
  '1j2q 01g2 02w5 100a 018r 023f 0thy 012i 028p 0h8y 01g2 17ad 0279 0217 0zor 00j1 012j 0ew9 02p5 1e36',
  '02vm 02lh 10st 021i 00ja 0tkl 01ck 02w9 0ioi 02vm 14iu 010r 021j 0zau 028q 01ck 0lvt 01ft 1cpf 0237',
  '010r 13yz 023x 012i 0uol 02as 0289 0hw3 0239 1cfh 0112 023x 0zvu 014i 02p1 0oqy 02mi 1gnp 023b 011y',
  '141h 0251 01ci 0s6d 02w5 018q 0lg7 023f 1cgq 012i 0295 107m 028i 0279 0tor 0217 1inf 00j1 012l 146h',
  '02p5 02oi 0v1h 02lh 1wel 021i 00ja 131x 01cl 02w9 11n6 02vm 02li 0l06 021j 1iom 00nu 01cl 103t 01ft',
  '01ar 0tgr 010r 021n 0guy 012i 1dn9 02as 0289 10ur 0239 010t 0re5 0245 1p62 015e 02p1 17pm 02mi 02hh',
  '0tgu 011y 0245 0gxe 01ci 14th 01et 018r 0y3b 02i3 0122 0l3q 0295 224y 028i 0279 174b 0217 00x7 0wnv',
  '014d 0296 0i1e 02oi 1e05 02lh 021h 0zot 00xi 014l 0lnu 02x5 1klu 02vm 02li 13yu 021j 00ye 0qmt 01g5',
  '01ft 0lub 01ar 1cff 010r 021n 0ztm 012i 0291 0tvu 028a 1jth 0239 010t 1419 0245 014a 0rl1 02p1 02mi',
  '0olx 02hi 1d8u 011y 0245 0zw2 01ci 02w5 0s3u 01aj 1h1z 00x7 0123 142e 0296 01g2 0tut 0285 022z 0gpn',
  '00x7',
].join(' ').split(' ').map((year) => Number.parseInt(year, 36));

const FIRST_YEAR = 1900;
/** The first day of lunar 1900. */
const EPOCH: CivilDate = { year: 1900, month: 1, day: 31 };

export interface LunarDate {
  year: number;
  /** 1–12. */
  month: number;
  isLeap: boolean;
  day: number;
}

/** The month that is repeated in that lunar year; 0 for none, null outside the table. */
export function leapMonth(year: number): number | null {
  const entry = YEARS[year - FIRST_YEAR];
  return entry === undefined ? null : entry >> 13;
}

const monthsIn = (entry: number): number => (entry >> 13 > 0 ? 13 : 12);
const lengthOf = (entry: number, index: number): number => 29 + ((entry >> index) & 1);

function daysIn(entry: number): number {
  let days = 0;
  for (let index = 0; index < monthsIn(entry); index += 1) days += lengthOf(entry, index);
  return days;
}

/** Days from the epoch to the first day of each lunar year. */
const STARTS = YEARS.reduce<number[]>((starts, entry) => [...starts, (starts[starts.length - 1] ?? 0) + daysIn(entry)], [0]);

const indexOfMonth = (entry: number, month: number, isLeap: boolean): number => {
  const leap = entry >> 13;
  return month - 1 + (leap > 0 && (month > leap || (month === leap && isLeap)) ? 1 : 0);
};

/** How many days that lunar month has; null where there is no such month, as a leap month in most years. */
export function daysInLunarMonth(year: number, month: number, isLeap = false): number | null {
  const entry = YEARS[year - FIRST_YEAR];
  if (entry === undefined || month < 1 || month > 12 || (isLeap && entry >> 13 !== month)) return null;
  return lengthOf(entry, indexOfMonth(entry, month, isLeap));
}

/** The day in the Gregorian calendar; null where the lunar calendar has no such day, or the table does not reach it. */
export function fromLunar({ year, month, isLeap, day }: LunarDate): CivilDate | null {
  const entry = YEARS[year - FIRST_YEAR];
  const length = daysInLunarMonth(year, month, isLeap);
  if (entry === undefined || length === null || day < 1 || day > length) return null;
  let days = STARTS[year - FIRST_YEAR] ?? 0;
  const until = indexOfMonth(entry, month, isLeap);
  for (let index = 0; index < until; index += 1) days += lengthOf(entry, index);
  return addDays(EPOCH, days + day - 1);
}

/** The lunar date of a day; null where the table does not reach it. */
export function toLunar(date: CivilDate): LunarDate | null {
  let rest = dayNumber(date) - dayNumber(EPOCH);
  if (rest < 0) return null;
  // The lunar year is the Gregorian one or the one before.
  const at = date.year - FIRST_YEAR - (rest < (STARTS[date.year - FIRST_YEAR] ?? Infinity) ? 1 : 0);
  const entry = YEARS[at];
  if (entry === undefined) return null;
  rest -= STARTS[at] ?? 0;
  for (let index = 0; index < monthsIn(entry); index += 1) {
    const length = lengthOf(entry, index);
    if (rest < length) {
      const leap = entry >> 13;
      const isAfterLeap = leap > 0 && index >= leap;
      return { year: at + FIRST_YEAR, month: index + 1 - (isAfterLeap ? 1 : 0), isLeap: leap > 0 && index === leap, day: rest + 1 };
    }
    rest -= length;
  }
  return null;
}
