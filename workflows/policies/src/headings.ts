import type { Line } from './lines.js';
import { numeralClass, readNumeral, writeNumeral } from './numerals.js';
import type { UnitKind } from './policy.types.js';

export interface Heading {
  kind: UnitKind;
  number: number;
  suffix: number;
  label: string;
  title: string;
  /** Characters of the line that the number takes, blanks behind it included. */
  length: number;
}

const structural = new RegExp(`^第\\s{0,2}([${numeralClass}]{1,9})\\s{0,2}([编章节条])(?:之([${numeralClass}]{1,3}))?`);
const kindOf: Record<string, UnitKind> = { 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' };
const gap = /^(?:\*{0,2}[\s\u00a0\u3000]+|\*{2}|[：:]\s*)/;
/** What follows a number that is a reference in running text, whether or not a blank stands between. */
const alwaysReference = new RegExp(`^(?:的|所述|所列|所规定|规定[的，,]|第[${numeralClass}（()）]{1,6}[款项目]|[、，,；;。）)》”])`);
/** What follows one as well, but may also begin an article that has no blank behind its number. */
const maybeReference = /^(?:规定|和|及|与|或|至|到|以及|之|中|前款|各款|适用|执行|处|所)/;
/** Longer than any title of a chapter; what is longer is a sentence that happens to begin with 第三章. */
const maxTitle = 40;

/** The number of the article that may follow: `last` + 1, or 之一 of the last. */
export interface Expected {
  article: number;
  suffix: number;
}

/** Whether the line opens a 编, 章, 节 or 条; a reference at the start of a wrapped line does not. */
export function structuralHeading(line: Line, last: Expected): Heading | null {
  const match = structural.exec(line.text);
  if (!match) return null;
  const [whole, written = '', mark = '', suffixed] = match;
  const number = readNumeral(written);
  const suffix = suffixed === undefined ? 0 : (readNumeral(suffixed) ?? 0);
  if (number === null || number === 0) return null;
  const behind = line.text.slice(whole.length, whole.length + 80);
  const blank = gap.exec(behind)?.[0] ?? '';
  const rest = behind.slice(blank.length);
  if (alwaysReference.test(rest)) return null;
  const kind = kindOf[mark]!;
  const label = `第${writeNumeral(number)}${mark}${suffix > 0 ? `之${writeNumeral(suffix)}` : ''}`;
  const heading = { kind, number, suffix, label, length: whole.length + blank.length };
  if (kind === 'article') {
    const isNext = (number === last.article + 1 && suffix === 0) || (number === last.article && suffix === last.suffix + 1);
    if (blank === '' && rest !== '' && !isNext && maybeReference.test(rest)) return null;
    return { ...heading, title: '' };
  }
  const title = line.text.slice(heading.length).trim();
  if (title.length > maxTitle || /[。；，,]/.test(title) || (blank === '' && maybeReference.test(rest))) return null;
  return { ...heading, title: title.replace(/([\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])/g, '$1') };
}

const point = /^([〇零一二三四五六七八九十百]{1,5})[、．.]\s*/;
const item = /^[（(]([〇零一二三四五六七八九十百]{1,5})[）)]\s*/;
const subitem = /^(?:(\d{1,3})[.．、](?!\d)|[（(](\d{1,3})[）)]|([①-⑳]))\s*/;

/** Whether the line opens 一、, （一） or 1. */
export function outlineHeading(line: Line): Heading | null {
  const high = point.exec(line.text);
  if (high) return outline('point', high[0], readNumeral(high[1]!), (n) => `${writeNumeral(n)}、`);
  const middle = item.exec(line.text);
  if (middle) return outline('item', middle[0], readNumeral(middle[1]!), (n) => `第（${writeNumeral(n)}）项`);
  const low = subitem.exec(line.text);
  if (!low) return null;
  const number = low[3] === undefined ? Number(low[1] ?? low[2]) : low[3].charCodeAt(0) - 0x245f;
  return outline('subitem', low[0], number, (n) => `第 ${n} 目`);
}

function outline(kind: UnitKind, matched: string, number: number | null, label: (n: number) => string): Heading | null {
  return number === null || number === 0 ? null : { kind, number, suffix: 0, label: label(number), title: '', length: matched.length };
}
