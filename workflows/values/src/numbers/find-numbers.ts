import type { Reading } from '../found-value.js';
import type { ValueOfKind } from '../value-kinds.js';
import { decimalText, times, toNumber } from './decimal.js';
import { isPartOfWord } from './not-numbers.js';
import { DIGITS, isAsciiDigit, LARGE_UNITS, SMALL_UNITS } from './numerals.js';
import { readNumberAt } from './read-number-at.js';
import type { Magnitude } from './scan-magnitude.js';

/** A number in a readable text, before anything is known of the words around it. */
export interface NumberToken extends Magnitude {
  from: number;
}

const STARTS = new Set([...'0123456789负-.半', ...DIGITS.keys(), ...SMALL_UNITS.keys()]);
const canBegin = (character: string) => STARTS.has(character);
/** 近百, 上千, 约万: only after such a word is a bare unit a number. */
const ROUND = /[近上约成逾]$/u;
/** 几百, 数十万: from one to ten of the unit; 人数十人 is not such. */
const SEVERAL = /(?:几|(?<![人次户件总个倍岁天分])数)$/u;
const ABOUT_BEFORE = /(?:将近|近|大约|大概|约|差不多|左右|上下|逾|约莫|大致)是?$/u;
const ABOUT_BEHIND = /^(?:多|余|来|几|左右|上下)/u;
/** Another kind of value says what such a digit is (一美元, 三折); the number says nothing beside it. */
const CLAIMED = /^(?:[%‰折成]|美元|美刀|美金|欧元|英镑|日元|港元|港币|澳元|加元|韩元)/u;

function bareUnit(text: string, at: number): NumberToken | null {
  const unit = SMALL_UNITS.get(text[at] ?? '') ?? LARGE_UNITS.get(text[at] ?? '');
  const before = text.slice(Math.max(0, at - 2), at);
  if (unit === undefined || !(ROUND.test(before) || SEVERAL.test(before))) return null;
  const larger = unit < 10_000n ? LARGE_UNITS.get(text[at + 1] ?? '') : undefined;
  return { from: at, to: at + (larger ? 2 : 1), value: { units: unit * (larger ?? 1n), places: 0 }, shape: 'vague' };
}

/** 几十万 is 100,000 to 1,000,000. */
function several(text: string, token: NumberToken | null): NumberToken | null {
  if (!token || !/[十百千万亿]/u.test(text[token.from] ?? '') || !SEVERAL.test(text.slice(Math.max(0, token.from - 2), token.from))) return token;
  return { ...token, from: token.from - 1, shape: 'pair', upper: times(token.value, 10n) };
}

/** All numbers of a readable text, from left to right, without overlap. Linear: a number is scanned once from its start. */
export function numberTokens(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (!canBegin(character) && !LARGE_UNITS.has(character)) {
      at += 1;
      continue;
    }
    const magnitude = canBegin(character) ? readNumberAt(text, at) : null;
    const token = several(text, magnitude ? { ...magnitude, from: at } : bareUnit(text, at));
    if (!token) {
      at = isAsciiDigit(character) ? skipDigits(text, at) : at + 1;
      continue;
    }
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** Past a run of digits that is too long for a number, so that it is not scanned again from each of its digits. */
function skipDigits(text: string, at: number): number {
  let end = at + 1;
  while (isAsciiDigit(text[end])) end += 1;
  return end;
}

function isLone(token: NumberToken, text: string): boolean {
  const length = token.to - token.from;
  return length === 1 && !isAsciiDigit(text[token.from]);
}

function isCounted(token: NumberToken, text: string): boolean {
  if (/[A-Za-z_]/u.test(text[token.from - 1] ?? '') && isAsciiDigit(text[token.from])) return false;
  // 收拾一下: the numeral 拾 is a part of the verb.
  if (text[token.from] === '拾' && text[token.from - 1] === '收') return false;
  if (!isLone(token, text)) return true;
  return !isPartOfWord(text, token.from) && !CLAIMED.test(text.slice(token.to, token.to + 2));
}

export function isAbout(token: NumberToken, text: string): boolean {
  return token.shape === 'vague' || token.shape === 'pair' || ABOUT_BEFORE.test(text.slice(Math.max(0, token.from - 4), token.from)) || ABOUT_BEHIND.test(text.slice(token.to, token.to + 2));
}

export function numberValue(token: NumberToken, text: string): ValueOfKind['number'] {
  return { number: toNumber(token.value), about: isAbout(token, text), ...(token.upper && { upper: toNumber(token.upper) }) };
}

export function tokenText(token: NumberToken): string {
  return token.upper ? `${decimalText(token.value)}~${decimalText(token.upper)}` : decimalText(token.value);
}

/** Numbers and ordinals (第三) of a readable text. */
export function findNumbers(text: string, tokens: readonly NumberToken[] = numberTokens(text)): Reading[] {
  return tokens.flatMap((token): Reading[] => {
    if (text[token.from - 1] === '第' && token.shape !== 'pair') return [{ kind: 'ordinal', from: token.from - 1, to: token.to, normal: decimalText(token.value), value: { number: toNumber(token.value) } }];
    if (!isCounted(token, text)) return [];
    return [{ kind: 'number', from: token.from, to: token.to, normal: tokenText(token), value: numberValue(token, text) }];
  });
}
