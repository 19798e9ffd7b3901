import { DIGITS } from '../numbers/numerals.js';

/** Digits and letters that stand together; `text` has Chinese digits (一三八, 幺) as Arabic ones and capital letters. */
export interface Run {
  text: string;
  from: number;
  to: number;
  /** Whether Chinese digits are among them: then a group of it is only part of something long. */
  hasHan: boolean;
}

const HAN = [...DIGITS.keys()].filter((digit) => !'两俩'.includes(digit)).join('');
const ASCII_RUN = /[0-9A-Za-z]+/gu;
const HAN_RUN = new RegExp(`[0-9A-Za-z${HAN}]*[${HAN}][0-9A-Za-z${HAN}]*`, 'gu');
/** Fewer Chinese digits in a row are words or numbers, not a group of an identifier. */
const MIN_HAN_DIGITS = 3;

const asDigits = (written: string, hasHan: boolean) => (hasHan ? [...written].map((character) => (DIGITS.has(character) && !/[0-9A-Za-z]/u.test(character) ? String(DIGITS.get(character)) : character)).join('') : written).toUpperCase();

export function digitRuns(text: string): { ascii: Run[]; han: Run[] } {
  const runs = (pattern: RegExp, hasHan: boolean): Run[] => [...text.matchAll(pattern)].map((match) => ({ text: asDigits(match[0], hasHan), from: match.index, to: match.index + match[0].length, hasHan }));
  return { ascii: runs(ASCII_RUN, false), han: mixed(text, runs(HAN_RUN, true)) };
}

/** Runs with Chinese digits, and the Arabic ones between them, so that groups of both can be joined. */
function mixed(text: string, han: Run[]): Run[] {
  const long = han.filter((run) => run.to - run.from >= MIN_HAN_DIGITS);
  if (long.length === 0) return [];
  const covered = new Set<number>();
  for (const { from } of long) covered.add(from);
  const near = (at: number) => long.some(({ from, to }) => Math.abs(from - at) <= 24 || Math.abs(to - at) <= 24);
  const ascii = long.length > 200 ? [] : [...text.matchAll(ASCII_RUN)].map((match) => ({ text: match[0].toUpperCase(), from: match.index, to: match.index + match[0].length, hasHan: false })).filter((run) => near(run.from) && !long.some(({ from, to }) => run.from >= from && run.from < to));
  return [...long, ...ascii].sort((a, b) => a.from - b.from);
}
