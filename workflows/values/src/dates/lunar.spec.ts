import { expect, it } from 'vitest';
import { addDays, type CivilDate, dayNumber } from './calendar.js';
import { daysInLunarMonth, fromLunar, leapMonth, toLunar } from './lunar.js';

it.each<[number, number, number, boolean, number, CivilDate]>([
  [2024, 2024, 1, false, 1, { year: 2024, month: 2, day: 10 }],
  [2025, 2025, 1, false, 1, { year: 2025, month: 1, day: 29 }],
  [2026, 2026, 1, false, 1, { year: 2026, month: 2, day: 17 }],
  [1980, 1980, 8, false, 15, { year: 1980, month: 9, day: 23 }],
  [2023, 2023, 2, true, 1, { year: 2023, month: 3, day: 22 }],
  [2033, 2033, 11, true, 1, { year: 2033, month: 12, day: 22 }],
])('%i 年', (_, year, month, isLeap, day, expected) => expect(fromLunar({ year, month, isLeap, day })).toEqual(expected));

it('往返每一天都不变', () => {
  for (let day: CivilDate = { year: 1900, month: 1, day: 31 }; day.year < 2101; day = addDays(day, 7)) {
    const lunar = toLunar(day);
    expect(lunar && dayNumber(fromLunar(lunar)!)).toBe(dayNumber(day));
  }
});

it('没有的月和日是 null', () => {
  expect(leapMonth(2024)).toBe(0);
  expect(daysInLunarMonth(2024, 2, true)).toBeNull();
  expect(fromLunar({ year: 2024, month: 1, isLeap: false, day: 30 })).toBeNull();
  expect(fromLunar({ year: 1899, month: 1, isLeap: false, day: 1 })).toBeNull();
  expect(toLunar({ year: 1800, month: 1, day: 1 })).toBeNull();
});
