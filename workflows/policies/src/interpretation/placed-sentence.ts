import type { ParsedPolicy, TextSpan } from '../policy.types.js';

/** A sentence of a document, verbatim, and the place that it is quoted from. */
export interface PlacedSentence extends TextSpan {
  text: string;
  /** Id and label of the clause that it stands in. */
  clause: string;
  label: string;
  /** The headings above it. */
  path: string[];
  /** Words that govern an item, empty for a sentence of its own. */
  leadIn: string;
}

const ending = /[^。！？\n]+[。！？]*[”」』）]*/gu;
/** Numbers of articles and items: they belong to the place, not to what is said. */
const numbering = /^(?:第[一二三四五六七八九十百千零〇\d]{1,9}条(?:之[一二三四五六七八九十]{1,3})?|[（(][一二三四五六七八九十\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、])[\s　]*/u;

/** The sentences of the clauses, in the order of the text. Lists are cut into their items, each with the words that govern it. */
export function sentencesOf({ text, clauses }: Pick<ParsedPolicy, 'text' | 'clauses'>): PlacedSentence[] {
  return clauses.flatMap((clause) => {
    const found: PlacedSentence[] = [];
    let leadIn = clause.leadIn;
    for (const match of text.slice(clause.start, clause.end).matchAll(ending)) {
      const raw = match[0];
      const blank = raw.length - raw.trimStart().length;
      const number = numbering.exec(raw.trimStart())?.[0] ?? '';
      const start = clause.start + match.index + blank + number.length;
      const words = raw.slice(blank + number.length).trimEnd();
      if (words.length < 2) continue;
      const isItem = /^[（(\d]/u.test(number);
      found.push({ text: words, start, end: start + words.length, clause: clause.id, label: clause.label, path: clause.path, leadIn: isItem ? leadIn : '' });
      if (/[：:]$/u.test(words)) leadIn = words;
      else if (!isItem) leadIn = clause.leadIn;
    }
    return found;
  });
}
