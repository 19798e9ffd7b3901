import { chinaDate, isCivilDate, isoDate } from './dates/calendar.js';
import { invalid, VALID, type Verdict } from './verdict.js';

/** Province-level codes of GB/T 2260, with 83 for Taiwan residents' permits (81 and 82 are Hong Kong's and Macao's). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
const CHECK_CHARACTERS = '10X98765432';
const EARLIEST_BIRTH_YEAR = 1850;

/**
 * Whether the first six digits can be a region. A number keeps the code of the day it was issued and
 * hundreds of codes have been abolished since, so the structure is checked, not today's table:
 * a province, and its third and fourth digits as GB/T 2260 deals them out (00; 01–70 cities,
 * prefectures and leagues; 90 counties directly under the province; in a municipality only 00–03).
 */
function isRegion(code: string): boolean {
  const province = code.slice(0, 2);
  const city = Number(code.slice(2, 4));
  if (!PROVINCES.has(province)) return false;
  return MUNICIPALITIES.has(province) ? city <= 3 : city <= 70 || city === 90;
}

/** The check character that GB 11643-1999 (ISO 7064, MOD 11-2) gives to the first 17 digits. */
export function residentIdCheckCharacter(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(first17[index]) * (2 ** (17 - index) % 11);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/**
 * Checks a citizen identity number: 18 characters of GB 11643-1999, or the 15 digits issued before it
 * (birth year in two digits, no check character). Numbers that start with 9 are those of a foreign
 * permanent resident, whose digits 2–3 are the province and 4–6 the nationality.
 * On a wrong check character `params.expected` says the right one.
 */
export function checkResidentId(text: string, now: Date = new Date()): Verdict {
  if (text === '') return invalid('empty');
  if (!/^\d*[\dXx]$/u.test(text)) return invalid('format');
  if (text.length !== 18 && text.length !== 15) return invalid('length', { expected: 18, actual: text.length });
  if (text.length === 15 && /[Xx]$/u.test(text)) return invalid('format');

  const region = text.slice(0, 6);
  const known = region.startsWith('9') && text.length === 18 ? PROVINCES.has(region.slice(1, 3)) : isRegion(region);
  if (!known) return invalid('region', { actual: region });

  const birth = text.length === 18 ? text.slice(6, 14) : `19${text.slice(6, 12)}`;
  const date = { year: Number(birth.slice(0, 4)), month: Number(birth.slice(4, 6)), day: Number(birth.slice(6, 8)) };
  const written = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6, 8)}`;
  if (!isCivilDate(date) || date.year < EARLIEST_BIRTH_YEAR) return invalid('birth-date', { actual: written });
  if (written > isoDate(chinaDate(now))) return invalid('birth-date-future', { actual: written });

  if (text.length === 15) return VALID;
  const expected = residentIdCheckCharacter(text);
  const actual = text.charAt(17).toUpperCase();
  return actual === expected ? VALID : invalid('check-digit', { expected, actual });
}
