import { entryErrors, requiredNames, shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';

export interface NextField {
  field: FieldFacts;
  why: 'invalid' | 'required' | 'put-off';
}

/**
 * The field to ask for: of those that must be filled the first, in the order of the layout, that is empty or wrong;
 * those put off come last. Null when the form can be handed in. Optional fields are offered in the summary.
 */
export function nextField(open: OpenForm, but: readonly string[] = []): NextField | null {
  const { draft } = open;
  const required = requiredNames(open);
  const wrong = new Set(entryErrors(open).map(({ field }) => field));
  const asking = shownFields(open).filter(({ name }) => !but.includes(name));
  const isOpen = ({ name }: FieldFacts) => (draft.entries[name]?.value ?? null) === null;
  const unreadable = ({ name }: FieldFacts) => name in draft.entries && draft.entries[name]!.value === null;
  const now = asking.find((field) => !draft.later.includes(field.name) && (wrong.has(field.name) || unreadable(field) || (required.has(field.name) && isOpen(field))));
  if (now) return { field: now, why: wrong.has(now.name) || unreadable(now) ? 'invalid' : 'required' };
  const later = asking.find((field) => draft.later.includes(field.name) && (required.has(field.name) || wrong.has(field.name)) && (isOpen(field) || wrong.has(field.name)));
  return later ? { field: later, why: 'put-off' } : null;
}

/** Optional fields that nobody filled or declined, for the summary. */
export function optionalFields(open: OpenForm): FieldFacts[] {
  const required = requiredNames(open);
  return shownFields(open).filter(({ name }) => !required.has(name) && !(name in open.draft.entries) && !open.draft.none.includes(name));
}
