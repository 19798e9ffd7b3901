import type { InstanceRows, InstanceState, TaskRow } from '@banshi/process';
import type { CaseData } from './fill-step.js';
import type { CaseState, LockedCase, TaskState } from './case.types.js';
import type { ServiceCase } from './service-case.entity.js';

/** What conditions can read: the fields of the forms, the chosen outcomes, and what the system knows of every case. */
export function variablesOf(row: ServiceCase, data: CaseData = row.data): Record<string, unknown> {
  return {
    ...data,
    ...row.outcomes,
    applicant: { id: row.applicantId, name: row.applicantName },
    submittedAt: row.submittedAt.toISOString(),
    service: row.service,
  };
}

/** The rows as the engine sees them. */
export function toInstance(locked: LockedCase, data: CaseData): InstanceRows {
  const { row, tokens, tasks, incidents } = locked;
  return {
    state: row.state.toLowerCase() as InstanceState,
    result: row.result,
    variables: variablesOf(row, data),
    tokens: tokens.map(({ id, element, flow, state }) => ({ id, element, flow, state })),
    tasks: tasks.map((task) => ({ id: task.id, tokenId: task.tokenId, element: task.element, state: task.state.toLowerCase() as TaskRow['state'], candidateGroups: task.candidateGroups, assignee: task.assigneeId })),
    incidents: incidents.map(({ id, tokenId, element, code, params, state }) => ({ id, tokenId, element, code, params, state: state === 'OPEN' ? 'open' : 'resolved' })),
  };
}

export const toCaseState = (state: InstanceState) => state.toUpperCase() as CaseState;
export const toTaskState = (state: TaskRow['state']) => state.toUpperCase() as TaskState;

/** Rows that are new or differ, and the ids of those that are gone. */
export function rowChanges<T extends { id: string }>(before: readonly T[], after: readonly T[]): { upserted: T[]; removed: string[] } {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const kept = new Set(after.map((row) => row.id));
  return { upserted: after.filter((row) => known.get(row.id) !== JSON.stringify(row)), removed: before.filter((row) => !kept.has(row.id)).map((row) => row.id) };
}
