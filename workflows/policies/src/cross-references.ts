import { numeralClass, readNumeral } from './numerals.js';
import type { ParsedPolicy, TextSpan } from './policy.types.js';

/** A place that running text points to. */
export interface CrossReference extends TextSpan {
  /** The document named just before, without its marks; null for this one. */
  document: string | null;
  article: number;
  suffix: number;
  paragraph: number | null;
  item: number | null;
}

const pattern = new RegExp(
  `(?:《([^《》]{2,60})》\\s?)?第([${numeralClass}]{1,9})条(?:之([${numeralClass}]{1,3}))?(?:第([${numeralClass}]{1,4})款)?(?:第?[（(]?([${numeralClass}]{1,4})[）)]?项)?`,
  'g',
);

/** 第N条 in running text, with 款 and 项; the headings of the articles themselves are none. */
export function crossReferences({ text, units }: ParsedPolicy): CrossReference[] {
  const headings = new Set(units.filter(({ kind }) => kind === 'article').map(({ start }) => start));
  const found: CrossReference[] = [];
  for (const match of text.matchAll(pattern)) {
    if (headings.has(match.index)) continue;
    const [whole, document, article, suffix, paragraph, item] = match;
    const number = readNumeral(article!);
    if (number === null || number === 0) continue;
    found.push({ start: match.index, end: match.index + whole.length, document: document ?? null, article: number, suffix: suffix ? (readNumeral(suffix) ?? 0) : 0, paragraph: paragraph ? readNumeral(paragraph) : null, item: item ? readNumeral(item) : null });
  }
  return found;
}
