import { DIGITS } from '../numbers/numerals.js';

/** Digits that stand together, in folded text. */
export interface Group {
  digits: string;
  from: number;
  to: number;
}

/** Groups with nothing but separators between them: perhaps one number, written so that it is not seen. */
export type GroupRun = Group[];

const SPOKEN = new Map<string, string>([['洞', '0'], ['拐', '7'], ['勾', '9'], ['两', '2'], ['俩', '2'], ['陸', '6'], ['貳', '2'], ['參', '3'], ['○', '0'], ['Ｏ', '0']]);
const SEPARATORS = new Set([...' -.·•・_*/\\,，、()（）[]【】{}<>《》〈〉“”"\'‘’~—–|+#']);
const FILLER = /^(?:然后是?|后面是?|接着是?|再来|再|还有|空格|横杠|横线|中杠|杠|横|括号|短横|减号|最后是?|中间是?|末尾是?|跟着是?)/u;
/** So many characters may stand between two groups. */
const MAX_GAP = 5;
/** Longer runs are tables of figures; they are cut. */
const MAX_GROUPS = 400;

/** Decimal digits of other scripts: Arabic, Persian, Devanagari, Thai, superscripts. */
function foreignDigit(character: string): string | null {
  const code = character.charCodeAt(0);
  for (const zero of [0x660, 0x6f0, 0x966, 0xe50]) if (code >= zero && code <= zero + 9) return String(code - zero);
  const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character);
  const subscript = '₀₁₂₃₄₅₆₇₈₉'.indexOf(character);
  return superscript >= 0 ? String(superscript) : subscript >= 0 ? String(subscript) : null;
}

/** The digit that the character says; spoken ones (洞, 拐, 两) only behind another digit. */
function digitAt(text: string, at: number, isBehindDigit: boolean): string | null {
  const character = text.charAt(at);
  if (character >= '0' && character <= '9') return character;
  if (character < '\u0080') return null;
  if (!'两俩'.includes(character)) {
    const value = DIGITS.get(character);
    if (value !== undefined) return String(value);
  }
  return (isBehindDigit ? SPOKEN.get(character) : undefined) ?? foreignDigit(character);
}

/** All runs of digit groups, from left to right. Linear. */
export function groupRuns(text: string): GroupRun[] {
  const runs: GroupRun[] = [];
  let run: GroupRun = [];
  let at = 0;
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  while (at < text.length) {
    const end = run[run.length - 1];
    if (end && isCheckLetter(text, at) && isSeparated(text, end.to, at)) {
      run.push({ digits: 'X', from: at, to: at + 1 });
      close();
    }
    if (digitAt(text, at, false) === null) {
      at += 1;
      continue;
    }
    const group = readGroup(text, at);
    const last = run[run.length - 1];
    if (last && (run.length >= MAX_GROUPS || !isSeparated(text, last.to, group.from))) close();
    run.push(group);
    at = group.to;
  }
  close();
  return runs;
}

/** The X that may end an identity number. */
const isCheckLetter = (text: string, at: number) => /[Xx]/u.test(text.charAt(at)) && !/[A-Za-z0-9]/u.test(text.charAt(at + 1));

function readGroup(text: string, from: number): Group {
  let digits = '';
  let to = from;
  for (let digit = digitAt(text, to, false); digit !== null; digit = digitAt(text, to, true)) {
    digits += digit;
    to += 1;
  }
  if (isCheckLetter(text, to)) return { digits: `${digits}X`, from, to: to + 1 };
  return { digits, from, to };
}

/** Whether only separators, or one filler word with them, stand between the places. */
function isSeparated(text: string, from: number, to: number): boolean {
  if (to - from > MAX_GAP) return false;
  for (let at = from; at < to; ) {
    if (SEPARATORS.has(text.charAt(at))) at += 1;
    else {
      const filler = FILLER.exec(text.slice(at, to));
      if (!filler) return false;
      at += filler[0].length;
    }
  }
  return true;
}
