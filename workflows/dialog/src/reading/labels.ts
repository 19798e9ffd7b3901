import type { FieldFacts } from '../form/field-facts.js';

/** A place where a text names fields, with UTF-16 offsets. `isName` is false where only a hint such as 户籍 stands. */
export interface Label {
  start: number;
  end: number;
  text: string;
  fields: FieldFacts[];
  isName: boolean;
}

const COMPOUND = /^(?:金|保险|待遇|证|补贴|补助|救助)/u;

/** Where the text names fields; of names inside one another the longest counts. */
export function findLabels(text: string, fields: readonly FieldFacts[]): Label[] {
  const words = new Map<string, { names: FieldFacts[]; stems: FieldFacts[] }>();
  const wordsOf = (word: string) => words.get(word) ?? words.set(word, { names: [], stems: [] }).get(word)!;
  for (const field of fields) {
    for (const name of field.names) wordsOf(name).names.push(field);
    for (const stem of field.stems) if (!field.names.includes(stem)) wordsOf(stem).stems.push(field);
  }
  const found: Label[] = [];
  for (const [word, { names, stems }] of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const exact = names.filter(({ title }) => title === word);
      const meant = exact.length > 0 ? exact : names.length > 0 ? names : stems;
      // 退休金 says nothing about when somebody retires.
      if (names.length === 0 && COMPOUND.test(text.slice(at + word.length))) continue;
      found.push({ start: at, end: at + word.length, text: word, fields: meant, isName: names.length > 0 });
    }
  }
  return withoutInner(found);
}

function withoutInner(labels: Label[]): Label[] {
  const kept: Label[] = [];
  let reach = 0;
  for (const label of labels.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (label.end <= reach) continue;
    kept.push(label);
    reach = label.end;
  }
  return kept;
}
