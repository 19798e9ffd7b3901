import { checkBankCard } from '../bank-card.js';
import { checkCreditCode } from '../credit-code.js';
import type { Reading } from '../found-value.js';
import { checkMobile, stripMobilePrefix } from '../phone.js';
import { checkResidentId } from '../resident-id.js';
import type { Verdict } from '../verdict.js';
import { classify, CUE_DISTANCE, type IdentifierKind, lastCue, MAX_DIGITS } from './classify.js';
import { digitRuns, type Run } from './digit-runs.js';

interface Candidate {
  kind: IdentifierKind;
  value: string;
  from: number;
  to: number;
}

/** Whether no more than one blank, dash, point or middle dot stands between two runs, so that they may be groups of one number. */
function isJoined(text: string, left: Run, right: Run): boolean {
  if (right.from === left.to) return true;
  return right.from === left.to + 1 && /[ .·_/-]/u.test(text.charAt(left.to));
}

/** The longest identifier that begins with the run at `first`, groups joined. Bounded by MAX_DIGITS characters. */
function longestAt(text: string, runs: readonly Run[], first: number): Candidate | null {
  const start = runs[first]!;
  if (start.text.length > MAX_DIGITS + 1) return null;
  let cue: IdentifierKind | null | undefined;
  let joined = '';
  let best: Candidate | null = null;
  let hasHan = false;
  for (let last = first; last < runs.length; last += 1) {
    const run = runs[last]!;
    if (last > first && (!isJoined(text, runs[last - 1]!, run) || !/^\d+X?$/u.test(run.text) || !/^\d+$/u.test(joined))) break;
    joined += run.text;
    hasHan ||= run.hasHan;
    if (joined.length > MAX_DIGITS + 1) break;
    if (joined.length < 10) continue;
    cue ??= lastCue(text.slice(Math.max(0, start.from - CUE_DISTANCE), start.from));
    const kind = classify(joined, cue);
    if (kind === null) continue;
    const plus = joined.startsWith('86') && text.charAt(start.from - 1) === '+' ? 1 : 0;
    best = { kind, value: joined, from: start.from - plus, to: run.to };
  }
  return best && (start.hasHan || !hasHan || best.value.length >= 11) ? best : null;
}

function candidates(text: string, runs: readonly Run[]): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < runs.length; first += 1) {
    const best = longestAt(text, runs, first);
    if (!best) continue;
    found.push(best);
    // What lies inside it is a part of it.
    while (first + 1 < runs.length && runs[first + 1]!.to <= best.to) first += 1;
  }
  return found;
}

function check(kind: IdentifierKind, value: string, now: Date): { value: string; verdict: Verdict } {
  switch (kind) {
    case 'resident-id':
      return { value, verdict: checkResidentId(value, now) };
    case 'credit-code':
      return { value, verdict: checkCreditCode(value) };
    case 'bank-card':
      return { value, verdict: checkBankCard(value) };
    case 'mobile': {
      const digits = stripMobilePrefix(value);
      return { value: digits, verdict: checkMobile(digits) };
    }
  }
}

/**
 * Identity numbers, credit codes, mobile numbers and bank cards, in groups (6222 0212 …, 138-0000-0000), in full width or
 * in Chinese digits; one with a wrong check is found too, and its verdict says what is wrong.
 */
export function findIdentifiers(text: string, now: Date): Reading[] {
  const { ascii, han } = digitRuns(text);
  return [...candidates(text, ascii), ...candidates(text, han)].map(({ kind, value, from, to }): Reading => {
    const checked = check(kind, value, now);
    return { kind, from, to, normal: checked.value, ...checked };
  });
}
