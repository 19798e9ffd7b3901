import type { Reading } from '../found-value.js';
import { type Decimal, decimalText, plus, shifted, times, whole } from '../numbers/decimal.js';
import { isAbout, type NumberToken, numberTokens } from '../numbers/find-numbers.js';
import { DIGITS, isAsciiDigit } from '../numbers/numerals.js';
import { invalid, VALID } from '../verdict.js';
import { centsAt, currencyAt, namedCurrencyAt, signBefore } from './currencies.js';

/** An amount in a readable text. */
export interface Amount {
  from: number;
  to: number;
  currency: string;
  value: Decimal;
  upper?: Decimal;
  about: boolean;
}

/** 三块 alone is money at the end of a clause; 三块地, 两块五米 are not. */
const AFTER_BARE_BLOCK = /^(?:$|[，。,.!?！？;；:：)\n ]|左右|以上|以下|以内|上下|的|吗|吧|呢|啊|给|每|一[个斤份次天月年人张件]|人民币)/u;
const WHOLE = /^(?:整|正)(?![^，。,.!?！？;；)\s])/u;
const FEN_WORD = /^分(?!钟|之|别|数|贝|公|析|类|配|批|期|局|会|行|店|公司)/u;
const JIAO = /^[角毛](?!大楼|星|形|笔|度|色|落|线|巾|衣|病|利|重)/u;
/** A lone digit behind 块 or 元 counts tenths, unless something counted follows (三块五天). */
const TENTHS_END = /^(?:$|一[斤个份米次天张件]|[^\d.点零〇一二两三四五六七八九十百千万亿天年月日号个人岁次米斤%折成张份])/u;

const single = (text: string, at: number): number | undefined => (isAsciiDigit(text[at]) ? Number(text[at]) : DIGITS.get(text[at] ?? ''));

/** 角 and 分 behind 元: 五角, 5毛二, 零三分. Answers where they end and what they add, in 元. */
function smallChange(text: string, at: number): { to: number; value: Decimal } | null {
  let to = at;
  let value = whole(0);
  const jiao = single(text, to);
  if (jiao !== undefined && JIAO.test(text.slice(to + 1, to + 4))) {
    value = shifted(whole(jiao), -1);
    to += 2;
  } else if (jiao !== undefined && jiao > 0 && to === at && TENTHS_END.test(text.slice(to + 1, to + 3))) {
    return text[to + 1] === '分' && FEN_WORD.test(text.slice(to + 1, to + 4)) ? { to: to + 2, value: shifted(whole(jiao), -2) } : { to: to + 1, value: shifted(whole(jiao), -1) };
  }
  const zero = /[零0]/u.test(text[to] ?? '') && single(text, to + 1) !== undefined ? 1 : 0;
  const fen = single(text, to + zero);
  if (fen !== undefined && FEN_WORD.test(text.slice(to + zero + 1, to + zero + 4))) {
    return { to: to + zero + 2, value: plus(value, shifted(whole(fen), -2)) };
  }
  // 三元五角二: the last digit counts the next smaller unit.
  if (to > at && fen !== undefined && zero === 0 && TENTHS_END.test(text.slice(to + 1, to + 3))) return { to: to + 1, value: plus(value, shifted(whole(fen), -2)) };
  return to > at ? { to, value } : null;
}

/** 多, 余, 来 between a number and its unit: 三千多元. */
const VAGUE = /^[多余来]/u;

function amountAt(text: string, token: NumberToken): Amount | null {
  const about = isAbout(token, text);
  const sign = signBefore(text, token.from);
  const vague = VAGUE.test(text.slice(token.to, token.to + 1)) ? 1 : 0;
  const blank = text[token.to] === ' ' ? 1 : 0;
  const at = token.to + vague + blank;
  const base = { value: token.value, ...(token.upper && { upper: token.upper }), about };
  const jiao = JIAO.test(text.slice(at, at + 3)) && !sign;
  if (jiao) return jiaoAmount(text, token, at, base);
  if (/^分钱/u.test(text.slice(at, at + 2))) return { ...base, from: token.from, to: at + 2, currency: 'CNY', value: shifted(token.value, -2), ...(token.upper && { upper: shifted(token.upper, -2) }) };
  const cents = centsAt(text, at);
  if (cents) return { ...base, from: token.from, to: at + cents.length, currency: cents.code, value: shifted(token.value, -2) };
  const unit = currencyAt(text, at);
  if (!unit) return sign && { ...base, from: token.from - sign.length, to: token.to, currency: sign.code };
  const word = text.slice(at, at + unit.length);
  let to = at + unit.length;
  let { value } = base;
  if (unit.code === 'CNY' && /^(?:元|圆|块)$/u.test(word)) {
    const change = smallChange(text, to);
    if (change && !token.upper) {
      value = plus(value, change.value);
      to = change.to;
      if (text.startsWith('钱', to)) to += 1;
    } else if (word === '块' && !AFTER_BARE_BLOCK.test(text.slice(to, to + 3))) return null;
    if (WHOLE.test(text.slice(to, to + 2))) to += 1;
    if (text.startsWith('人民币', to)) to += 3;
  } else {
    const joint = text[to] === '又' ? 1 : 0;
    const digits = single(text, to + joint) === undefined ? 0 : single(text, to + joint + 1) === undefined ? 1 : 2;
    const more = digits > 0 ? centsAt(text, to + joint + digits) : null;
    if (more && more.code === unit.code) {
      const count = [...text.slice(to + joint, to + joint + digits)].reduce((sum, _, index) => sum * 10 + (single(text, to + joint + index) ?? 0), 0);
      value = plus(value, shifted(whole(count), -2));
      to += joint + digits + more.length;
    }
  }
  const begin = sign?.code === unit.code ? token.from - sign.length : token.from;
  const named = prefixBefore(text, begin);
  // 港币两千元: 元 is of the currency that is named before.
  const owner = named && (named.code === unit.code || /^[元圆块]/u.test(word)) ? named : null;
  return { ...base, value, from: begin - (owner?.length ?? 0), to, currency: owner?.code ?? unit.code };
}

/** 五角, 三毛五, 六毛钱. */
function jiaoAmount(text: string, token: NumberToken, at: number, base: { about: boolean }): Amount {
  const fen = single(text, at + 1);
  const hasFen = fen !== undefined && (FEN_WORD.test(text.slice(at + 2, at + 5)) || TENTHS_END.test(text.slice(at + 2, at + 4)));
  let to = at + 1 + (hasFen ? (FEN_WORD.test(text.slice(at + 2, at + 5)) ? 2 : 1) : 0);
  if (text[to] === '钱') to += 1;
  const value = plus(shifted(token.value, -1), shifted(whole(hasFen ? fen : 0), -2));
  return { ...base, from: token.from, to, currency: 'CNY', value, ...(token.upper && { upper: shifted(token.upper, -1) }) };
}

const PREFIXES: Record<string, string> = { 人民币: 'CNY', 港币: 'HKD', 美金: 'USD', 新台币: 'TWD', 台币: 'TWD', 澳门币: 'MOP', 日币: 'JPY', 新币: 'SGD', 澳币: 'AUD', 加币: 'CAD', 欧元: 'EUR', 美元: 'USD', 日元: 'JPY' };

/** 人民币5元: the name of a currency right before an amount. */
function prefixBefore(text: string, at: number): { code: string; length: number } | null {
  for (const length of [3, 2]) {
    const name = text.slice(Math.max(0, at - length), at);
    if (name.length === length && Object.hasOwn(PREFIXES, name)) return { code: PREFIXES[name]!, length };
  }
  return null;
}

export function amounts(text: string, tokens: readonly NumberToken[] = numberTokens(text)): Amount[] {
  const found: Amount[] = [];
  for (const token of tokens) {
    if (token.from < (found[found.length - 1]?.to ?? 0)) continue;
    const isCode = /[A-Za-z]/u.test(text[token.from - 1] ?? '') && !signBefore(text, token.from);
    const amount = text[token.from - 1] === '第' || isCode ? null : amountAt(text, token);
    if (amount) found.push(amount);
  }
  return found;
}

const MAX_FEN = BigInt(Number.MAX_SAFE_INTEGER);

/** The amount in 分; null for what is finer or too large. */
export function toFen(value: Decimal): number | null {
  const scaled = times(value, 100n);
  const divisor = 10n ** BigInt(scaled.places);
  const fen = scaled.units / divisor;
  return scaled.units % divisor === 0n && fen <= MAX_FEN && fen >= -MAX_FEN ? Number(fen) : null;
}

/** Amounts of money and, where no amount goes with it, the name of a currency. */
export function findMoney(text: string, found: readonly Amount[] = amounts(text)): Reading[] {
  return [...found.map(moneyReading), ...namedCurrencies(text, found)];
}

export function moneyReading({ from, to, currency, value, upper, about }: Amount): Reading {
  const fen = currency === 'CNY' ? toFen(value) : null;
  const isTooFine = currency === 'CNY' && fen === null;
  const amount = decimalText(value);
  const verdict = isTooFine ? invalid(value.places > 2 ? 'money-precision' : 'out-of-range') : value.units < 0n ? invalid('negative') : VALID;
  return { kind: 'money', from, to, normal: upper ? `${currency} ${amount}~${decimalText(upper)}` : `${currency} ${amount}`, value: { currency, amount, fen, about, ...(upper && { upper: decimalText(upper) }) }, verdict };
}

function namedCurrencies(text: string, found: readonly Amount[]): Reading[] {
  const readings: Reading[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (next < found.length && (found[next]?.to ?? 0) <= at) next += 1;
    if (at >= (found[next]?.from ?? Infinity)) continue;
    const named = /[人美欧英日港澳台新加韩瑞卢泰越]/u.test(text[at] ?? '') ? namedCurrencyAt(text, at) : null;
    if (!named) continue;
    readings.push({ kind: 'currency', from: at, to: at + named.length, normal: named.code, value: named.code });
    at += named.length - 1;
  }
  return readings;
}
