import { randomUUID } from 'node:crypto';
import { step, type Command, type InstanceRows, type StepError, stepErrorText } from '@banshi/process';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { toCaseState, toInstance } from './case-rows.js';
import { CaseStore, type EventFacts } from './case-store.js';
import type { Doer, LockedCase } from './case.types.js';
import { casesErrors } from './cases.errors.js';
import type { CaseData } from './fill-step.js';
import { ServiceCase } from './service-case.entity.js';

export interface CommandFacts extends EventFacts {
  /** The data after the command, where it changes it. */
  data?: CaseData;
}

/** Carries out one command of the engine on a locked case and stores what it changes. Asks nothing about permissions. */
@Injectable()
export class CaseRunner {
  constructor(
    private readonly store: CaseStore,
    private readonly events: EventBus,
  ) {}

  async carryOut(ctx: RequestContext, locked: LockedCase, command: Command, doer: Doer, facts: CommandFacts = {}): Promise<void> {
    const { row, definition } = locked;
    const now = new Date();
    const data = facts.data ?? row.data;
    const before = toInstance(locked, data);
    const result = step(definition.model, before, command, { now: now.toISOString(), newId: randomUUID, scope: definition.scope });
    if (!result.ok) throw refusal(ctx, result.error);

    const after = result.instance;
    await this.store.saveTokens(ctx, row.id, before, after);
    const decision = command.type === 'complete-task' ? { taskId: command.taskId, outcome: command.outcome ?? null, comment: facts.comment ?? null } : null;
    await this.store.saveTasks(ctx, locked, before, after, now, decision);
    await this.store.saveIncidents(ctx, row.id, before, after, now);
    await this.saveCase(ctx, locked, command, after, data, now);
    await this.store.appendHistory(ctx, row.id, result.changes.filter((change) => change.kind === 'history'), doer, facts);
    await this.events.publish(ctx, 'inbox', { caseId: row.id });
  }

  private async saveCase(ctx: RequestContext, locked: LockedCase, command: Command, after: InstanceRows, data: CaseData, now: Date): Promise<void> {
    const { row } = locked;
    const hasEnded = after.state === 'completed' || after.state === 'cancelled';
    const outcomes = { ...row.outcomes, ...chosenOutcome(locked, command) };
    const stored = await this.store.storedData(ctx, locked, data);
    await ctx.manager.update(ServiceCase, row.id, { ...(stored as object), state: toCaseState(after.state), result: after.result, outcomes, rev: row.rev + 1, completedAt: hasEnded ? now : null });
  }
}

/** The outcome that the command chooses, under the variable that the workflow names. */
function chosenOutcome({ definition, tasks }: LockedCase, command: Command): Record<string, string> {
  if (command.type !== 'complete-task' || command.outcome === undefined) return {};
  const task = tasks.find((candidate) => candidate.id === command.taskId);
  const outcomes = task && definition.userTask(task.element)?.outcomes;
  return outcomes ? { [outcomes.variable]: command.outcome } : {};
}

const definitions: Partial<Record<StepError['code'], keyof typeof casesErrors>> = {
  'case-ended': 'CASE_ENDED',
  'task-ended': 'TASK_DONE',
  'task-not-claimed': 'TASK_NOT_CLAIMED',
  'outcome-required': 'OUTCOME_REQUIRED',
  'outcome-unknown': 'OUTCOME_UNKNOWN',
  'comment-required': 'COMMENT_REQUIRED',
  'incident-resolved': 'INCIDENT_RESOLVED',
};
const fields: Partial<Record<StepError['code'], string>> = { 'outcome-required': 'input.outcome', 'outcome-unknown': 'input.outcome', 'comment-required': 'input.comment' };

function refusal(ctx: RequestContext, error: StepError): DomainError {
  const definition = casesErrors[definitions[error.code] ?? 'STEP_REFUSED'];
  const params = { ...error.params, outcome: (error.params['outcome'] ?? '').slice(0, 100), reason: stepErrorText(error, ctx.language) };
  return new DomainError(definition, { params, ...(fields[error.code] ? { field: fields[error.code] } : {}) });
}
