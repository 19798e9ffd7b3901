import { type DialogState, type DialogWorld, draftView, parseState } from '@banshi/dialog';
import type { FieldError } from '@banshi/forms';

/** Where a dialogue stands, for whoever draws the form beside it. */
export interface Standing {
  service: string | null;
  data: Record<string, unknown>;
  errors: FieldError[];
  progress: { filled: number; required: number };
  /** The field, or else the kind of decision, that waits for an answer. */
  asked: string | null;
}

export function standingOf(state: DialogState, world: DialogWorld, language: 'zh' | 'en'): Standing {
  const { service, data, errors, progress } = draftView(state, world, language);
  const { question } = state;
  return { service, data, errors, progress, asked: question === null ? null : 'field' in question ? question.field : question.kind };
}

/** A stored state. One that no version of ours has written is a bug, or somebody's hand in the database. */
export function storedState(json: unknown): DialogState {
  const state = parseState(json);
  if (state === null) throw new Error('a stored dialogue state cannot be read');
  return state;
}
