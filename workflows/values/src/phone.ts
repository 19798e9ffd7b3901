import { invalid, VALID, type Verdict } from './verdict.js';

/** The eleven digits of a mobile number without +86, 0086, 86 or a leading 0. */
export function stripMobilePrefix(text: string): string {
  const match = /^(?:\+86|0086|86|0)(\d{11})$/u.exec(text);
  return match?.[1] ?? text;
}

/** Checks a mobile number of mainland China: 1, 3–9, nine digits; +86, 0086, 86 or 0 may stand before it. */
export function checkMobile(text: string): Verdict {
  if (text === '') return invalid('empty');
  const digits = stripMobilePrefix(text);
  if (!/^\d+$/u.test(digits)) return invalid('format');
  if (digits.length !== 11) return invalid('length', { expected: 11, actual: digits.length });
  return /^1[3-9]/u.test(digits) ? VALID : invalid('format');
}

/**
 * Checks a landline number: area code (010, 02x, 0xxx) and seven or eight digits, joined by '-' or nothing,
 * an extension after a second '-' allowed; and the 400/800 service numbers.
 */
export function checkPhone(text: string): Verdict {
  if (text === '') return invalid('empty');
  const isLandline = /^(?:010|02\d|0[3-9]\d{2})-?\d{7,8}(?:-\d{1,6})?$/u.test(text);
  const isService = /^[48]00-?\d{3}-?\d{4}$/u.test(text);
  return isLandline || isService ? VALID : invalid('format');
}
