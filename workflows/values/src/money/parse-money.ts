import { readMicros } from '../chinese-number.js';
import { compact } from '../fold.js';
import { invalid, VALID, type Verdict } from '../verdict.js';

const MICROS_PER_FEN = 10_000n;

/** An amount of renminbi: `fen` is an integer, null where the verdict says why there is none. */
export interface Money {
  fen: number | null;
  verdict: Verdict;
}

/** Adds up 三块五, 3元5角2分 : the amounts before 元, 角 and 分, in millionths of a yuan. Null when it is no amount. */
function readYuan(text: string): bigint | null {
  const match = /^(?:([^元圆块角毛分]+?)(?:元|圆|块钱?))?(?:([^元圆块角毛分]+)[角毛])?(?:([^元圆块角毛分]+)分?)?(?:钱|整|正)?$/u.exec(text);
  if (!match) return null;
  const [, yuan, jiao, rest] = match;
  if (yuan === undefined && jiao === undefined && rest === undefined) return null;
  const endsInFen = /分(?:钱|整|正)?$/u.test(text);
  // Without 角 or 分 the last digit counts tenths of what stands before: 三块五, 三元五角二.
  const restUnit = endsInFen || jiao !== undefined ? 100n : yuan !== undefined ? 10n : 1n;
  if (restUnit === 10n && [...(rest ?? '')].length > 1) return null;
  let total = 0n;
  for (const [part, divisor] of [[yuan, 1n], [jiao, 10n], [rest, restUnit]] as const) {
    if (part === undefined) continue;
    const micros = readMicros(divisor === 100n ? part.replace(/^[零〇]/u, '') || part : part);
    if (micros === null || micros % divisor !== 0n) return null;
    total += micros / divisor;
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
  const micros = readYuan(isNegative ? folded.slice(1) : folded);
  if (micros === null) return null;
  if (isNegative) return { fen: null, verdict: invalid('negative') };
  if (micros % MICROS_PER_FEN !== 0n) return { fen: null, verdict: invalid('money-precision') };
  const fen = micros / MICROS_PER_FEN;
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { fen: null, verdict: invalid('out-of-range') };
  return { fen: Number(fen), verdict: VALID };
}

/** '3500.50' for 350050 分: yuan with two decimals, as forms and APIs show an amount. */
export function formatFen(fen: number): string {
  const absolute = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}
