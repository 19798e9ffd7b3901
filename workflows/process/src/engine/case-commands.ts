import { refuse, type StepDraft } from './step-draft.js';

export function startCase(draft: StepDraft, variables: Record<string, unknown>): void {
  const { tokens, tasks } = draft.instance;
  if (tokens.length > 0 || tasks.length > 0) refuse('already-started');
  draft.record({ kind: 'variables-set', variables });
  draft.history(null, 'started');
  draft.newToken(draft.model.start, null);
}

/** Ends the case at once: what was to be done need not be, and its result is 撤回. */
export function cancelCase(draft: StepDraft, reason: string): void {
  for (const task of draft.instance.tasks) {
    if (task.state !== 'open' && task.state !== 'claimed') continue;
    draft.updateTask(task, 'cancelled', task.assignee);
    draft.history(task.element, 'task-cancelled', { taskId: task.id });
    draft.effects.push({ type: 'task-cancelled', taskId: task.id });
  }
  for (const incident of draft.instance.incidents) if (incident.state === 'open') draft.record({ kind: 'incident-resolved', incidentId: incident.id });
  for (const token of draft.instance.tokens) draft.record({ kind: 'token-removed', tokenId: token.id });
  draft.record({ kind: 'result-set', result: 'withdrawn' });
  draft.record({ kind: 'state-changed', state: 'cancelled' });
  draft.history(null, 'cancelled', { reason });
  draft.effects.push({ type: 'case-cancelled', reason });
}

export function retryIncident(draft: StepDraft, incidentId: string, variables: Record<string, unknown>): void {
  const incident = draft.instance.incidents.find((candidate) => candidate.id === incidentId);
  if (!incident) refuse('incident-not-found', { incidentId });
  if (incident.state === 'resolved') refuse('incident-resolved', { incidentId });
  const token = draft.instance.tokens.find((candidate) => candidate.id === incident.tokenId);
  if (!token) refuse('element-not-found', { element: incident.element });
  if (Object.keys(variables).length > 0) draft.record({ kind: 'variables-set', variables });
  draft.record({ kind: 'incident-resolved', incidentId });
  draft.history(incident.element, 'incident-retried', { incidentId, variables: Object.keys(variables) });
  draft.setTokenState(token, 'active');
}
