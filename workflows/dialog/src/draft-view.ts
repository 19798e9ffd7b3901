import type { FieldError } from '@banshi/forms';
import type { DialogWorld } from './dialog.types.js';
import { dataOf, entryErrors, progress } from './form/draft-data.js';
import { formFacts } from './form/field-facts.js';
import type { DialogState } from './state/dialog-state.js';

/** The form beside the chat: what stands in it, what is wrong with it, and how far it is. */
export interface DraftView {
  service: string | null;
  /** Texts that could not be read stand here as they were typed. */
  data: Record<string, unknown>;
  errors: FieldError[];
  progress: { filled: number; required: number };
  mode: DialogState['mode'];
}

export function draftView(state: DialogState, world: DialogWorld, language: 'zh' | 'en'): DraftView {
  const draft = state.active === null ? undefined : state.drafts[state.active];
  const found = draft && formFacts(world, draft.service);
  if (!draft || !found) return { service: state.active, data: {}, errors: [], progress: { filled: 0, required: 0 }, mode: state.mode };
  const open = { ...found, draft, language };
  const unread = Object.entries(draft.entries).filter(([, { value, text }]) => value === null && text !== null);
  const data = { ...dataOf(draft), ...Object.fromEntries(unread.map(([field, { text }]) => [field, text])) };
  const errors = unread.length > 0 ? found.form.validator.validate(data, { language, step: found.form.access }).filter(({ field, code }) => field in data && code !== 'required') : entryErrors(open);
  return { service: draft.service, data, errors, progress: progress(open), mode: state.mode };
}
