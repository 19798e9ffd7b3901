/**
 * Offsets in code points, the unit of every span that Banshi stores or answers:
 * unlike UTF-16 indices they are the same in Python, PostgreSQL and JavaScript (𠮷 counts once).
 */

const isLeadOfPair = (text: string, index: number) => {
  const lead = text.charCodeAt(index);
  if (lead < 0xd800 || lead > 0xdbff) return false;
  const trail = text.charCodeAt(index + 1);
  return trail >= 0xdc00 && trail <= 0xdfff;
};

/** Number of code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  return toCodePointOffset(text, text.length);
}

/** Code points before the UTF-16 index. An index inside a surrogate pair counts the pair as begun (rounds up). */
export function toCodePointOffset(text: string, utf16Index: number): number {
  const end = Math.min(Math.max(utf16Index, 0), text.length);
  let count = 0;
  for (let index = 0; index < end; index += isLeadOfPair(text, index) ? 2 : 1) count += 1;
  return count;
}

/** UTF-16 index at which the code point with that index starts; the text's length when it lies behind the end. */
export function toUtf16Offset(text: string, codePointIndex: number): number {
  let index = 0;
  for (let count = 0; count < codePointIndex && index < text.length; count += 1) index += isLeadOfPair(text, index) ? 2 : 1;
  return index;
}

/** The code points from `start` to before `end`; offsets outside the text are clamped. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  const from = toUtf16Offset(text, start);
  return text.slice(from, end === undefined ? text.length : Math.max(from, toUtf16Offset(text, end)));
}
