import { findAddresses } from './addresses/find-addresses.js';
import { checkBankCard } from './bank-card.js';
import { DIGITS, HAN_DIGITS } from './numbers/numerals.js';
import { parseNumber } from './numbers/parse-number.js';
import { codePointLength } from './code-points.js';
import { checkCreditCode } from './credit-code.js';
import type { DateOptions } from './dates/date-context.js';
import { parseDate } from './dates/parse-date.js';
import { divisionFullName, findDivisions, isDivisionCode } from './divisions/divisions.js';
import { compactIdentifier, foldWidth } from './fold.js';
import { formatFen, parseMoney } from './money/parse-money.js';
import type { ValueKind } from './found-value.js';
import { checkMobile, checkPhone, stripMobilePrefix } from './phone.js';
import { readValues } from './read-values.js';
import { checkResidentId } from './resident-id.js';
import { invalid, VALID, type Verdict } from './verdict.js';

/** What kind of value a slot holds. */
export const SLOT_TYPES = [
  'resident-id',
  'credit-code',
  'mobile',
  'phone',
  'bank-card',
  'email',
  'plate',
  'date',
  'duration',
  'money',
  'number',
  'percent',
  'division',
  'address',
  'person',
  'organization',
  'text',
  'enum',
] as const;

export type SlotType = (typeof SLOT_TYPES)[number];

/**
 * What a written value means. `value`: identifiers and texts are strings, a date is 'YYYY-MM-DD', money an integer
 * number of 分, a number and a percentage (20 for 20 %) numbers, a division its six-digit code, a duration as in ISO 8601,
 * phone numbers, plates, e-mail addresses and addresses strings; null where the verdict says why there is none.
 * `normal` is the value as one would write it in a form.
 */
export interface NormalValue {
  value: unknown;
  verdict: Verdict;
  normal: string;
  /** Other values that the text may mean, the likely one first; the field or the person decides. */
  candidates?: { value: unknown; normal: string }[];
}

const HAN_DIGIT = new RegExp(`[${HAN_DIGITS}]`, 'gu');

/** Longer than any value a slot can hold; such a text is not looked at. */
const MAX_LENGTH = 10_000;

/** Chinese digits count too (一三八…), where the text has hardly anything else. */
function identifier(text: string, check: (id: string) => Verdict): NormalValue | null {
  const id = compactIdentifier(text).replace(HAN_DIGIT, (digit) => String(DIGITS.get(digit) ?? digit));
  return id === '' ? null : { value: id, verdict: check(id), normal: id };
}

function division(text: string): NormalValue | null {
  const written = foldWidth(text).replace(/[\s,、/-]+/gu, '');
  if (written === '') return null;
  if (/^\d+$/u.test(written)) {
    const code = written.padEnd(6, '0');
    if (!isDivisionCode(written)) return { value: null, verdict: invalid('division-unknown', { actual: written }), normal: written };
    return { value: code, verdict: VALID, normal: divisionFullName(code) };
  }
  const listed = findDivisions(written);
  const codes = listed.length > 0 ? listed : formerDivisions(written);
  const [code] = codes;
  if (code === undefined) return { value: null, verdict: invalid('division-unknown', { actual: written }), normal: written };
  if (codes.length > 1) {
    const candidates = codes.map((each) => ({ value: each, normal: divisionFullName(each) }));
    return { value: null, verdict: invalid('division-ambiguous', { count: codes.length }), normal: written, candidates };
  }
  return { value: code, verdict: VALID, normal: divisionFullName(code) };
}

/** 渝北县, 崇文区: divisions by a name that they had. */
function formerDivisions(written: string): string[] {
  const [address] = findAddresses(written);
  if (address?.kind !== 'address' || address.from !== 0 || address.to !== written.length) return [];
  const meanings = address.candidates?.map(({ value }) => value) ?? [address.value];
  return meanings.flatMap((value) => (value?.code && value.rest === '' ? [value.code] : []));
}

/** The one value of these kinds that the text is, from end to end; about a value is none. */
function whole(text: string, kinds: readonly ValueKind[], now: Date): NormalValue | null {
  const trimmed = text.trim();
  const [found, ...others] = readValues(trimmed, { kinds, now });
  if (!found || others.length > 0 || found.start !== 0 || found.end !== codePointLength(trimmed)) return null;
  if (found.kind === 'percent') return found.value === null || found.value.about || found.value.upper !== undefined ? null : { value: found.value.number, verdict: VALID, normal: found.normal };
  if (found.kind === 'duration') return found.value === null || found.value.about ? null : { value: found.normal, verdict: VALID, normal: found.normal };
  return { value: found.normal, verdict: found.verdict, normal: found.normal };
}

function plainText(text: string): NormalValue | null {
  const trimmed = text.trim().replace(/\s+/gu, ' ');
  return trimmed === '' ? null : { value: trimmed, verdict: VALID, normal: trimmed };
}

function person(text: string): NormalValue | null {
  // A space inside a Chinese name is layout (张 三); between Latin words it is part of the name.
  const name = plainText(foldWidth(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''));
  if (!name) return null;
  const length = codePointLength(name.normal);
  return length >= 2 && length <= 60 ? name : { ...name, verdict: invalid('length', { expected: '2–60', actual: length }) };
}

/**
 * Reads what a person wrote for a slot of that type; relative dates count from `now`,
 * and lean to the past or the future as the field's `options` say.
 * Null when the text is no value of the type at all; a value that is one but cannot be right has an invalid verdict.
 */
export function normalise(type: SlotType, text: string, now: Date = new Date(), options: Omit<DateOptions, 'now'> = {}): NormalValue | null {
  if (text.length > MAX_LENGTH) return null;
  switch (type) {
    case 'resident-id':
      return identifier(text, (id) => checkResidentId(id, now));
    case 'credit-code':
      return identifier(text, checkCreditCode);
    case 'mobile': {
      const mobile = identifier(text, checkMobile);
      const digits = mobile && stripMobilePrefix(mobile.normal);
      return digits === null ? null : { value: digits, verdict: checkMobile(digits), normal: digits };
    }
    case 'bank-card':
      return identifier(text, checkBankCard);
    case 'date': {
      const date = parseDate(text, now, options);
      const candidates = date?.candidates?.map((iso) => ({ value: iso, normal: iso }));
      return date && { value: date.iso, verdict: date.verdict, normal: date.iso ?? foldWidth(text).trim(), ...(candidates && { candidates }) };
    }
    case 'money': {
      const money = parseMoney(text);
      return money && { value: money.fen, verdict: money.verdict, normal: money.fen === null ? foldWidth(text).trim() : formatFen(money.fen) };
    }
    case 'number': {
      const value = parseNumber(text);
      return value === null ? null : { value, verdict: VALID, normal: String(value) };
    }
    case 'phone':
      return whole(text, ['phone', 'mobile'], now) ?? identifier(text, checkPhone);
    case 'email':
    case 'plate':
    case 'duration':
    case 'percent':
      return whole(text, [type], now);
    case 'address':
      return plainText(foldWidth(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han}|\d)/gu, ''));
    case 'division':
      return division(text);
    case 'person':
      return person(text);
    case 'organization':
    case 'text':
      return plainText(text);
    case 'enum':
      return plainText(foldWidth(text));
  }
}
