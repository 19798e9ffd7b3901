import type { Answer, Reply, ReplyBlock, TurnTrace } from '@banshi/dialog';
import type { FieldError } from '@banshi/forms';

/** What a citizen does in a turn. `choose` carries the payload of a quick reply or card; `fill` values by field, null to clear one. */
export type ChatInput = { type: 'text'; text: string } | { type: 'choose'; payload: string } | { type: 'fill'; values: Record<string, unknown> } | { type: 'silence' };

/** Who answers: the assistant, nobody yet (a clerk was asked for), a clerk, or nobody any more. */
export type ChatMode = 'assistant' | 'waiting' | 'clerk' | 'ended';

export interface ChatState {
  /** Key of the service that is being filled. */
  service: string | null;
  data: Record<string, unknown>;
  errors: FieldError[];
  progress: { filled: number; required: number };
  mode: ChatMode;
}

export interface OpenedChat {
  session: string;
  /** Hash of the bundle that the conversation is pinned to. */
  bundle: string;
  /** Number of the last turn. */
  turn: number;
  reply: Reply;
  state: ChatState;
}

/** One exchange. `said` is what a bubble shows of the citizen's or the clerk's part; sensitive values are masked in it. */
export interface ChatTurn {
  turn: number;
  at: string;
  from: 'citizen' | 'clerk' | 'system';
  said: string | null;
  /** Name of the clerk. */
  by: string | null;
  reply: Reply;
}

export interface ChatAnswer {
  turn: number;
  bundle: string;
  said: string | null;
  reply: Reply;
  state: ChatState;
  /** Only for keys of the preview. */
  trace?: TurnTrace;
}

export interface ChatHistory {
  session: string;
  bundle: string;
  turns: ChatTurn[];
  state: ChatState;
}

export type ChatEvent = { type: 'turn'; turn: ChatTurn } | { type: 'state'; state: ChatState };

export interface Suggestions {
  /** What people ask most. */
  hot: string[];
  /** What the typed letters may become. */
  matches: string[];
}

export interface UploadedFile {
  /** SHA-256 of the content. */
  blob: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export interface Division {
  /** GB/T 2260. */
  code: string;
  name: string;
  hasChildren: boolean;
}

/** A policy document, to show the place that an answer rests on. Offsets are code points of `text`, ends exclusive. */
export interface PolicyDocument {
  key: string;
  title: string;
  issuer: string;
  number: string;
  text: string;
  clauses: { id: string; label: string; start: number; end: number }[];
}

export type { Answer, Reply, ReplyBlock, TurnTrace };
