/** Where a value came from. */
export type EntrySource = 'said' | 'form' | 'profile' | 'carried';

/** What stands in a field. `value` is null where the `text` could not be read; the text is kept so that it can be mended. */
export interface Entry {
  value: unknown;
  text: string | null;
  source: EntrySource;
}

/** One step that can be undone: what stood in the field before it. */
export interface Change {
  field: string;
  before: Entry | null;
}

/** A form on its way. Everything is keyed by field name. */
export interface Draft {
  service: string;
  form: string;
  entries: Record<string, Entry>;
  /** Values of fields that the data hides at the moment; they come back with their fields. */
  aside: Record<string, Entry>;
  /** A beginning that waits for its rest, such as a month without a day. */
  partial: Record<string, string>;
  /** Fields that the citizen leaves empty for good, or wants to fill at the end. */
  none: string[];
  later: string[];
  failures: Record<string, number>;
  /** Fields in the order in which they were asked, for going back. */
  asked: string[];
  changes: Change[];
  stage: 'filling' | 'review' | 'sent';
  /** Titles of the form's fields as the draft has seen them, to say what a new bundle changed. */
  titles: Record<string, string>;
  /** Goes with the submission, so that a repeated one is no second case. */
  key: string;
}

/** A value whose place or meaning the citizen must decide. */
export interface OpenValue {
  value: unknown;
  text: string;
}

/** What the last reply asked. */
export type Question =
  | { kind: 'field'; service: string; field: string }
  /** Which field, or none, is meant. */
  | { kind: 'place'; service: string; open: OpenValue; fields: string[] }
  /** Which of several meanings. */
  | { kind: 'meaning'; service: string; field: string; options: { value: unknown; label: string }[]; text: string }
  /** Whether a filled field gets another value. */
  | { kind: 'overwrite'; service: string; field: string; open: OpenValue }
  /** Whether the row of a table was the last. */
  | { kind: 'rows'; service: string; field: string }
  /** A row that lacks a column. */
  | { kind: 'cell'; service: string; field: string; row: Record<string, unknown>; column: string }
  | { kind: 'which-field'; service: string; open: OpenValue | null; fields: string[] }
  | { kind: 'which-service'; services: string[]; text: string }
  | { kind: 'start'; service: string }
  | { kind: 'cancel'; service: string }
  | { kind: 'review'; service: string }
  | { kind: 'person' };

export interface DialogState {
  schema: 1;
  /** Hash of the bundle of the last turn; null before the first. */
  bundle: string | null;
  turn: number;
  /** How often the open doubt was put again without an answer. */
  repeated: number;
  mode: 'assistant' | 'waiting' | 'ended';
  /** Service whose form is being filled. */
  active: string | null;
  drafts: Record<string, Draft>;
  /** Services that come after the active one. */
  queue: string[];
  question: Question | null;
  /** Questions that wait until the open one is answered. */
  waiting: Question[];
  /** How often in a row nothing was understood. */
  unclear: number;
  abuse: number;
  /** Service that was spoken of last, for 怎么办 and 我要办. */
  topic: string | null;
  /** Numbers of the cases that this dialogue brought about, by service. */
  cases: Record<string, string>;
}

export function startDialog(): DialogState {
  return { schema: 1, bundle: null, turn: 0, repeated: 0, mode: 'assistant', active: null, drafts: {}, queue: [], question: null, waiting: [], unclear: 0, abuse: 0, topic: null, cases: {} };
}

export function newDraft(service: string, form: string, turn: number): Draft {
  return { service, form, entries: {}, aside: {}, partial: {}, none: [], later: [], failures: {}, asked: [], changes: [], stage: 'filling', titles: {}, key: `${service}-${turn}` };
}
