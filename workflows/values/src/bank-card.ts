import { invalid, VALID, type Verdict } from './verdict.js';

/** Luhn check of ISO/IEC 7812-1, annex B, over a string of digits of any length. */
export function isLuhn(digits: string): boolean {
  if (!/^\d{2,}$/u.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/** Checks a bank card number: 12–19 digits (ISO/IEC 7812-1; cards issued in China have 16–19) and the Luhn check. */
export function checkBankCard(text: string): Verdict {
  if (text === '') return invalid('empty');
  if (!/^\d+$/u.test(text)) return invalid('format');
  if (text.length < 12 || text.length > 19) return invalid('length', { expected: '16–19', actual: text.length });
  return isLuhn(text) ? VALID : invalid('luhn');
}
