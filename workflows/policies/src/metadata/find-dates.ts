import { readNumeral } from '../numerals.js';

const year = '(\\d{4}|[一二三四五六七八九〇零○]{4})';
const part = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** Source of a regular expression with three groups: year, month, day. */
export const dateSource = `${year}\\s?年\\s?${part}\\s?月\\s?${part}\\s?日`;

/** ISO date of the three groups; null where the calendar has no such day. */
export function isoOf(y: string, m: string, d: string): string | null {
  const [yearNumber, month, day] = [y.replaceAll('○', '〇'), m, d].map(readNumeral);
  if (yearNumber === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(yearNumber!, month! - 1, day!));
  if (date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The first day that the words name, in ISO form. */
export function dateIn(words: string): string | null {
  const match = new RegExp(dateSource).exec(words);
  return match ? isoOf(match[1]!, match[2]!, match[3]!) : null;
}
