import type { CaseResult } from '../model/process-model.js';

export type InstanceState = 'running' | 'incident' | 'completed' | 'cancelled';

export interface TokenRow {
  id: string;
  element: string;
  /** The flow by which it arrived; null at the start event. */
  flow: string | null;
  /** `active` only while a step runs; `waiting` at a user task or a join. */
  state: 'active' | 'waiting' | 'incident';
}

export interface TaskRow {
  id: string;
  tokenId: string;
  element: string;
  state: 'open' | 'claimed' | 'completed' | 'cancelled';
  candidateGroups: string[];
  assignee: string | null;
}

export type IncidentCode = 'condition-failed' | 'no-flow-taken' | 'endless-loop' | 'join-stuck';

export interface IncidentRow {
  id: string;
  tokenId: string;
  element: string;
  code: IncidentCode;
  params: Record<string, unknown>;
  state: 'open' | 'resolved';
}

/** Everything the engine needs to know of a case; each list is a table. */
export interface InstanceRows {
  state: InstanceState;
  /** The result of the last end event reached that names one, so far. */
  result: CaseResult | null;
  variables: Record<string, unknown>;
  tokens: TokenRow[];
  tasks: TaskRow[];
  incidents: IncidentRow[];
}

/** A case before its `start` command. */
export function emptyInstance(): InstanceRows {
  return { state: 'running', result: null, variables: {}, tokens: [], tasks: [], incidents: [] };
}
