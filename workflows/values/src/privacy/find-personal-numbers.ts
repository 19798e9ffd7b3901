import { isLuhn } from '../bank-card.js';
import { CUE_REACH, cueBefore } from './personal-cues.js';
import { groupRuns, type Group, type GroupRun } from './number-groups.js';
import type { PersonalFind, PersonalKind } from './personal-kinds.js';

interface Candidate {
  kind: PersonalKind;
  /** Whether the number says by itself what it is; else only a word before it does. */
  isSure: boolean;
  /** Letters in front belong to it. */
  withLetters?: boolean;
}

interface Window {
  digits: string;
  groups: Group[];
  cue: PersonalKind | null;
  /** Latin letters directly in front. */
  letters: string;
}

const LONGEST = 20;
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/u;
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const ID18 = new RegExp(`^\\d{6}(?:18|19|20)\\d{2}${DAY}\\d{3}[\\dX]$`, 'u');
const ID15 = new RegExp(`^\\d{6}\\d{2}${DAY}\\d{3}$`, 'u');
const MOBILE = /^(?:0086|86|0)?1[3-9]\d{9}$/u;
const LANDLINE = /^(?:86)?(?:010[2-8]\d{7}|02\d[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/u;
const PERMIT_LETTERS = /^(?:[EGDSPKCT]|E[A-Z]|C[A-Z])$/iu;
/** Behind a figure that is an amount, an age, a place in a list. */
const UNIT = /^[元块角年月日岁个人次条%％万亿千百十天周户米平期倍点时分页项款章章节只件份种名届级]/u;

/** Numbers that are, or are called, a person's: whatever stands between their digits, whether or not their check is right. */
export function findPersonalNumbers(text: string): PersonalFind[] {
  return groupRuns(text).flatMap((run) => findsInRun(text, run));
}

function findsInRun(text: string, run: GroupRun): PersonalFind[] {
  const finds: PersonalFind[] = [];
  for (let first = 0; first < run.length; ) {
    const best = bestAt(text, run, first);
    if (best) finds.push(best.find);
    first = best ? best.last + 1 : first + 1;
  }
  return finds;
}

/** 138…，这是我的号码. */
function cueBehind(text: string): PersonalKind | null {
  const words = /^[，,。 ）)]{0,2}(?:这个?|那个?)?(?:就?是|为)我?(?:的|新)*(?<what>.{0,6})/u.exec(text)?.groups?.['what'];
  return words === undefined ? null : cueBefore(words);
}

/** The longest number that begins with the group; one that speaks for itself before one that is only called so. */
function bestAt(text: string, run: GroupRun, first: number): { find: PersonalFind; last: number } | null {
  const start = run[first]!;
  const letters = lettersBefore(text, start.from);
  let cue: PersonalKind | null | undefined;
  let digits = '';
  let best: { find: PersonalFind; last: number; isSure: boolean } | null = null;
  for (let last = first; last < run.length; last += 1) {
    digits += run[last]!.digits;
    if (digits.length > LONGEST) break;
    if (digits.length < 5) continue;
    cue ??= cueBefore(text.slice(Math.max(0, letters.from - CUE_REACH), letters.from)) ?? cueBehind(text.slice(run[run.length - 1]!.to, run[run.length - 1]!.to + 14));
    const candidate = classify({ digits, groups: run.slice(first, last + 1), cue, letters: letters.text });
    if (!candidate || (!candidate.isSure && UNIT.test(text.slice(run[last]!.to, run[last]!.to + 1)))) continue;
    if (best && best.isSure && !candidate.isSure) continue;
    const from = candidate.withLetters ? letters.from : plusBefore(text, start.from);
    const normal = (candidate.withLetters ? letters.text.toUpperCase() : '') + (candidate.kind === 'mobile' ? digits.replace(/^(?:0086|86|0)(?=1\d{10}$)/u, '') : digits);
    best = { find: { kind: candidate.kind, from, to: run[last]!.to, normal }, last, isSure: candidate.isSure };
  }
  return best;
}

function classify({ digits, groups, cue, letters }: Window): Candidate | null {
  const isNumeric = !digits.slice(0, -1).includes('X');
  if (!isNumeric) return null;
  const length = digits.length;
  if (letters !== '') {
    if (cue === null ? PERMIT_LETTERS.test(letters) && length === 9 - letters.length : false) return { kind: 'permit', isSure: true, withLetters: true };
    if (cue === null && /^[HM]$/iu.test(letters) && (length === 8 || length === 10)) return { kind: 'permit', isSure: true, withLetters: true };
    if (cue !== null && ['permit', 'resident-id', 'insurance', 'account'].includes(cue) && length >= 5) return { kind: cue === 'resident-id' ? 'permit' : cue, isSure: false, withLetters: true };
    if (cue === null) return null;
  }
  if (MOBILE.test(digits) && isMobileShape(groups, cue) && cue !== 'bank-card') return { kind: 'mobile', isSure: true };
  if (length === 18 && ID18.test(digits) && PROVINCE.test(digits)) return { kind: cue === 'insurance' ? 'insurance' : 'resident-id', isSure: true };
  if (length === 15 && ID15.test(digits) && PROVINCE.test(digits) && cue !== 'bank-card') return { kind: 'resident-id', isSure: true };
  if (LANDLINE.test(digits) && isLandlineShape(groups, cue)) return { kind: 'phone', isSure: true };
  if (length >= 16 && length <= 19 && isCardShape(digits, groups, cue)) return { kind: 'bank-card', isSure: true };
  return called(digits, length, cue);
}

/** What only the word before says. A digit too few or too many makes no difference. */
function called(digits: string, length: number, cue: PersonalKind | null): Candidate | null {
  const sure = (kind: PersonalKind): Candidate => ({ kind, isSure: false });
  switch (cue) {
    case 'resident-id':
      return length >= 12 ? sure('resident-id') : length >= 8 && length <= 10 ? sure('permit') : null;
    case 'bank-card':
      return length >= 10 ? sure('bank-card') : null;
    case 'mobile':
    case 'phone':
      if (length >= 9 && length <= 13 && /^(?:86)?1/u.test(digits)) return sure('mobile');
      if (length >= 9 && length <= 13 && /^(?:86)?0/u.test(digits)) return sure('phone');
      return length >= 7 && length <= 8 && /^[2-8]/u.test(digits) ? sure('phone') : length >= 16 && length <= 19 ? sure('bank-card') : null;
    case 'permit':
      return length >= 6 ? sure('permit') : null;
    case 'account':
      return length <= 13 ? sure('account') : null;
    case 'insurance':
      return length >= 6 ? sure('insurance') : null;
    default:
      return null;
  }
}

const isSpelledOut = (groups: readonly Group[]) => groups.length >= 4 && groups.every(({ digits }) => digits.length <= 3);

/** Digits of dates and lists add up to eleven as well: the first group is 138 or more of it, or the word before says what it is. */
function isMobileShape(groups: readonly Group[], cue: PersonalKind | null): boolean {
  if (groups.length === 1 || cue === 'mobile' || cue === 'phone' || cue === 'account') return true;
  const [first, second] = groups;
  const head = first!.digits.length >= 3 || (/^(?:86|0086|0)$/u.test(first!.digits) && second!.digits.length >= 3);
  return (head && !/^\d{2}$/u.test(first!.digits)) || isSpelledOut(groups) || (/^(?:86|0086)$/u.test(first!.digits) && isSpelledOut(groups.slice(1)));
}

function isLandlineShape(groups: readonly Group[], cue: PersonalKind | null): boolean {
  if (groups.length === 1 || cue === 'phone' || cue === 'mobile') return true;
  const area = groups.find(({ digits }) => digits !== '86')!.digits;
  return /^(?:010|02\d|0[3-9]\d{2})$/u.test(area) || isSpelledOut(groups);
}

/** What a bank issues: by its first digits and check, or four digits at a time. Years at the front make dates of it. */
function isCardShape(digits: string, groups: readonly Group[], cue: PersonalKind | null): boolean {
  if (cue === 'bank-card') return true;
  if (cue === 'insurance' || cue === 'resident-id' || cue === 'permit') return false;
  if (!/^[3-9]/u.test(digits)) return false;
  if (groups.length === 1) return isLuhn(digits) || digits.startsWith('62');
  const isInFours = groups.slice(0, -1).every((group) => group.digits.length === 4);
  return isInFours || isSpelledOut(groups) || ((isLuhn(digits) || digits.startsWith('62')) && groups[0]!.digits.length >= 4);
}

/** Up to two Latin letters in front of the number, a separator between them allowed; none where they end a longer word. */
function lettersBefore(text: string, at: number): { text: string; from: number } {
  let index = at;
  for (let skipped = 0; skipped < 2 && /[ \-·.(（]/u.test(text.charAt(index - 1)); skipped += 1) index -= 1;
  let from = index;
  while (from > 0 && index - from < 3 && /[A-Za-z]/u.test(text.charAt(from - 1))) from -= 1;
  const length = index - from;
  const isWord = length === 0 || length > 2 || /[A-Za-z0-9]/u.test(text.charAt(from - 1));
  return isWord ? { text: '', from: at } : { text: text.slice(from, index), from };
}

const plusBefore = (text: string, at: number) => (text.charAt(at - 1) === '+' ? at - 1 : at);
