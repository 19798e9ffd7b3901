import type { PersonalFind } from './personal-kinds.js';

const AT = /@+|[([（【]\s?(?:at|艾特|@)\s?[)\]）】]|艾特|圈[aA]|\s(?:at|AT)\s|\*at\*|-at-/gu;
const LOCAL = /[A-Za-z0-9._%+\-零〇一二三四五六七八九幺]/u;
const DOMAIN = /[A-Za-z0-9-]/u;
const DOT = /^(?: ?[([（【]?\s?(?:点|dot|\.+|。|·|．)\s?[)\]）】]? ?)/iu;
const LONGEST_LOCAL = 64;
const TOP_LEVEL = /^(?:com|cn|net|org|edu|gov|info|me|io|top|vip|xyz|hk|tw|mil|ac|co|uk|us|jp|de|test|example|invalid)$/iu;

/** Mail addresses, also spelled out (张三 zhangsan 艾特 example 点 com), in pieces, or with a sign too many. */
export function findMailAddresses(text: string): PersonalFind[] {
  const finds: PersonalFind[] = [];
  let free = 0;
  for (const match of text.matchAll(AT)) {
    const from = localStart(text, match.index, free);
    if (from === null) continue;
    const to = domainEnd(text, match.index + match[0].length);
    if (to === null) continue;
    finds.push({ kind: 'email', from, to, normal: text.slice(from, to).replace(/\s/gu, '').toLowerCase() });
    free = to;
  }
  return finds;
}

/** Backwards over the local part; one blank may stand before the sign, and between characters that are written one by one. */
function localStart(text: string, at: number, free: number): number | null {
  let end = at;
  while (end > free && text.charAt(end - 1) === ' ' && at - end < 2) end -= 1;
  let from = end;
  while (from > free && end - from < LONGEST_LOCAL) {
    if (LOCAL.test(text.charAt(from - 1))) from -= 1;
    else if (text.charAt(from - 1) === ' ' && isSingle(text, from - 2) && isSingle(text, from)) from -= 1;
    else break;
  }
  while (from < end && /[ 一-鿿〇.-]/u.test(text.charAt(from)) && !/[A-Za-z0-9]/u.test(text.charAt(from))) from += 1;
  return from < end ? from : null;
}

function domainEnd(text: string, at: number): number | null {
  let index = at;
  while (text.charAt(index) === ' ' && index - at < 2) index += 1;
  let end: number | null = null;
  for (let labels = 0; labels < 6; labels += 1) {
    const label = labelEnd(text, index);
    if (label === index) break;
    if (labels > 0 && (labels > 1 || isTopLevel(text.slice(index, label)))) end = label;
    const dot = DOT.exec(text.slice(label, label + 12));
    index = label;
    if (!dot) break;
    index = label + dot[0].length;
  }
  return end;
}

const isTopLevel = (label: string) => TOP_LEVEL.test(label.replace(/ /gu, '')) || /^[A-Za-z]{2,}$/u.test(label);

function labelEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 63) {
    if (DOMAIN.test(text.charAt(end))) end += 1;
    else if (text.charAt(end) === ' ' && isSingle(text, end - 1) && isSingle(text, end + 1)) end += 1;
    else break;
  }
  return end;
}

/** Whether the character at the place stands alone between blanks, signs or ends. */
function isSingle(text: string, at: number): boolean {
  const isInner = (index: number) => /[A-Za-z0-9]/u.test(text.charAt(index));
  return isInner(at) && !isInner(at - 1) && !isInner(at + 1);
}
