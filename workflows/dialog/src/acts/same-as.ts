import { applyFindings } from '../deciding/apply-findings.js';
import { shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from '../reading/labels.js';
import type { Session } from '../session.js';
import { blankClause, restClauses, type Behaviour, type Hearing } from './hearing.js';
import { says } from './phrases.js';

const SAME = /一样|相同|一致|同一个|相同|就是(?:我的)?户籍/u;
const JOIN = /和|跟|与|同|以及/u;

/** 同上, 和户籍地一样, 居住地和户籍地一样: copies a filled field of the same kind, and says so. */
export const sameAs: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open) return 'more';
  for (const clause of restClauses(hearing)) {
    if (clause.isQuestion || clause.isSupposed) continue;
    const isAbove = says(clause.text, 'same');
    if (!isAbove && !(SAME.test(clause.text) && JOIN.test(clause.text))) continue;
    const pair = isAbove ? above(hearing, open) : namedPair(hearing, open, clause.text);
    if (!pair) continue;
    blankClause(hearing, clause);
    session.act('same-as');
    // 户籍在…，居住地和户籍地一样: first what the same text fills.
    hearing.copies.push(pair);
  }
  return 'more';
};

/** Copies what the text says is the same, once its values are taken. */
export const copySame: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open) return 'more';
  for (const { target, sources, empty } of hearing.copies) {
    const filled = sources.length > 0 ? sources : empty && isFilled(open, empty) ? [empty] : [];
    copy(session, hearing, open, { target, sources: filled, empty });
  }
  return 'more';
};

export interface Pair {
  target: FieldFacts;
  /** Filled fields that may be meant. */
  sources: FieldFacts[];
  /** The field that is named but empty. */
  empty: FieldFacts | null;
}

const isAlike = (a: FieldFacts, b: FieldFacts): boolean => a !== b && a.type === b.type && (a.type !== 'text' || a.accepts[0] === b.accepts[0]);
const isFilled = ({ draft }: OpenForm, field: FieldFacts): boolean => (draft.entries[field.name]?.value ?? null) !== null;

/** The nearest filled field of the same kind before the asked one. */
function above({ asked }: Hearing, open: OpenForm): Pair | null {
  if (!asked) return null;
  const fields = shownFields(open);
  const before = fields.slice(0, fields.indexOf(asked)).filter((field) => isAlike(field, asked) && isFilled(open, field));
  return { target: asked, sources: before.slice(-1), empty: null };
}

function namedPair({ asked }: Hearing, open: OpenForm, text: string): Pair | null {
  const labels = findLabels(text, shownFields(open));
  const [first, second] = labels;
  if (!first) return null;
  const target = second ? (first.fields.length === 1 ? first.fields[0]! : null) : asked;
  const named = (second ?? first).fields;
  if (!target || (second && named.includes(target))) return null;
  const alike = named.filter((field) => isAlike(field, target));
  const sources = alike.filter((field) => isFilled(open, field));
  if (alike.length === 0) return null;
  // 户籍地和居住地一样, where only the first is filled, means the same.
  if (sources.length === 0 && second && isFilled(open, target) && alike.length === 1) return { target: alike[0]!, sources: [target], empty: null };
  return { target, sources, empty: sources.length === 0 ? alike[0]! : null };
}

function copy(session: Session, hearing: Hearing, open: OpenForm, { target, sources, empty }: Pair): void {
  const [source] = sources;
  hearing.next ??= null;
  if (!source) {
    if (empty) session.say('copyFirst', { other: empty.title });
    else session.say('nothingToCopy');
    return;
  }
  if (sources.length > 1) {
    session.say('copyWhich', { title: target.title });
    return;
  }
  const { value } = open.draft.entries[source.name]!;
  const finding = { type: 'value' as const, field: target.name, value, text: '', start: 0, end: 0, kind: target.type, why: 'same-as' };
  session.say('copied', { title: target.title, other: source.title, value: session.show(target, value) });
  session.isCopying = true;
  const applied = applyFindings(session, open, [finding], { source: 'said', asked: target.name });
  session.isCopying = false;
  hearing.next ??= applied.failed[0] ?? null;
}
