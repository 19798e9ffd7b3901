import type { StoredTurn } from './dialog-store.js';
import type { SaidInput } from './dialog.types.js';
import { fieldPath } from './take-turn.js';

/**
 * Whether an input was meant for another state of the conversation than it would meet: values of the form meet a later change
 * of the same fields; words and choices answer a question, and that question is no longer the open one.
 */
export function conflictsWith(input: SaidInput, service: string | null, askedThen: string | null, since: readonly StoredTurn[]): boolean {
  const changed = new Set(since.filter(({ kind }) => kind === 'citizen').flatMap(({ content }) => content.changed));
  if (input.type === 'fill') return Object.keys(input.values).some((field) => changed.has(fieldPath(service, field)));
  if (input.type === 'silence') return false;
  return changed.size > 0 || since.at(-1)?.content.asked !== askedThen;
}
