import { invalid, VALID, type Verdict } from './verdict.js';

/** GB 32100-2015: digits and capital letters without I, O, S, V and Z; a character's index is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17: 31 − Σ value·3^i mod 31 (GB 32100-2015, 附录). */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index += 1) {
    sum += ALPHABET.indexOf(first17.charAt(index)) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/**
 * Checks a unified social credit code (统一社会信用代码): two characters for the registering authority and
 * the kind of body, six digits of region, nine of organisation code, one check character.
 * The inner check of the organisation code is not applied: codes in force violate it.
 */
export function checkCreditCode(text: string): Verdict {
  if (text === '') return invalid('empty');
  const code = text.toUpperCase();
  if (!/^[0-9A-Z]+$/u.test(code)) return invalid('format');
  if (code.length !== 18) return invalid('length', { expected: 18, actual: code.length });
  if (!/^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(code)) return invalid('format');
  const expected = creditCodeCheckCharacter(code);
  const actual = code.charAt(17);
  return actual === expected ? VALID : invalid('check-digit', { expected, actual });
}
