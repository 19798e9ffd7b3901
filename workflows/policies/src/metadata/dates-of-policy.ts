import type { ParsedPolicy } from '../policy.types.js';
import { dateIn, dateSource, isoOf } from './find-dates.js';

export interface PolicyDates {
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

const inForce = new RegExp(`(?:自|从|于)\\s?(?:${dateSource}|(公布|发布|印发|颁布|下发|通过|批准)之?日)\\s?(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效|试行)`, 'g');
const until = new RegExp(`有效期(?:至|截至|截止到?|到)\\s?${dateSource}`);
const years = /有效期(?:为)?\s?([一二三四五六七八九十\d]{1,2})\s?年/;
/** Head matter longer than this is an explanation, not a list of dates. */
const maxHead = 4_000;

/** Dates that a text states about itself. 自公布之日 is the day of publication; a later amendment (修正, 决定) does not move it. */
export function datesOfPolicy({ text, bodyStart }: Pick<ParsedPolicy, 'text' | 'bodyStart'>): PolicyDates {
  const head = text.slice(0, Math.min(bodyStart, maxHead));
  const issuedOn = issued(head) ?? signed(text);
  let effectiveFrom: string | null = null;
  let words = '';
  for (const match of text.slice(bodyStart).matchAll(inForce)) {
    const sentence = sentenceAround(text, bodyStart + match.index);
    // What is said of another document (…自…施行的《…》) is not said of this one.
    if (!/^(?:第.{1,8}条\s*)?[^《》]{0,40}$/u.test(sentence.before) || !/本|以上|现行/.test(sentence.before)) continue;
    effectiveFrom = match[4] ? issuedOn : isoOf(match[1]!, match[2]!, match[3]!);
    words = sentence.whole;
  }
  effectiveFrom ??= statedInHead(head);
  return { issuedOn, effectiveFrom, effectiveTo: lastDay(words, effectiveFrom) };
}

function sentenceAround(text: string, index: number): { before: string; whole: string } {
  const from = Math.max(text.lastIndexOf('。', index - 1), text.lastIndexOf('\n', index - 1), text.lastIndexOf('；', index - 1)) + 1;
  const stop = text.indexOf('\n', index);
  return { before: text.slice(from, index).trim().replace(/^第[^条]{1,9}条[\s\u3000*]*/, ''), whole: text.slice(from, stop < 0 ? text.length : stop) };
}

/** The last publication of the whole text: 公布, 发布, else 通过, 印发; what a decision amended (《…决定》) was not published anew. */
function issued(head: string): string | null {
  const lines = head.split('\n').filter((line) => dateIn(line) !== null && !/决定》/.test(line));
  const last = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).at(-1);
  const line = last(/公布|发布|颁布|印发|修订(?!.*通过)/) ?? last(/通过|批准|修订/);
  return line ? dateIn(line) : null;
}

/** A notice carries its date below the signature, alone on a line. */
function signed(text: string): string | null {
  const alone = new RegExp(`^[\\s\\u3000（(]*${dateSource}[\\s\\u3000）)]*$`);
  const line = text.slice(-2_000).split('\n').filter((each) => alone.test(each)).at(-1);
  return line ? dateIn(line) : null;
}

function statedInHead(head: string): string | null {
  const line = head.split('\n').find((each) => new RegExp(`${dateSource}\\s*起?\\s*(?:施行|实施)`).test(each));
  return line ? dateIn(line) : null;
}

/** 有效期至 names the last day in force; a period ends on the first day that is no longer in it. */
function lastDay(words: string, from: string | null): string | null {
  const named = until.exec(words);
  const last = named ? isoOf(named[1]!, named[2]!, named[3]!) : null;
  if (last) return new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
  const span = years.exec(words);
  if (!span || from === null) return null;
  const count = /^\d+$/.test(span[1]!) ? Number(span[1]) : '〇一二三四五六七八九十'.indexOf(span[1]!);
  return count > 0 ? `${String(Number(from.slice(0, 4)) + count).padStart(4, '0')}${from.slice(4)}` : null;
}
