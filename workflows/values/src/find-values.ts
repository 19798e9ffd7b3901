import { isLuhn } from './bank-card.js';
import { NUMBER_CHARACTERS } from './chinese-number.js';
import { checkCreditCode } from './credit-code.js';
import { DATE_IN_SENTENCE } from './dates/parse-date.js';
import { foldWidth } from './fold.js';
import { normalise, type SlotType } from './normalise.js';
import { checkResidentId } from './resident-id.js';
import type { Verdict } from './verdict.js';

/** A value in a text. Offsets are in code points, `end` exclusive; `text` is what stands there. */
export interface FoundValue {
  type: SlotType;
  start: number;
  end: number;
  text: string;
  value: unknown;
  verdict: Verdict;
}

interface Candidate {
  type: SlotType;
  /** UTF-16 indices in the folded text. */
  from: number;
  to: number;
}

/** Longest identifier that is put together from groups (6222 0212 3456 7890 123, +86 138-0000-0000). */
const MAX_DIGITS = 19;
/** How far before a number the word that says what it is may stand. */
const CUE_DISTANCE = 10;

const CUES: readonly [SlotType, RegExp][] = [
  ['resident-id', /身份证|证件号/u],
  ['credit-code', /信用代码/u],
  ['mobile', /手机|电话|联系方式/u],
  ['bank-card', /银行卡|卡号|账号|账户|储蓄卡/u],
];

function lastCue(before: string): SlotType | null {
  let best: { type: SlotType; index: number } | null = null;
  for (const [type, pattern] of CUES) {
    for (const match of before.matchAll(new RegExp(pattern, 'gu'))) if (!best || match.index >= best.index) best = { type, index: match.index };
  }
  return best?.type ?? null;
}

/** What an unbroken run of letters and digits is, looking at its shape and, where that leaves a choice, its checks and the word before it. */
function classify(run: string, cue: SlotType | null): SlotType | null {
  const length = run.length;
  if (/^1[3-9]\d{9}$/u.test(run) || /^(?:86|0086|0)1[3-9]\d{9}$/u.test(run)) return cue === 'bank-card' && length > 11 ? 'bank-card' : 'mobile';
  if (/^\d{17}[\dX]$/u.test(run)) {
    if (cue !== null && cue !== 'mobile') return cue;
    if (checkResidentId(run).valid) return 'resident-id';
    if (checkCreditCode(run).valid) return 'credit-code';
    if (/^\d{6}(?:19|20)\d{2}/u.test(run)) return 'resident-id';
    return /^9[1-3]/u.test(run) ? 'credit-code' : isLuhn(run) ? 'bank-card' : 'resident-id';
  }
  if (length === 18 && /^[1-9A-Y][0-9A-Y]\d{6}[0-9A-Z]{10}$/u.test(run)) return 'credit-code';
  if (/^\d+$/u.test(run)) {
    if (length === 15 && cue !== 'bank-card' && checkResidentId(run).valid) return 'resident-id';
    if (length >= 16 && length <= MAX_DIGITS && (cue === 'bank-card' || (cue === null && (isLuhn(run) || run.startsWith('62'))))) return 'bank-card';
    // A number one digit short or long is still what the sentence calls it; its verdict says what is wrong.
    if (cue === 'mobile' && length >= 10 && length <= 12 && /^1[3-9]/u.test(run)) return 'mobile';
    if (cue === 'bank-card' && length >= 12 && length <= 20) return 'bank-card';
  }
  if (cue === 'resident-id' && length >= 14 && length <= 20 && /^\d+X?$/u.test(run)) return 'resident-id';
  if (cue === 'credit-code' && length >= 16 && length <= 20) return 'credit-code';
  return null;
}

interface Run {
  text: string;
  from: number;
  to: number;
}

/** Whether only one space or dash stands between two runs, so that they may be groups of one number. */
function isJoined(folded: string, left: Run, right: Run): boolean {
  return right.from === left.to + 1 && /[ -]/u.test(folded.charAt(left.to));
}

function identifiers(folded: string): Candidate[] {
  const runs: Run[] = [...folded.matchAll(/[0-9A-Za-z]+/gu)].map((match) => ({ text: match[0].toUpperCase(), from: match.index, to: match.index + match[0].length }));
  const found: Candidate[] = [];
  for (let first = 0; first < runs.length; first += 1) {
    const start = runs[first] as Run;
    if (start.text.length > MAX_DIGITS + 1) continue;
    const cue = lastCue(folded.slice(Math.max(0, start.from - CUE_DISTANCE), start.from));
    let joined = '';
    // Bounded: groups are joined only while they make at most MAX_DIGITS characters, so this stays linear.
    for (let last = first; last < runs.length; last += 1) {
      const run = runs[last] as Run;
      if (last > first && (!isJoined(folded, runs[last - 1] as Run, run) || !/^\d+X?$/u.test(run.text) || !/^\d+$/u.test(joined))) break;
      joined += run.text;
      if (joined.length > MAX_DIGITS + 1) break;
      const type = classify(joined, cue);
      if (type === null) continue;
      const plus = /^86/u.test(joined) && folded.charAt(start.from - 1) === '+' ? 1 : 0;
      found.push({ type, from: start.from - plus, to: run.to });
    }
  }
  return found;
}

const DATES = new RegExp(`(?<![${NUMBER_CHARACTERS}.])(?:${DATE_IN_SENTENCE.join('|')})(?![0-9])`, 'gu');
/** A comma or point counts only before a digit: 三千,五百元 is two things (a full-width comma folds to this one). */
const AMOUNT = `[${NUMBER_CHARACTERS}](?:[${NUMBER_CHARACTERS}点]|[,.](?=\\d)){0,29}`;
const SMALL_CHANGE = `(?:${AMOUNT}[角毛])?(?:[${NUMBER_CHARACTERS}]{1,2}分)?`;
/** 三块五, but not 三块五天: a lone digit after 块 counts tenths only where no counted thing follows. */
const TENTHS = `[一二三四五六七八九](?![${NUMBER_CHARACTERS}天年月日号个])`;
const MONEY = new RegExp(
  `[¥] ?\\d[\\d,]{0,20}(?:\\.\\d{1,6})?[万亿]?元?` +
    `|(?<![${NUMBER_CHARACTERS}点]|\\d[,.])${AMOUNT} ?(?:(?:元(?!旦)|圆)${SMALL_CHANGE}(?:整|人民币)?|块钱|块(?=[${NUMBER_CHARACTERS}])(?:${TENTHS}|${SMALL_CHANGE}))`,
  'gu',
);

function patterns(folded: string, type: SlotType, pattern: RegExp): Candidate[] {
  return [...folded.matchAll(pattern)].map((match) => ({ type, from: match.index, to: match.index + match[0].length }));
}

/** Longest first; of equal length the one that starts first; each takes its place unless something is there. */
function withoutOverlap(candidates: Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (taken.subarray(candidate.from, candidate.to).includes(1)) continue;
    taken.fill(1, candidate.from, candidate.to);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/**
 * Finds the values that can be recognised by their form: identity numbers, credit codes, mobile numbers, bank cards,
 * dates and amounts. One with a wrong check digit is found too, with a verdict that says so. Linear in the length.
 */
export function findValues(text: string, now: Date = new Date()): FoundValue[] {
  const folded = foldWidth(text);
  const candidates = [...identifiers(folded), ...patterns(folded, 'date', DATES), ...patterns(folded, 'money', MONEY)];
  const found: FoundValue[] = [];
  let index = 0;
  let offset = 0;
  const codePoints = (until: number) => {
    while (index < until) {
      index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
      offset += 1;
    }
    return offset;
  };
  for (const { type, from, to } of withoutOverlap(candidates, folded.length)) {
    const written = text.slice(from, to);
    const normal = normalise(type, written, now);
    if (!normal) continue;
    const start = codePoints(from);
    found.push({ type, start, end: codePoints(to), text: written, value: normal.value, verdict: normal.verdict });
  }
  return found;
}
