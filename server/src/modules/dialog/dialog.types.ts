import type { Reply, TurnInput, TurnTrace } from '@banshi/dialog';
import type { FieldError } from '@banshi/forms';

/** Who speaks with the citizen. */
export enum DialogMode {
  ASSISTANT = 'ASSISTANT',
  /** A person was asked for and none has come yet. */
  WAITING = 'WAITING',
  CLERK = 'CLERK',
  ENDED = 'ENDED',
}

export type TurnKind = 'citizen' | 'clerk' | 'system';

/** Who speaks through which hall. `applicant` null: nobody has signed in. */
export interface Caller {
  realm: string;
  channel: string;
  applicant: { id: string; name: string } | null;
}

/** What reaches a conversation from outside; the server adds what model and knowledge base say. */
export type SaidInput = { type: 'open'; service?: string } | { type: 'text'; text: string } | Extract<TurnInput, { type: 'choose' | 'fill' | 'silence' }>;

/** What a turn keeps, as one sealed value. */
export interface TurnContent {
  input: SaidInput | { type: 'message'; text: string } | { type: 'handed-back'; note: string | null } | { type: 'end' } | { type: 'claimed' };
  /** As a bubble shows it; null where nobody said anything. */
  said: string | null;
  reply: Reply;
  trace: TurnTrace | null;
  /** Fields that the turn changed, as `service/field`. */
  changed: string[];
  /** The field that waits for an answer after the turn, as `service/field`. */
  asked: string | null;
}

export type FactName = 'asked' | 'filled' | 'prefilled' | 'invalid' | 'skipped' | 'started' | 'completed' | 'cancelled' | 'corrected' | 'submitted' | 'handed-over';

export enum QuestionKind {
  UNANSWERED = 'UNANSWERED',
  CORRECTED = 'CORRECTED',
}

export enum QuestionState {
  OPEN = 'OPEN',
  DONE = 'DONE',
  IGNORED = 'IGNORED',
}

/** What a hall is told of where a conversation stands. */
export interface StateView {
  service: string | null;
  data: Record<string, unknown>;
  errors: FieldError[];
  progress: { filled: number; required: number };
  mode: 'assistant' | 'waiting' | 'clerk' | 'ended';
}

/** One turn as a hall draws it. */
export interface ChatTurn {
  turn: number;
  at: string;
  from: TurnKind;
  said: string | null;
  by: string | null;
  reply: Reply;
  /** For previews alone. */
  trace?: TurnTrace;
}
