import type { CaseResult } from '../model/process-model.js';
import type { IncidentRow, InstanceRows, InstanceState, TaskRow, TokenRow } from './instance-rows.js';

export type HistoryEvent =
  | 'entered'
  | 'left'
  | 'task-claimed'
  | 'task-released'
  | 'task-completed'
  | 'task-cancelled'
  | 'incident-raised'
  | 'incident-retried'
  | 'started'
  | 'completed'
  | 'cancelled';

export interface HistoryEntry {
  /** Null for what concerns the whole case. */
  element: string | null;
  event: HistoryEvent;
  at: string;
  actor: string | null;
  detail: Record<string, unknown>;
}

/** One row inserted, updated or removed; history is appended and never read back by the engine. */
export type Change =
  | { kind: 'token-created'; token: TokenRow }
  | { kind: 'token-moved'; token: TokenRow }
  | { kind: 'token-removed'; tokenId: string }
  | { kind: 'task-created'; task: TaskRow }
  | { kind: 'task-updated'; taskId: string; state: TaskRow['state']; assignee: string | null }
  | { kind: 'incident-raised'; incident: IncidentRow }
  | { kind: 'incident-resolved'; incidentId: string }
  | { kind: 'variables-set'; variables: Record<string, unknown> }
  | { kind: 'result-set'; result: CaseResult }
  | { kind: 'state-changed'; state: InstanceState }
  | ({ kind: 'history' } & HistoryEntry);

/** The rows after the changes; the given rows stay as they are. */
export function applyChanges(instance: InstanceRows, changes: readonly Change[]): InstanceRows {
  return changes.reduce(applyChange, instance);
}

export function applyChange(rows: InstanceRows, change: Change): InstanceRows {
  switch (change.kind) {
    case 'token-created':
      return { ...rows, tokens: [...rows.tokens, change.token] };
    case 'token-moved':
      return { ...rows, tokens: rows.tokens.map((token) => (token.id === change.token.id ? change.token : token)) };
    case 'token-removed':
      return { ...rows, tokens: rows.tokens.filter((token) => token.id !== change.tokenId) };
    case 'task-created':
      return { ...rows, tasks: [...rows.tasks, change.task] };
    case 'task-updated':
      return { ...rows, tasks: rows.tasks.map((task) => (task.id === change.taskId ? { ...task, state: change.state, assignee: change.assignee } : task)) };
    case 'incident-raised':
      return { ...rows, incidents: [...rows.incidents, change.incident] };
    case 'incident-resolved':
      return { ...rows, incidents: rows.incidents.map((incident) => (incident.id === change.incidentId ? { ...incident, state: 'resolved' as const } : incident)) };
    case 'variables-set':
      return { ...rows, variables: { ...rows.variables, ...change.variables } };
    case 'result-set':
      return { ...rows, result: change.result };
    case 'state-changed':
      return { ...rows, state: change.state };
    case 'history':
      return rows;
  }
}
