import { TRADITIONAL_PAIRS } from './traditional-pairs.js';

const SIMPLIFIED = new Map<number, string>();
for (let index = 0; index + 1 < TRADITIONAL_PAIRS.length; index += 2) SIMPLIFIED.set(TRADITIONAL_PAIRS.charCodeAt(index), TRADITIONAL_PAIRS.charAt(index + 1));

/** ASCII for its full-width, mathematical and circled forms, simplified for the traditional characters that values use. */
export function foldCharacter(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xffe5) return '¥';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x2500) return '-';
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String.fromCharCode(0x30 + ((code - 0x1d7ce) % 10));
  if (code >= 0x2460 && code <= 0x2468) return String.fromCharCode(0x31 + code - 0x2460);
  return SIMPLIFIED.get(code) ?? String.fromCodePoint(code);
}

/** Blanks inside a line; a line break keeps apart what it separates. */
export function isLayout(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f;
}

export function isZeroWidth(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || code === 0xad || (code >= 0xfe00 && code <= 0xfe0f);
}

export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xd840 && code <= 0xd8bf);
}
