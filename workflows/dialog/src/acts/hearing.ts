import type { Answer } from '../answer.types.js';
import type { Understanding } from '../dialog.types.js';
import type { OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { clausesOf, type Clause } from '../reading/clauses.js';
import type { Session } from '../session.js';

/** A text on its way through the behaviours. What one of them has dealt with is blanked in `rest`, so that places stay as they are. */
export interface Hearing {
  text: string;
  rest: string;
  understanding: Understanding | null;
  answer: Answer | null;
  /** The form and the field that were asked when the text came. */
  open: OpenForm | null;
  asked: FieldFacts | null;
  /** A field to ask for before any other. */
  next: string | null;
  /** A field to ask again unless this text fills it. */
  again: string | null;
  /** Service that the text speaks of without beginning it. */
  about: string | null;
  /** Values whose place nothing tells. */
  unplaced: { value: unknown; text: string; fields: string[] }[];
  /** Fields that the text says are the same as others. */
  copies: { target: FieldFacts; sources: FieldFacts[]; empty: FieldFacts | null }[];
}

/** `done`: the reply is complete; `more`: others may find more in the text. */
export type Behaviour = (session: Session, hearing: Hearing) => 'done' | 'more';

export function blank(hearing: Hearing, start: number, end: number): void {
  hearing.rest = hearing.rest.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + hearing.rest.slice(end);
}

export function restClauses(hearing: Hearing): Clause[] {
  return clausesOf(hearing.rest);
}

export function blankClause(hearing: Hearing, clause: Clause): void {
  blank(hearing, clause.start, clause.end);
}

/** The field that the open question asks for. */
export function askedField(session: Session, open: OpenForm | null): FieldFacts | null {
  const { question } = session.state;
  if (!open || question?.kind !== 'field' || question.service !== open.draft.service) return null;
  return open.facts.fields.get(question.field) ?? null;
}
