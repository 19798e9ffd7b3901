import { termsOf } from './terms.js';

export interface Snippet {
  /** UTF-16 offsets into the text that was searched. */
  start: number;
  end: number;
  /** Parts that the question names, ends exclusive. */
  marks: [start: number, end: number][];
}

const width = 120;

/** The stretch of a text that names most of a question, and where it does. Linear in the text. */
export function snippetOf(text: string, question: string): Snippet {
  const pairs = new Set(termsOf(question).filter((term) => term.length > 1));
  const isMarked = new Uint8Array(text.length + 1);
  for (let at = 0; at + 1 < text.length; at += 1) if (pairs.has(text.slice(at, at + 2).toLowerCase())) isMarked.fill(1, at, at + 2);
  let score = 0;
  let best = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    score += isMarked[at]! - (at >= width ? isMarked[at - width]! : 0);
    if (score > best) {
      best = score;
      start = Math.max(0, at - width + 1);
    }
  }
  const sentence = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start), text.lastIndexOf('\n', start)) + 1;
  let from = start - sentence < width / 2 ? sentence : start;
  let to = Math.min(text.length, Math.max(from + width, start + width));
  // Half of a character beyond the basic plane is no text.
  if (isTrail(text, from)) from -= 1;
  if (isTrail(text, to)) to += 1;
  const marks: Snippet['marks'] = [];
  for (let at = from; at < to; at += 1) {
    if (!isMarked[at]) continue;
    const last = marks.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else marks.push([at, at + 1]);
  }
  return { start: from, end: to, marks };
}

const isTrail = (text: string, at: number) => /[\udc00-\udfff]/.test(text[at] ?? '');
