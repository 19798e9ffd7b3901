import { takeValue, type Applied } from '../deciding/apply-findings.js';
import { isShown, type OpenForm } from '../form/draft-data.js';
import type { Session } from '../session.js';
import type { Question } from '../state/dialog-state.js';

const nothing = (): Applied => ({ taken: [], failed: [], questions: [] });

/** Puts a value that was in doubt into the field that the citizen chose. */
export function decidePlace(session: Session, open: OpenForm, { open: { value, text } }: Extract<Question, { kind: 'place' }>, name: string): string | null {
  return decide(session, open, name, value, text);
}

export function decide(session: Session, open: OpenForm, name: string, value: unknown, text: string): string | null {
  const field = open.facts.fields.get(name);
  session.state.question = null;
  if (!field || !isShown(open, name)) return null;
  const applied = nothing();
  takeValue(session, open, field, value, { text, why: 'chosen' }, { source: 'said', asked: name }, applied);
  session.trace.values.push({ field: name, slot: field.slot?.key ?? null, kind: field.type, text, start: 0, end: 0, value, taken: applied.taken.includes(name), why: 'chosen' });
  session.act(applied.taken.length > 0 ? 'fill' : 'mend');
  return applied.failed[0] ?? null;
}

