import type { ProcessModel } from '../model/process-model.js';
import { advance } from './advance.js';
import { cancelCase, retryIncident, startCase } from './case-commands.js';
import type { Command, StepContext, StepResult } from './command.js';
import type { InstanceRows } from './instance-rows.js';
import { refuse, StepDraft, StepRefusal } from './step-draft.js';
import { claimTask, completeTask, releaseTask } from './task-commands.js';

/**
 * Carries out one command on a case. Pure: the same input gives the same result, the input rows are not touched, and
 * applying `changes` to them gives `instance`. A refused command changes nothing.
 */
export function step(model: ProcessModel, instance: InstanceRows, command: Command, context: StepContext): StepResult {
  const draft = new StepDraft(model, instance, context, command.actor ?? null);
  try {
    carryOut(draft, command);
  } catch (error) {
    if (error instanceof StepRefusal) return { ok: false, error: error.refusal };
    throw error;
  }
  return { ok: true, changes: draft.changes, effects: draft.effects, instance: draft.instance };
}

function carryOut(draft: StepDraft, command: Command): void {
  const { state } = draft.instance;
  if (state === 'completed' || state === 'cancelled') refuse(command.type === 'start' ? 'already-started' : 'case-ended', { state });
  switch (command.type) {
    case 'claim-task':
      return claimTask(draft, command.taskId, command.actor);
    case 'release-task':
      return releaseTask(draft, command.taskId, command.actor);
    case 'cancel':
      return cancelCase(draft, command.reason);
    case 'start':
      startCase(draft, command.variables);
      return advance(draft);
    case 'complete-task':
      completeTask(draft, command);
      return advance(draft);
    case 'retry-incident':
      retryIncident(draft, command.incidentId, command.variables ?? {});
      return advance(draft);
  }
}
