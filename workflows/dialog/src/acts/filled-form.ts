import { takeValue, type Applied } from '../deciding/apply-findings.js';
import { proceed } from '../deciding/proceed.js';
import { isShown, put, type OpenForm } from '../form/draft-data.js';
import { sayShown } from '../deciding/apply-findings.js';
import type { Session } from '../session.js';
import { askAgain } from './ask-again.js';

/** The form beside the chat was filled: validated like what is said. null and '' clear a field. */
export function filledForm(session: Session, values: Record<string, unknown>): void {
  const open = session.active();
  session.act('form');
  if (!open || typeof values !== 'object' || values === null) return askAgain(session);
  const applied: Applied = { taken: [], failed: [], questions: [] };
  // In the order of the form, and again for what the first round brought to light.
  const names = [...open.facts.fields.keys()].filter((name) => Object.hasOwn(values, name));
  const done = new Set<string>();
  for (let round = 0; round < names.length; round += 1) {
    const ready = names.filter((name) => !done.has(name) && isShown(open, name));
    if (ready.length === 0) break;
    for (const name of ready) {
      done.add(name);
      if (isShown(open, name)) fillOne(session, open, name, values[name], applied);
    }
  }
  proceed(session, open, applied.failed[0] ?? null);
}

function fillOne(session: Session, open: OpenForm, name: string, value: unknown, applied: Applied): void {
  const field = open.facts.fields.get(name)!;
  if (value !== null && value !== '' && value !== undefined) {
    return takeValue(session, open, field, JSON.parse(JSON.stringify(value)) as unknown, { text: typeof value === 'string' ? value : '', why: 'form' }, { source: 'form', asked: null }, applied);
  }
  if (!(name in open.draft.entries)) return;
  put(open.draft, name, null);
  session.say('cleared', { title: field.title });
  sayShown(session, open);
}
