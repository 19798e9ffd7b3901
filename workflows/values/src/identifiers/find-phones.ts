import type { Reading } from '../found-value.js';
import { checkPhone } from '../phone.js';
import { invalid, VALID } from '../verdict.js';

const EXTENSION = '(?: ?(?:-|转|转分机|分机|分机号) ?(?<extension>\\d{1,6}))?';
/** Area codes: 010, 02x with eight digits behind them, 03xx–09xx with seven or eight. */
const LANDLINE = new RegExp(`(?<![\\d-])(?:\\+?86[- ]?)?[(（]?(?<area>010|02\\d|0[3-9]\\d{2})[)）]?[- ]?(?<number>\\d{3,4}[- ]?\\d{4})${EXTENSION}(?![\\d])`, 'gu');
const SERVICE = new RegExp(`(?<![\\d-])(?<number>[48]00[- ]?\\d{3}[- ]?\\d{4})${EXTENSION}(?!\\d)`, 'gu');
const CUE = '(?:座机|固话|固定电话|电话号码?|电话|联系方式|致电|拨打|热线|传真)(?:号码?)?(?:是|为|:|：)? ?';
const LOCAL = new RegExp(`(?<=${CUE})(?<number>[2-9]\\d{2,3}[- ]?\\d{4})${EXTENSION}(?![\\d-])`, 'gu');
/** 12345, 110, 95588: numbers that an area code does not belong to. */
const SHORT = new RegExp(`(?<=(?:致电|拨打|热线|电话)(?:号码?)?(?:是|为|:|：)? ?)(?:1[0-2]\\d{1,3}|9[56]\\d{3,4})(?!\\d)|(?<![\\d.])(?:12345|12333|12366|12348|10086|10010|10000|114|110|119|120)(?=(?:政务)?(?:服务)?(?:热线|电话))`, 'gu');
/** Of another country, or of a shape that this country does not have. */
const FOREIGN = /(?<![\d+])(?:\+|00)(?!86)[1-9]\d{0,2}[- ./]?(?:\(\d{1,4}\)[- ]?)?\d[\d \-./]{4,16}\d(?!\d)/gu;
const CALLED = new RegExp(`(?<=${CUE})[+(]? ?\\d[\\d ()\\-./]{5,22}\\d(?![\\d])`, 'gu');

const digitsOf = (text: string) => text.replace(/\D/gu, '');

interface Groups {
  area?: string;
  number?: string;
  extension?: string;
}

function domestic(text: string, pattern: RegExp): Reading[] {
  return [...text.matchAll(pattern)].map((match): Reading => {
    const { area, number, extension } = (match.groups ?? {}) as Groups;
    const normal = [area, digitsOf(number ?? match[0]), extension].filter((part) => part !== undefined).join('-');
    const isComplete = area !== undefined || pattern !== LOCAL;
    return { kind: 'phone', from: match.index, to: match.index + match[0].length, normal, value: normal, verdict: isComplete && pattern !== SHORT ? checkPhone(normal) : VALID };
  });
}

function foreign(text: string, pattern: RegExp): Reading[] {
  return [...text.matchAll(pattern)].flatMap((match): Reading[] => {
    const digits = digitsOf(match[0]);
    if (digits.length < 7 || digits.length > 15) return [];
    const normal = `${/^ ?(?:\+|00[1-9])/u.test(match[0]) ? '+' : ''}${digits.replace(/^00/u, '')}`;
    return [{ kind: 'phone', from: match.index, to: match.index + match[0].length, normal, value: normal, verdict: normal.startsWith('+') ? VALID : invalid('format') }];
  });
}

/** Landlines with area code and extension, 400 and 800 numbers, local and service numbers that the sentence calls one, foreign numbers. */
export function findPhones(text: string): Reading[] {
  const ours = [LANDLINE, SERVICE, LOCAL, SHORT].flatMap((pattern) => domestic(text, pattern));
  const taken = new Uint8Array(text.length);
  for (const { from, to } of ours) taken.fill(1, from, to);
  return [...ours, ...[FOREIGN, CALLED].flatMap((pattern) => foreign(text, pattern)).filter(({ from, to }) => !taken.subarray(from, to).includes(1))];
}
