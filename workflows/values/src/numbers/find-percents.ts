import type { Reading } from '../found-value.js';
import { type Decimal, decimalText, fromDigits, plus, shifted, toNumber, whole } from './decimal.js';
import { isAbout, type NumberToken, numberTokens } from './find-numbers.js';
import { DIGITS, LARGE_UNITS, SMALL_UNITS } from './numerals.js';
import { readNumberAt } from './read-number-at.js';

interface Percent {
  from: number;
  to: number;
  value: Decimal;
  upper?: Decimal;
  about: boolean;
}

const PARTS = /([百佰千仟万]{1,4})分之 ?/gu;
/** Behind 成 these make another word: 成为, 成立, 成绩… */
const TENTHS = /^ ?成(?![为立功本员都年人品绩果长交语就色分型全熟因效败活家])(?:(半)|([一二三四五六七八九\d])(?![个年月日\d十百千万]))?/u;
const POINTS = /^ {0,2}个百分点/u;
const SIGNS = /^ ?([%‰])/u;
const DISCOUNT = /(?:([1-9]) ?([1-9])|([一二两三四五六七八九壹贰叁肆伍陆柒捌玖])([一二三四五六七八九壹贰叁肆伍陆柒捌玖])|([1-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:[.点]([0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖]))?|(半)|(?<=打)(对)) ?折(?![合叠腾磨返射断])/gu;

const powerOf = (units: string): number => [...units].reduce((power, unit) => power + String(SMALL_UNITS.get(unit) ?? LARGE_UNITS.get(unit) ?? 1n).length - 1, 0);

/** 百分之五, 千分之一百一十一, 百万分之五; where a digit stands before it (五百分之二) it is a fraction. */
function parts(text: string): Percent[] {
  return [...text.matchAll(PARTS)].flatMap((match): Percent[] => {
    const before = text[match.index - 1] ?? '';
    if (DIGITS.has(before) || SMALL_UNITS.has(before) || /\d/u.test(before)) return [];
    const at = match.index + match[0].length;
    const power = 2 - powerOf(match[1] ?? '');
    const number = readNumberAt(text, at);
    if (!number) return text[at] === '百' ? [{ from: match.index, to: at + 1, value: shifted(whole(100), power), about: false }] : [];
    return [{ from: match.index, to: number.to, value: shifted(number.value, power), ...(number.upper && { upper: shifted(number.upper, power) }), about: number.shape === 'vague' || number.shape === 'pair' }];
  });
}

/** 5%, 3‰, 六个百分点, 三成, 七成六. */
function counted(text: string, tokens: readonly NumberToken[]): Percent[] {
  return tokens.flatMap((token, index): Percent[] => {
    const behind = text.slice(token.to, token.to + 8);
    const about = isAbout(token, text);
    const sign = SIGNS.exec(behind);
    const scaled = (power: number) => ({ value: shifted(token.value, power), ...(token.upper && { upper: shifted(token.upper, power) }) });
    if (sign) {
      const lower = tokens[index - 1];
      const isRange = lower !== undefined && !/[%‰\n]/u.test(text.slice(lower.from, token.from)) && /^ ?(?:-|~|到|至) ?$/u.test(text.slice(lower.to, token.from));
      const percent = scaled(sign[1] === '%' ? 0 : -1);
      const to = token.to + sign[0].length;
      return isRange ? [{ from: lower.from, to, value: shifted(lower.value, sign[1] === '%' ? 0 : -1), upper: percent.value, about: false }] : [{ from: token.from, to, ...percent, about }];
    }
    const points = POINTS.exec(behind);
    if (points) return [{ from: token.from, to: token.to + points[0].length, ...scaled(0), about }];
    const tenths = toNumber(token.value) >= 0 && toNumber(token.value) <= 10 ? TENTHS.exec(behind) : null;
    if (!tenths || text[token.from - 1] === '第') return [];
    const more = tenths[1] ? 5 : tenths[2] ? (DIGITS.get(tenths[2]) ?? Number(tenths[2])) : 0;
    return [{ from: token.from, to: token.to + tenths[0].length, value: plus(shifted(token.value, 1), whole(more)), ...(token.upper && { upper: shifted(token.upper, 1) }), about }];
  });
}

/** 七五折 is 75 %, 9.9折 is 99 %, 打对折 is a half. */
function discounts(text: string): Percent[] {
  const digit = (character: string | undefined) => String(DIGITS.get(character ?? '') ?? character ?? '');
  return [...text.matchAll(DISCOUNT)].flatMap((match): Percent[] => {
    const [, a, b, c, d, e, f, half, pair] = match;
    if (/[\d.点一二三四五六七八九十百]/u.test(text[match.index - 1] ?? '')) return [];
    const value = half || pair ? '50' : a ? a + (b ?? '') : c ? digit(c) + digit(d) : digit(e) + (f ? digit(f) : '0');
    return [{ from: match.index, to: match.index + match[0].length, value: fromDigits(value), about: false }];
  });
}

/** 半成: five in a hundred. */
function halfTenths(text: string): Percent[] {
  return [...text.matchAll(/(?<![一-鿿])半成(?![一-鿿])/gu)].map((match) => ({ from: match.index, to: match.index + 2, value: whole(5), about: false }));
}

/** Percentages: the value counts hundredths (2.4% is 2.4; 千分之一 is 0.1). Addresses of the web are left alone. */
export function findPercents(text: string, tokens: readonly NumberToken[] = numberTokens(text)): Reading[] {
  const urls = [...text.matchAll(/https?:\/\/[!-~]{1,2000}/gu)].map((match) => [match.index, match.index + match[0].length] as const);
  return [...parts(text), ...counted(text, tokens), ...discounts(text), ...halfTenths(text)]
    .filter(({ from }) => !urls.some(([start, end]) => from >= start && from < end))
    .map(({ from, to, value, upper, about }) => ({
      kind: 'percent',
      from,
      to,
      normal: `${decimalText(value)}%${upper ? `~${decimalText(upper)}%` : ''}`,
      value: { number: toNumber(value), about, ...(upper && { upper: toNumber(upper) }) },
    }));
}
