import { isLuhn } from '../bank-card.js';
import { checkCreditCode } from '../credit-code.js';
import { checkResidentId } from '../resident-id.js';

/** Kinds of numbers that are told apart by their shape, their checks and the word before them. */
export type IdentifierKind = 'resident-id' | 'credit-code' | 'mobile' | 'bank-card';

/** Longest identifier: a bank card. */
export const MAX_DIGITS = 19;
/** How far before a number the word that says what it is may stand. */
export const CUE_DISTANCE = 12;

const CUES = /(身份证|证件号|公民身份号码)|(信用代码|税号|纳税人识别号)|(手机|电话|联系方式|拨打|号码是1)|(银行卡|卡号|账号|账户|帐号|储蓄卡|信用卡)/gu;
const KINDS: readonly IdentifierKind[] = ['resident-id', 'credit-code', 'mobile', 'bank-card'];

/** What the last such word before a number says it is. */
export function lastCue(before: string): IdentifierKind | null {
  let cue: IdentifierKind | null = null;
  for (const match of before.matchAll(CUES)) cue = KINDS[match.slice(1).findIndex((group) => group !== undefined)] ?? cue;
  return cue;
}

/** What an unbroken run of digits and capital letters is; null for nothing of these. */
export function classify(run: string, cue: IdentifierKind | null): IdentifierKind | null {
  const length = run.length;
  if (/^1[3-9]\d{9}$/u.test(run) || /^(?:86|0086|0)1[3-9]\d{9}$/u.test(run)) return cue === 'bank-card' && length > 11 ? 'bank-card' : 'mobile';
  if (/^\d{17}[\dX]$/u.test(run)) return eighteen(run, cue);
  if (length === 18 && /^[1-9A-Y][0-9A-Y]\d{6}[0-9A-Z]{10}$/u.test(run)) return 'credit-code';
  if (/^\d+$/u.test(run)) {
    if (length === 15 && cue !== 'bank-card' && checkResidentId(run).valid) return 'resident-id';
    if (length >= 16 && length <= MAX_DIGITS && (cue === 'bank-card' || (cue === null && (isLuhn(run) || run.startsWith('62'))))) return 'bank-card';
    // A number one digit short or long is still what the sentence calls it; its verdict says what is wrong.
    if (cue === 'mobile' && length >= 10 && length <= 12 && /^1[3-9]/u.test(run)) return 'mobile';
    if (cue === 'bank-card' && length >= 12 && length <= 20) return 'bank-card';
  }
  if (cue === 'resident-id' && length >= 14 && length <= 20 && /^\d+X?$/u.test(run)) return 'resident-id';
  if (cue === 'credit-code' && length >= 15 && length <= 20) return 'credit-code';
  return null;
}

/** Eighteen digits are an identity number, a credit code or a card. */
function eighteen(run: string, cue: IdentifierKind | null): IdentifierKind {
  if (cue !== null && cue !== 'mobile') return cue;
  if (checkResidentId(run).valid) return 'resident-id';
  if (checkCreditCode(run).valid) return 'credit-code';
  if (/^\d{6}(?:19|20)\d{2}/u.test(run)) return 'resident-id';
  return /^9[1-3]/u.test(run) ? 'credit-code' : isLuhn(run) ? 'bank-card' : 'resident-id';
}
