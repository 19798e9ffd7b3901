import { visibleFields, requiredFields, type FieldError } from '@banshi/forms';
import type { Draft, Entry } from '../state/dialog-state.js';
import type { FieldFacts, FormFacts } from './field-facts.js';
import type { DialogWorld } from '../dialog.types.js';

type ServiceForm = NonNullable<ReturnType<DialogWorld['form']>>;
type Language = 'zh' | 'en';

/** A draft with the form that it fills. */
export interface OpenForm {
  facts: FormFacts;
  form: ServiceForm;
  draft: Draft;
  language: Language;
}

export function dataOf(draft: Draft): Record<string, unknown> {
  return Object.fromEntries(Object.entries(draft.entries).flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])));
}

/** What the applicant may fill now, in the order of the layout. */
export function shownFields({ facts, draft }: OpenForm): FieldFacts[] {
  return visibleFields(facts.body, dataOf(draft)).flatMap((name) => facts.fields.get(name) ?? []);
}

export function isShown(open: OpenForm, field: string): boolean {
  return shownFields(open).some(({ name }) => name === field);
}

export function requiredNames({ facts, draft }: OpenForm): Set<string> {
  return new Set(requiredFields(facts.body, dataOf(draft)).filter((name) => facts.fields.has(name)));
}

/** What is wrong with what stands there; that something is missing is no error yet. */
export function entryErrors(open: OpenForm): FieldError[] {
  const { form, draft, language } = open;
  const errors = form.validator.validate(dataOf(draft), { language, step: form.access });
  return errors.filter(({ field, code, path }) => field in draft.entries && !(code === 'required' && path === `/${field}`));
}

/** What the field would have against a value; null when it takes it. */
export function errorOf(open: OpenForm, field: string, value: unknown): FieldError | null {
  const { form, draft, language } = open;
  const errors = form.validator.validate({ ...dataOf(draft), [field]: value }, { language, step: form.access });
  return errors.find((error) => error.field === field) ?? null;
}

/** Sets aside what the data hides and brings back what it shows again. Answers the fields of both, and those newly shown. */
export function settle(open: OpenForm): { hidden: FieldFacts[]; restored: FieldFacts[] } {
  const { draft, facts } = open;
  const hidden: FieldFacts[] = [];
  const restored: FieldFacts[] = [];
  for (let round = 0; round <= facts.fields.size; round += 1) {
    const shown = new Set(visibleFields(facts.body, dataOf(draft)));
    const stale = Object.keys(draft.entries).filter((name) => !shown.has(name));
    const back = Object.keys(draft.aside).filter((name) => shown.has(name) && !(name in draft.entries));
    if (stale.length === 0 && back.length === 0) break;
    for (const name of stale) hidden.push(...move(draft, facts, name, 'entries', 'aside'));
    for (const name of back) restored.push(...move(draft, facts, name, 'aside', 'entries'));
  }
  return { hidden: hidden.filter((one) => !(one.name in draft.entries)), restored: restored.filter((one) => one.name in draft.entries) };
}

function move(draft: Draft, facts: FormFacts, name: string, from: 'entries' | 'aside', to: 'entries' | 'aside'): FieldFacts[] {
  const entry = draft[from][name];
  delete draft[from][name];
  if (entry) draft[to][name] = entry;
  const field = facts.fields.get(name);
  return field ? [field] : [];
}

/** More steps than anybody wants to undo. */
const MAX_CHANGES = 50;

/** Puts a value into a field, or takes it out (null), so that it can be undone. */
export function put(draft: Draft, field: string, entry: Entry | null): void {
  draft.changes = [...draft.changes, { field, before: draft.entries[field] ?? null }].slice(-MAX_CHANGES);
  draft.none = draft.none.filter((name) => name !== field);
  draft.later = draft.later.filter((name) => name !== field);
  if (entry) {
    draft.entries[field] = entry;
    delete draft.partial[field];
  } else delete draft.entries[field];
}

export function progress(open: OpenForm): { filled: number; required: number } {
  const required = requiredNames(open);
  const wrong = new Set(entryErrors(open).map(({ field }) => field));
  const filled = [...required].filter((name) => (open.draft.entries[name]?.value ?? null) !== null && !wrong.has(name)).length;
  return { filled, required: required.size };
}
