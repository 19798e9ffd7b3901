import type { Atom } from './atom.js';
import type { DateContext } from './date-context.js';
import { FESTIVAL_STARTS } from './festivals.js';
import { readAgeAt } from './read-age.js';
import { readCalendarAt } from './read-calendar.js';
import { readClockAt } from './read-clock.js';
import { readNumericAt } from './read-numeric.js';
import { readOffsetAt } from './read-offset.js';
import { readRecurrenceAt } from './read-recurrence.js';
import { readWeekAt } from './read-week.js';

/** Characters that what a reader looks for may begin with; at all others it is not tried. */
const NUMERALS = '0123456789零〇○一二两三四五六七八九十廿卅';
const starts = (characters: string) => new Set(characters);
const WEEK = starts('大前昨今明后本当次第上下这周星礼');
const NUMERIC = starts('0123456789');
const CALENDAR = new Set([...NUMERALS, ...'大前去上今本当明来次后公农阴阳旧民这下年闰正冬腊首第春夏秋Qq', ...FESTIVAL_STARTS]);
const CLOCK = starts(`${NUMERALS}凌半后清早晨一上午中正下傍黄晚夜深大约`);
const AGE = starts(`${NUMERALS}百.`);
const OFFSET = starts(`${NUMERALS}百千半几过最近以之前此未今接往后还再剩上下`);
const STARTS = new Set(['每', ...WEEK, ...NUMERIC, ...CALENDAR, ...CLOCK, ...AGE, ...OFFSET]);

/** 康熙三年五月 is dated by a reign, in a calendar that is not known here; nothing in it is read as something else. */
const REIGN = /(?:康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|顺治|崇祯|万历|永乐|洪武|贞观|开元|神龙|昭和|平成|令和)(?:元|[\d一二三四五六七八九十]{1,3})年(?:闰?[\d一二三四五六七八九十正冬腊]{1,2}月)?(?:[初\d一二三四五六七八九十廿]{1,3}[日号]?|大年三十|除夕)?/gu;

const longer = (a: Atom | null, b: Atom | null): Atom | null => (b && (!a || b.to > a.to) ? b : a);

/** The longest date or time that begins at `from`; where two are as long, the one that is tried first. */
function atomAt(text: string, from: number, context: DateContext, isAfterDate: boolean): Atom | null {
  const first = text[from] ?? '';
  if (first === '每') return readRecurrenceAt(text, from);
  let best = WEEK.has(first) ? readWeekAt(text, from, context) : null;
  if (NUMERIC.has(first)) best = longer(best, readNumericAt(text, from, context));
  if (CALENDAR.has(first)) best = longer(best, readCalendarAt(text, from, context));
  if (isAfterDate || CLOCK.has(first)) best = longer(best, readClockAt(text, from, isAfterDate));
  if (AGE.has(first)) best = longer(best, readAgeAt(text, from));
  return OFFSET.has(first) ? longer(best, readOffsetAt(text, from, context)) : best;
}

/** Dates, times and lengths of time from left to right, without overlap. Every reader looks a bounded way ahead, so this is linear. */
export function scanAtoms(text: string, context: DateContext): Atom[] {
  const atoms: Atom[] = [];
  const reigns = new Map([...text.matchAll(REIGN)].map((match) => [match.index, match.index + match[0].length]));
  let afterDate = -1;
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    const reignEnd = reigns.get(at);
    if (reignEnd !== undefined) {
      at = reignEnd;
      continue;
    }
    if (!STARTS.has(character) && at !== afterDate) {
      at += 1;
      continue;
    }
    const atom = atomAt(text, at, context, at === afterDate);
    if (!atom) {
      at = /[\d]/u.test(character) ? pastDigits(text, at) : at + 1;
      continue;
    }
    atoms.push(atom);
    at = atom.to;
    if (atom.type === 'date') afterDate = at;
  }
  return atoms;
}

/** Past digits that begin nothing: 13800000000 is not looked at eleven times. */
function pastDigits(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  return end;
}
