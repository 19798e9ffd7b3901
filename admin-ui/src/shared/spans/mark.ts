import { codePointLength, sliceCodePoints } from '@banshi/values';
import type { Span } from './span.js';

/** One character as a person sees it; 👨‍👩‍👧 is one, though it has five code points. Offsets are code points, `end` exclusive. */
export interface Grapheme {
  start: number;
  end: number;
  part: string;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export function graphemesOf(text: string): Grapheme[] {
  let start = 0;
  return [...segmenter.segment(text)].map(({ segment }) => {
    const grapheme = { start, end: start + codePointLength(segment), part: segment };
    start = grapheme.end;
    return grapheme;
  });
}

/** The spans with one more, which takes the place of those that it touches. White space at its ends is not marked; null where nothing else is there. */
export function withMark(text: string, spans: readonly Span[], { start, end, slot }: Span): Span[] | null {
  const part = sliceCodePoints(text, start, end);
  const trimmed = { start: start + codePointLength(part) - codePointLength(part.trimStart()), end: end - codePointLength(part) + codePointLength(part.trimEnd()), slot };
  if (trimmed.start >= trimmed.end) return null;
  return [...spans.filter((span) => span.end <= trimmed.start || span.start >= trimmed.end), trimmed].sort((a, b) => a.start - b.start);
}

/** The span over a code point. */
export const spanAt = (spans: readonly Span[], at: number): Span | null => spans.find(({ start, end }) => start <= at && at < end) ?? null;

/** The run of letters and digits around a character, such as a phone number; for others the character alone. Indices of graphemes, `end` exclusive. */
export function runAround(graphemes: readonly Grapheme[], index: number): [start: number, end: number] {
  const isWord = (i: number) => /^[\p{Script=Latin}\p{N}.@_-]+$/u.test(graphemes[i]?.part ?? '');
  let [start, end] = [index, index + 1];
  if (!isWord(index)) return [start, end];
  while (isWord(start - 1)) start -= 1;
  while (isWord(end)) end += 1;
  return [start, end];
}
