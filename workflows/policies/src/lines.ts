import type { TextSpan } from './policy.types.js';

export interface Line extends TextSpan {
  /** Without surrounding blanks and Markdown marks. Starts at `start`. */
  text: string;
  /** Level of a Markdown heading; 0 for none. */
  level: number;
}

const blank = /[\s\u00a0\u3000\u200b\ufeff]/;

/** The lines of a text that say something. HTML comments of one line count as blank, as do Markdown rules. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const next = found < 0 ? text.length : found;
    const line = trimmed(text, from, next);
    if (line && !/^(?:<!--.*-->|-{3,}|\*{3,})$/.test(line.text)) lines.push(line);
    from = next + 1;
  }
  return lines;
}

function trimmed(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && blank.test(text[start]!)) start += 1;
  const marks = start;
  while (start < end && text[start] === '#') start += 1;
  const level = start - marks;
  while (start < end && (blank.test(text[start]!) || text[start] === '*' || text[start] === '>')) start += 1;
  while (end > start && (blank.test(text[end - 1]!) || text[end - 1] === '*')) end -= 1;
  return start < end ? { start, end, text: text.slice(start, end), level } : null;
}
