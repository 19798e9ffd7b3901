import { findPersonalData } from './find-personal-data.js';
import type { SessionDigest } from './mask-session.js';
import type { PersonalFind, PersonalKind } from './personal-kinds.js';

/** Digits at the front that many people share and that say what it is: 138, the region of an identity number, the bank. */
const KEPT: Partial<Record<PersonalKind, number>> = { mobile: 3, phone: 3, 'resident-id': 6, 'bank-card': 4 };
const BIRTHDAY = '19800101';
const HAN = '零一二三四五六七八九';
const HAN_DIGITS = '零〇○一二三四五六七八九幺';
const SURNAMES = '张李王赵陈刘杨周';
const GIVEN = '三四五六七伟芳敏静强';

/**
 * Puts other values of the same kind and length in the place of personal data, so that marks on the text still fit and a
 * model still sees what such values look like. The same value has the same stand-in under one digest; there is no way back.
 */
export function standInText(text: string, digest: SessionDigest): string {
  let result = '';
  let end = 0;
  for (const find of findPersonalData(text)) {
    result += text.slice(end, find.from) + standIn(find, text.slice(find.from, find.to), digest);
    end = find.to;
  }
  return result + text.slice(end);
}

function standIn({ kind, normal }: PersonalFind, written: string, digest: SessionDigest): string {
  const source = digest(`stand-in ${kind} ${normal}`);
  const pick = (index: number) => source.charCodeAt(index % source.length) + index;
  const digits = [...written].filter((character) => digitOf(character) !== null).length;
  let seen = 0;
  let names = 0;
  return [...written]
    .map((character) => {
      if (digitOf(character) !== null) {
        const value = newDigit(kind, seen, digits, pick(seen));
        seen += 1;
        return value === null ? character : likeBefore(character, value);
      }
      if (kind === 'person' && /[一-鿿]/u.test(character)) {
        names += 1;
        return names === 1 ? SURNAMES.charAt(pick(0) % SURNAMES.length) : GIVEN.charAt(pick(names) % GIVEN.length);
      }
      if (kind === 'email' || kind === 'account' || kind === 'permit') return letter(character, pick(seen + names));
      return character;
    })
    .join('');
}

/** Null keeps the digit. */
function newDigit(kind: PersonalKind, index: number, count: number, random: number): number | null {
  if (index < (KEPT[kind] ?? 0)) return null;
  if (kind === 'birth-date') return index < 2 ? null : 1;
  if (kind === 'resident-id' && count >= 17 && index < 6 + BIRTHDAY.length) return Number(BIRTHDAY.charAt(index - 6));
  return random % 10;
}

function digitOf(character: string): number | null {
  const code = character.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return HAN_DIGITS.includes(character) ? 0 : null;
}

/** The digit in the script of the one that it replaces. */
function likeBefore(character: string, value: number): string {
  if (character >= '0' && character <= '9') return String(value);
  return HAN_DIGITS.includes(character) ? HAN.charAt(value) : String.fromCharCode(0xff10 + value);
}

function letter(character: string, random: number): string {
  if (/[a-z]/u.test(character)) return String.fromCharCode(0x61 + (random % 26));
  return /[A-Z]/u.test(character) ? String.fromCharCode(0x41 + (random % 26)) : character;
}
