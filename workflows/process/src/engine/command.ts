import type { FeelType } from '@banshi/expression';
import type { CaseResult } from '../model/process-model.js';
import type { Change } from './change.js';
import type { InstanceRows } from './instance-rows.js';

/** `actor` is a user's id. Whether that user may do the task is for the caller to check; who holds it is checked here. */
export type Command =
  /** `variables` must name every field of the form, null where it is empty: a condition that reads a name which is not there is an incident. */
  | { type: 'start'; variables: Record<string, unknown>; actor?: string }
  | { type: 'claim-task'; taskId: string; actor: string }
  | { type: 'release-task'; taskId: string; actor: string }
  | { type: 'complete-task'; taskId: string; variables: Record<string, unknown>; outcome?: string; comment?: string; actor: string }
  | { type: 'cancel'; reason: string; actor?: string }
  /** Tries again where the token stopped, after mending the given variables. */
  | { type: 'retry-incident'; incidentId: string; variables?: Record<string, unknown>; actor?: string };

export interface StepContext {
  /** ISO 8601 instant, written to the history, and the moment that a condition calls now. */
  now: string;
  /** A fresh unique id for each new row. */
  newId(): string;
  /** The declared types of the variables, so that a condition can compare dates, which are stored as text. */
  scope?: Record<string, FeelType>;
}

/** What others should be told once the changes are stored. */
export type Effect =
  | { type: 'task-created'; taskId: string }
  | { type: 'task-cancelled'; taskId: string }
  | { type: 'incident-raised'; incidentId: string }
  | { type: 'case-completed'; result: CaseResult }
  | { type: 'case-cancelled'; reason: string };

export type StepErrorCode =
  | 'already-started'
  | 'case-ended'
  | 'task-not-found'
  | 'task-ended'
  | 'task-held-by-other'
  | 'task-not-claimed'
  | 'field-not-editable'
  | 'outcome-required'
  | 'outcome-unknown'
  | 'comment-required'
  | 'incident-not-found'
  | 'incident-resolved'
  | 'element-not-found';

export interface StepError {
  code: StepErrorCode;
  params: Record<string, string>;
}

export type StepResult = { ok: true; changes: Change[]; effects: Effect[]; instance: InstanceRows } | { ok: false; error: StepError };
