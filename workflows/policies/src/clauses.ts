import type { Clause, Unit } from './policy.types.js';

/** Longer clauses are cut at 款 and 項: what is quoted to a citizen should fit a phone's screen, and an encoder reads about as much. */
export const maxClauseLength = 400;
/** Of the words that govern an item so many are repeated. */
const maxLeadIn = 160;

const isWhole = ({ kind }: Unit) => kind === 'article' || kind === 'point' || kind === 'passage';

/** The clauses of a document in the order of its text. */
export function clausesOf(text: string, units: readonly Unit[]): Clause[] {
  const children: number[][] = units.map(() => []);
  units.forEach((unit, index) => unit.parent !== null && children[unit.parent]!.push(index));
  const paths: string[][] = [];
  const pathOf = (index: number | null): string[] => (index === null ? [] : (paths[index] ??= [...pathOf(units[index]!.parent), headingText(units[index]!)]));
  const clauses: Clause[] = [];
  units.forEach((unit, index) => {
    if (isWhole(unit)) clauses.push(...cut(text, units, children, index, pathOf(unit.parent)));
  });
  return joined(text, clauses, units);
}

const headingText = ({ label, title }: Unit) => (title === '' || title === label ? label : `${label} ${title}`);

function cut(text: string, units: readonly Unit[], children: readonly number[][], index: number, path: string[]): Clause[] {
  const unit = units[index]!;
  const piece = (part: Unit, label: string, leadIn: string): Clause => ({ id: part.id, label, path, leadIn, text: text.slice(part.start, part.end), article: unit.id, start: part.start, end: part.end });
  const paragraphs = children[index]!;
  if (unit.end - unit.start <= maxClauseLength || paragraphs.length === 0) return [piece(unit, unit.label, '')];
  return paragraphs.flatMap((at) => {
    const paragraph = units[at]!;
    const items = children[at]!;
    const label = unit.label + (paragraphs.length > 1 ? paragraph.label : '');
    if (paragraph.end - paragraph.start <= maxClauseLength || items.length === 0) return paragraph.end > paragraph.start ? [piece(paragraph, label, '')] : [];
    const leadIn = text.slice(paragraph.start, units[items[0]!]!.start).trim().slice(-maxLeadIn);
    return items.map((item) => piece(units[item]!, label + units[item]!.label, leadIn));
  });
}

/** Short passages that stand next to each other under one heading are one clause: a sentence alone says too little. */
function joined(text: string, clauses: readonly Clause[], units: readonly Unit[]): Clause[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parent]));
  const result: Clause[] = [];
  for (const clause of clauses) {
    const before = result.at(-1);
    const fits = before?.id.includes('t') && clause.id.includes('t') && parents.get(before.article) === parents.get(clause.article) && clause.end - before.start <= maxClauseLength;
    if (before && fits) result[result.length - 1] = { ...before, end: clause.end, text: text.slice(before.start, clause.end) };
    else result.push(clause);
  }
  return result;
}
