/** ISO 4217 codes by the names and signs that people write; the longest name that fits counts. BTC is no ISO code but in general use. */
const NAMES: Record<string, string> = {
  CNY: '元 圆 块钱 块 人民币 元人民币 块人民币 软妹币',
  USD: '美元 美圆 美金 美刀 刀乐 元美金',
  EUR: '欧元 欧圆',
  GBP: '英镑',
  JPY: '日元 日圆 日币',
  HKD: '港元 港币 港圆 港纸 元港币',
  MOP: '澳门元 澳门币 澳门圆 葡币',
  TWD: '新台币 台币 元台币 元新台币',
  AUD: '澳元 澳大利亚元 澳币',
  NZD: '新西兰元 纽元',
  CAD: '加元 加拿大元 加币',
  SGD: '新加坡元 新加坡币 新币 坡币',
  KRW: '韩元 韩币 韩圆',
  KPW: '朝鲜元',
  CHF: '瑞士法郎',
  SEK: '瑞典克朗',
  NOK: '挪威克朗',
  DKK: '丹麦克朗',
  RUB: '卢布',
  INR: '印度卢比 卢比',
  PKR: '巴基斯坦卢比',
  THB: '泰铢',
  VND: '越南盾',
  IDR: '印尼盾 印尼卢比',
  MYR: '林吉特 马币 马来西亚林吉特',
  PHP: '菲律宾比索',
  MXN: '墨西哥比索',
  BRL: '雷亚尔',
  TRY: '土耳其里拉 里拉',
  AED: '阿联酋迪拉姆 迪拉姆',
  SAR: '沙特里亚尔',
  ZAR: '兰特',
  NGN: '奈拉',
  EGP: '埃及镑',
  KZT: '坚戈',
  MNT: '图格里克',
  BTC: '个比特币 枚比特币 比特币',
};

/** Hundredths of a currency by name. 角 and 分 of the renminbi are read apart. */
const HUNDREDTHS: Record<string, string> = { USD: '美分', EUR: '欧分', GBP: '便士', HKD: '港仙', JPY: '日本钱', AUD: '澳分', CAD: '加分' };

const SIGNS: Record<string, string> = { '¥': 'CNY', $: 'USD', '€': 'EUR', '£': 'GBP', HK$: 'HKD', US$: 'USD', NT$: 'TWD', RMB: 'CNY', CNY: 'CNY', USD: 'USD', EUR: 'EUR', GBP: 'GBP', HKD: 'HKD', JPY: 'JPY' };

/** What a sign ends with, to look no further elsewhere. */
const SIGN_ENDS = /[¥$€£A-Za-z]/u;

function byName(table: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(table).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)));
}

const CURRENCIES = byName(NAMES);
const CENTS = byName(HUNDREDTHS);
const STARTS = new Set([...CURRENCIES.keys(), ...CENTS.keys()].map((name) => name.charAt(0)));
const LONGEST = Math.max(...[...CURRENCIES.keys()].map((name) => name.length));

/** Behind 元 these make another word (元旦, 元素); so does a personal or dynastic 元. */
const NO_YUAN = /^元(?:旦|月|年|素|件|宵|老|首|帅|气|代|朝|音)/u;

export interface CurrencyName {
  code: string;
  length: number;
}

function longest(table: ReadonlyMap<string, string>, text: string, at: number): CurrencyName | null {
  if (!STARTS.has(text[at] ?? '')) return null;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const code = table.get(text.slice(at, at + length));
    if (code !== undefined) return { code, length };
  }
  return null;
}

/** The currency whose name begins at `at`. */
export function currencyAt(text: string, at: number): CurrencyName | null {
  return text[at] === '元' && NO_YUAN.test(text.slice(at, at + 3)) ? null : longest(CURRENCIES, text, at);
}

export function centsAt(text: string, at: number): CurrencyName | null {
  return longest(CENTS, text, at);
}

/** The currency whose sign ends before `at`; one blank may stand between. */
export function signBefore(text: string, at: number): CurrencyName | null {
  const blank = text[at - 1] === ' ' ? 1 : 0;
  if (!SIGN_ENDS.test(text[at - 1 - blank] ?? '')) return null;
  for (let length = Math.min(3, at - blank); length > 0; length -= 1) {
    const sign = text.slice(at - blank - length, at - blank);
    const code = Object.hasOwn(SIGNS, sign.toUpperCase()) ? SIGNS[sign.toUpperCase()] : undefined;
    if (code !== undefined && !/[A-Za-z]/u.test(/^[A-Za-z]/u.test(sign) ? (text[at - blank - length - 1] ?? '') : '')) return { code, length: length + blank };
  }
  return null;
}

/** The name of a currency itself, without an amount: 人民币, 美元. Signs and 元, 块 alone name none. */
export function namedCurrencyAt(text: string, at: number): CurrencyName | null {
  const found = currencyAt(text, at);
  return found && found.length >= 2 && !/^[元块个枚]/u.test(text.slice(at, at + 1)) ? found : null;
}
