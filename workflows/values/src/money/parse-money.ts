import { type Decimal, plus, shifted, ZERO } from '../numbers/decimal.js';
import { readWhole } from '../numbers/parse-number.js';
import { compact } from '../fold.js';
import { toFen } from './find-money.js';
import { invalid, VALID, type Verdict } from '../verdict.js';

/** An amount of renminbi: `fen` is an integer, null where the verdict says why there is none. */
export interface Money {
  fen: number | null;
  verdict: Verdict;
}

/** Adds up 三块五, 3元5角2分: the amounts before 元, 角 and 分, in yuan. Null when it is no amount. */
function readYuan(text: string): Decimal | null {
  const match = /^(?:([^元圆块角毛分]+?)(?:元|圆|块钱?))?(?:([^元圆块角毛分]+)[角毛])?(?:([^元圆块角毛分]+)分?)?(?:钱|整|正)?$/u.exec(text);
  if (!match) return null;
  const [, yuan, jiao, rest] = match;
  if (yuan === undefined && jiao === undefined && rest === undefined) return null;
  const endsInFen = /分(?:钱|整|正)?$/u.test(text);
  // Without 角 or 分 the last digit counts tenths of what stands before: 三块五, 三元五角二.
  const restPlaces = endsInFen || jiao !== undefined ? 2 : yuan !== undefined ? 1 : 0;
  if (restPlaces === 1 && [...(rest ?? '')].length > 1) return null;
  let total = ZERO;
  for (const [part, places] of [[yuan, 0], [jiao, 1], [rest, restPlaces]] as const) {
    if (part === undefined) continue;
    const value = readWhole(places === 2 ? part.replace(/^[零〇]/u, '') || part : part);
    if (value === null) return null;
    total = plus(total, shifted(value, -places));
  }
  return total;
}

/**
 * Reads an amount of renminbi: '三千五百元', '1.2万元', '￥3,000.50', '人民币叁仟元整', '三块五', or a bare number of yuan.
 * Null when the text is no amount.
 */
export function parseMoney(text: string): Money | null {
  let folded = compact(text).replace(/^(?:人民币|RMB|CNY|rmb|cny)/u, '').replace(/^[¥]/u, '');
  folded = folded.replace(/(?:人民币|RMB|CNY|rmb|cny)$/u, '').replace(/(元|圆|角|分)(?:整|正)$/u, '$1');
  if (folded.length > 60) return null;
  const isNegative = /^[-负]/u.test(folded);
  const yuan = readYuan(isNegative ? folded.slice(1) : folded);
  if (yuan === null) return null;
  if (isNegative) return { fen: null, verdict: invalid('negative') };
  const fen = toFen(yuan);
  if (fen !== null) return { fen, verdict: VALID };
  return { fen: null, verdict: invalid(toFen({ units: yuan.units, places: 0 }) === null ? 'out-of-range' : 'money-precision') };
}

/** '3500.50' for 350050 分: yuan with two decimals, as forms and APIs show an amount. */
export function formatFen(fen: number): string {
  const absolute = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}
