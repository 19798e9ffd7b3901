import type { DictionaryEntry, SlotType } from '@banshi/bundle';
import type { Lean } from '@banshi/values';

/** What reading a text needs to know of a slot. */
export interface SlotFacts {
  key: string;
  title: string;
  type: SlotType;
  /** Entries of its dictionary, for `enum`. */
  entries?: readonly DictionaryEntry[];
}

/** A field of a service's form that a slot fills. */
export interface SlotBinding {
  slot: string;
  field: string;
  /** Whether a date without a year is behind or before us in this field; undefined where the field does not tell. */
  lean?: Lean;
}

/** Titles, slot types and bindings, of whatever the caller shows: a channel's bundle, or the drafts. */
export interface InterpretView {
  intentTitle(key: string): string | null;
  slots: readonly SlotFacts[];
  /** Fields of the form of the service that the intent wants, in the form's order. */
  bindings(intent: string): readonly SlotBinding[] | Promise<readonly SlotBinding[]>;
}

/** A value in the text. Offsets are code points, ends exclusive. */
export interface SlotValue {
  slot: string;
  title: string;
  start: number;
  end: number;
  text: string;
  /** As a form holds it: dates 'YYYY-MM-DD', money integer 分, a dictionary's code; null where it cannot be read. */
  value: unknown;
  valid: boolean;
  /** Why it cannot be right, in the caller's language. */
  reason: string | null;
  /** The form field that it fills; null where the service has none. */
  field: string | null;
  /** Who found it: the model, or the rules that know identifiers, dates and amounts by their form. */
  source: 'model' | 'rule';
  /** The model's confidence; null for what rules found. */
  score: number | null;
}

export interface Interpretation {
  /** The likeliest first; calibrated, at most ten. */
  intents: { key: string; title: string; confidence: number }[];
  /** No intent of the hall is meant, as far as the model can tell. */
  outOfScope: boolean;
  slots: SlotValue[];
  /** Hash of the artifact that answered. */
  model: string;
  /** The text was longer than the model reads. */
  truncated: boolean;
}
