import { sliceCodePoints } from '@banshi/values';
import type { Span } from './span.js';

export interface Piece {
  /** Where it begins, in code points. */
  start: number;
  part: string;
  /** Null for what is not marked. */
  slot: string | null;
}

/** A text cut at its spans, in order. Spans must not overlap; what lies outside the text is left out. */
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const add = (start: number, end: number | undefined, slot: string | null) => {
    const part = sliceCodePoints(text, start, end);
    if (part) found.push({ start, part, slot });
  };
  for (const { start, end, slot } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    add(at, start, null);
    add(start, end, slot);
    at = end;
  }
  add(at, undefined, null);
  return found;
}
