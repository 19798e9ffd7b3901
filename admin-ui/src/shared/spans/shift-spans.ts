import type { Span } from './span.js';

/**
 * Where marked pieces lie after a text was edited in one place: what stands before the edit stays, what stands after it moves,
 * a piece that wholly holds the edit grows or shrinks, one that was cut into is dropped. Offsets in code points.
 */
export function shiftSpans(before: string, after: string, spans: readonly Span[]): Span[] {
  const [a, b] = [[...before], [...after]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const editEnd = a.length - tail;
  const grown = b.length - a.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start >= editEnd) return [{ ...span, start: span.start + grown, end: span.end + grown }];
    const holdsEdit = span.start <= head && span.end >= editEnd && span.end - span.start + grown > 0 && !(span.start === head && span.end === editEnd);
    return holdsEdit ? [{ ...span, end: span.end + grown }] : [];
  });
}
