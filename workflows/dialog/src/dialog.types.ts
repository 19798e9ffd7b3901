import type { DictionaryEntry, IntentBody, ServiceBody, SlotBody } from '@banshi/bundle';
import type { FieldError, FieldTypeName, FormBody, FormValidator, StepAccess } from '@banshi/forms';
import type { Answer } from './answer.types.js';

/** What a dialogue needs of a bundle. Immutable while a turn runs. */
export interface DialogWorld {
  /** Hash of the bundle. */
  bundle: string;
  serviceKeys(): readonly string[];
  service(key: string): ServiceBody | null;
  /** The form that an applicant fills for a service that is handled online; null where there is none. */
  form(service: string): { key: string; body: FormBody; access: StepAccess; validator: FormValidator } | null;
  intent(key: string): IntentBody | null;
  slot(key: string): SlotBody | null;
  /** Entries of a dictionary; [] for one that is not there. */
  dictionary(key: string): readonly DictionaryEntry[];
}

/** What the model made of a text. Offsets are code points, ends exclusive. */
export interface Understanding {
  intents: readonly { key: string; confidence: number }[];
  outOfScope: boolean;
  spans: readonly { slot: string; start: number; end: number; text: string; score: number }[];
}

/** What reaches a dialogue. `text` comes with what the model and the knowledge base made of it; null where there is no model, or nothing to answer. */
export type TurnInput =
  | { type: 'open'; service?: string }
  | { type: 'text'; text: string; understanding: Understanding | null; answer: Answer | null }
  /** A quick reply or choice: the `payload` of a `QuickReply`. */
  | { type: 'choose'; payload: string }
  /** The form beside the chat, or a widget in it. null clears a field. */
  | { type: 'fill'; values: Record<string, unknown> }
  /** Nothing came for a while. */
  | { type: 'silence' }
  /** The server has carried out an effect. */
  | { type: 'submitted'; number: string }
  | { type: 'refused'; errors: FieldError[]; message: string }
  | { type: 'handed-back'; note: string | null };

export interface TurnContext {
  now: Date;
  language: 'zh' | 'en';
  /** What the hall already knows of the citizen, offered for fields and validated like typed values; keys are slot keys. */
  profile: Readonly<Record<string, unknown>>;
}

export interface QuickReply {
  label: string;
  payload: string;
}

/** How to draw the one field that is asked for. `value` is what stands there now. */
export interface FieldWidget {
  service: string;
  field: string;
  title: string;
  type: FieldTypeName;
  required: boolean;
  sensitive: boolean;
  hint: string | null;
  options: { value: string; title: string }[];
  value: unknown;
  /** Columns of a table, each as a widget without a value of its own; [] for every other type. */
  columns: FieldWidget[];
  /** What may be uploaded; null unless an attachment. `maxItems` files in all, `maxBytes` each. */
  upload: { mediaTypes: string[]; maxBytes: number | null; maxItems: number | null } | null;
}

export interface SummaryRow {
  field: string;
  title: string;
  /** As a person reads it; sensitive values masked. */
  display: string;
  /** Where it came from. */
  source: 'said' | 'form' | 'profile' | 'carried';
  error: string | null;
}

export type ReplyBlock =
  | { type: 'text'; text: string }
  | { type: 'answer'; answer: Answer }
  | { type: 'service'; key: string; title: string; summary: string; online: boolean }
  /** Materials in this citizen's situation; `state` says whether the form already holds one. */
  | { type: 'materials'; service: string; items: { name: string; note: string; necessity: 'required' | 'optional' | 'conditional'; state: 'there' | 'missing' | 'unknown' }[] }
  | { type: 'field'; widget: FieldWidget }
  | { type: 'summary'; service: string; title: string; rows: SummaryRow[] }
  | { type: 'case'; number: string; service: string; title: string };

export interface Reply {
  blocks: ReplyBlock[];
  quickReplies: QuickReply[];
}

/** What the server must do after it has stored the turn. */
export type Effect =
  | { type: 'submit'; service: string; data: Record<string, unknown>; key: string }
  | { type: 'hand-over'; reason: 'asked' | 'unclear' | 'invalid' | 'abuse' | 'refused'; note: string }
  /** For the list of what the assistant could not do; `text` as typed, masked by the server before it is kept. */
  | { type: 'unanswered'; text: string; service: string | null }
  | { type: 'corrected'; service: string; field: string; from: 'said' | 'form' | 'profile' | 'carried' }
  | { type: 'count'; what: 'asked' | 'filled' | 'prefilled' | 'invalid' | 'skipped' | 'started' | 'completed' | 'cancelled'; service: string; field: string | null };

/** Why the turn went as it did, for administrators and tests. */
export interface TurnTrace {
  /** Names of the behaviours that acted, such as `fill`, `correct`, `digress`, `clarify`. */
  acts: string[];
  intents: { key: string; title: string; confidence: number }[];
  values: { field: string | null; slot: string | null; kind: string; text: string; start: number; end: number; value: unknown; taken: boolean; why: string }[];
  /** The field asked next, and why this one. */
  next: { service: string; field: string; why: string } | null;
}

export interface TurnResult<State> {
  state: State;
  reply: Reply;
  effects: Effect[];
  trace: TurnTrace;
}
