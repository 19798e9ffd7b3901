/** Why a value cannot be right. The codes are part of the API and never change their meaning. */
export type ReasonCode =
  | 'empty'
  | 'format'
  | 'length'
  | 'region'
  | 'birth-date'
  | 'birth-date-future'
  | 'check-digit'
  | 'luhn'
  | 'date'
  | 'date-incomplete'
  | 'money-precision'
  | 'negative'
  | 'out-of-range'
  | 'division-unknown'
  | 'division-ambiguous';

/** What a check says of a value. `params` fill the reason's text: `expected`, `actual`, `min`, `max`… */
export type Verdict = { valid: true } | { valid: false; reason: ReasonCode; params?: Record<string, string | number> };

export type Language = 'zh' | 'en';

export const VALID: Verdict = Object.freeze({ valid: true });

export function invalid(reason: ReasonCode, params?: Record<string, string | number>): Verdict {
  return params ? { valid: false, reason, params } : { valid: false, reason };
}

const TEXTS: Record<ReasonCode, Record<Language, string>> = {
  empty: { zh: '内容为空', en: 'It is empty' },
  format: { zh: '格式不正确', en: 'The format is wrong' },
  length: { zh: '长度应为 {expected} 位，现在是 {actual} 位', en: 'It should have {expected} characters but has {actual}' },
  region: { zh: '地区代码 {actual} 不存在', en: 'There is no region with code {actual}' },
  'birth-date': { zh: '其中的出生日期 {actual} 不存在', en: 'The birth date {actual} in it does not exist' },
  'birth-date-future': { zh: '其中的出生日期 {actual} 晚于今天', en: 'The birth date {actual} in it is in the future' },
  'check-digit': { zh: '校验码错误：末位应为 {expected}，现在是 {actual}', en: 'The check digit is wrong: it should be {expected} but is {actual}' },
  luhn: { zh: '卡号校验未通过，请核对是否输错', en: 'The card number fails its check; look for a typing error' },
  date: { zh: '日期 {actual} 不存在', en: 'The date {actual} does not exist' },
  'date-incomplete': { zh: '日期不完整，请写到日', en: 'The date is incomplete; the day is missing' },
  'money-precision': { zh: '金额最多精确到分', en: 'An amount cannot be finer than one fen (0.01 yuan)' },
  negative: { zh: '不能是负数', en: 'It must not be negative' },
  'out-of-range': { zh: '超出可处理的范围', en: 'It is outside the range that can be handled' },
  'division-unknown': { zh: '没有找到行政区划“{actual}”', en: 'There is no administrative division “{actual}”' },
  'division-ambiguous': { zh: '有 {count} 个同名的行政区划，请写明上级', en: '{count} administrative divisions have this name; say which province or city' },
};

/** The reason in the reader's language; '' for a valid verdict. */
export function reasonText(verdict: Verdict, lang: Language): string {
  if (verdict.valid) return '';
  return TEXTS[verdict.reason][lang].replace(/\{(\w+)\}/gu, (_, name: string) => String(verdict.params?.[name] ?? '?'));
}
