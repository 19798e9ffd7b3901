import type { Reading } from '../found-value.js';
import { invalid, VALID, type Verdict } from '../verdict.js';

/** GA 36-2018: the province's character, the office's letter, five or (new energy) six characters. */
const PLATE = /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])([A-Za-z])[·•. -]?([0-9A-Za-z]{4}[0-9A-Za-z挂学警港澳领]|[0-9A-Za-z]{6})(?![0-9A-Za-z])/gu;
const POSTCODE = /(?<=(?:邮编|邮政编码|邮码)(?:号码?)?(?:是|为|:|：)? ?)\d{4,8}(?!\d)/gu;
const EMAIL = /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/gu;
const NEW_ENERGY = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/u;

/** I and O are not used, because they look like 1 and 0. */
function checkPlate(office: string, serial: string): Verdict {
  if (/[IO]/u.test(office + serial)) return invalid('format');
  if (serial.length === 6) return NEW_ENERGY.test(serial) ? VALID : invalid('format');
  // At most two letters stand among the five.
  return (serial.match(/[A-Z]/gu)?.length ?? 0) <= 2 && /\d/u.test(serial) ? VALID : invalid('format');
}

export function findPlates(text: string): Reading[] {
  return [...text.matchAll(PLATE)].map((match): Reading => {
    const [written, province = '', office = '', serial = ''] = match;
    const normal = `${province}${office}${serial}`.toUpperCase();
    return { kind: 'plate', from: match.index, to: match.index + written.length, normal, value: normal, verdict: checkPlate(office.toUpperCase(), serial.toUpperCase()) };
  });
}

/** Six digits that the text calls a postcode; others are only a number. */
export function findPostcodes(text: string): Reading[] {
  return [...text.matchAll(POSTCODE)].map((match): Reading => {
    const verdict = match[0].length === 6 ? VALID : invalid('length', { expected: 6, actual: match[0].length });
    return { kind: 'postcode', from: match.index, to: match.index + match[0].length, normal: match[0], value: match[0], verdict };
  });
}

export function findEmails(text: string): Reading[] {
  return [...text.matchAll(EMAIL)].map((match): Reading => {
    const written = match[0].replace(/[.-]+$/u, '');
    const domain = written.slice(written.indexOf('@') + 1);
    const normal = written.slice(0, -domain.length) + domain.toLowerCase();
    const isRight = !/\.\.|^\.|\.@|@-|-\./u.test(written) && /\.[A-Za-z]{2,}$/u.test(domain);
    return { kind: 'email', from: match.index, to: match.index + written.length, normal, value: normal, verdict: isRight ? VALID : invalid('format') };
  });
}
