import { fieldAccess, type UserTaskElement } from '../model/process-model.js';
import { leave } from './advance.js';
import type { Command } from './command.js';
import type { TaskRow } from './instance-rows.js';
import { refuse, type StepDraft } from './step-draft.js';

type CompleteTask = Extract<Command, { type: 'complete-task' }>;

/** Claiming again what one holds already changes nothing. */
export function claimTask(draft: StepDraft, taskId: string, actor: string): void {
  const task = liveTask(draft, taskId, actor);
  if (task.state === 'claimed') return;
  draft.updateTask(task, 'claimed', actor);
  draft.history(task.element, 'task-claimed', { taskId });
}

export function releaseTask(draft: StepDraft, taskId: string, actor: string): void {
  const task = liveTask(draft, taskId, actor);
  if (task.state !== 'claimed') refuse('task-not-claimed', { taskId });
  draft.updateTask(task, 'open', null);
  draft.history(task.element, 'task-released', { taskId });
}

/** A task that nobody holds may be completed at once; it is then the actor's. */
export function completeTask(draft: StepDraft, command: CompleteTask): void {
  const task = liveTask(draft, command.taskId, command.actor);
  const element = draft.model.elements[task.element];
  const token = draft.instance.tokens.find((candidate) => candidate.id === task.tokenId);
  if (element?.type !== 'user-task' || !token) refuse('element-not-found', { element: task.element });
  for (const field of Object.keys(command.variables)) if (fieldAccess(element, field) !== 'edit') refuse('field-not-editable', { field });

  const outcome = outcomeVariables(element, command);
  draft.updateTask(task, 'completed', command.actor);
  const variables = { ...command.variables, ...outcome };
  if (Object.keys(variables).length > 0) draft.record({ kind: 'variables-set', variables });
  const { taskId, outcome: chosen = null, comment = null } = command;
  draft.history(task.element, 'task-completed', { taskId, outcome: chosen, comment });
  leave(draft, token, element.outgoing);
}

function outcomeVariables(element: UserTaskElement, command: CompleteTask): Record<string, unknown> {
  if (!element.outcomes) return command.outcome === undefined ? {} : refuse('outcome-unknown', { outcome: command.outcome });
  if (command.outcome === undefined) refuse('outcome-required');
  const outcome = element.outcomes.values.find((candidate) => candidate.value === command.outcome);
  if (!outcome) refuse('outcome-unknown', { outcome: command.outcome });
  if (outcome.requireComment && !command.comment?.trim()) refuse('comment-required', { outcome: outcome.value });
  return { [element.outcomes.variable]: outcome.value };
}

/** The task, still to be done and not another's. */
function liveTask(draft: StepDraft, taskId: string, actor: string): TaskRow {
  const task = draft.instance.tasks.find((candidate) => candidate.id === taskId);
  if (!task) refuse('task-not-found', { taskId });
  if (task.state === 'completed' || task.state === 'cancelled') refuse('task-ended', { taskId, state: task.state });
  if (task.state === 'claimed' && task.assignee !== actor) refuse('task-held-by-other', { taskId, assignee: task.assignee ?? '' });
  return task;
}
