import type { ProcessModel } from '../model/process-model.js';
import { applyChange, type Change, type HistoryEvent } from './change.js';
import type { Effect, StepContext, StepError, StepErrorCode } from './command.js';
import type { IncidentCode, InstanceRows, TaskRow, TokenRow } from './instance-rows.js';

/** A command that cannot be carried out; caught by `step`, so that nothing of its draft remains. */
export class StepRefusal extends Error {
  constructor(readonly refusal: StepError) {
    super(refusal.code);
  }
}

export function refuse(code: StepErrorCode, params: Record<string, string> = {}): never {
  throw new StepRefusal({ code, params });
}

/** The changes of one step as they come about, and the rows as they are after them. */
export class StepDraft {
  readonly changes: Change[] = [];
  readonly effects: Effect[] = [];

  constructor(
    readonly model: ProcessModel,
    public instance: InstanceRows,
    readonly context: StepContext,
    readonly actor: string | null,
  ) {}

  record(change: Change): void {
    this.changes.push(change);
    this.instance = applyChange(this.instance, change);
  }

  history(element: string | null, event: HistoryEvent, detail: Record<string, unknown> = {}): void {
    this.record({ kind: 'history', element, event, at: this.context.now, actor: this.actor, detail });
  }

  newToken(element: string, flow: string | null): void {
    this.record({ kind: 'token-created', token: { id: this.context.newId(), element, flow, state: 'active' } });
    this.history(element, 'entered', flow === null ? {} : { flow });
  }

  /** Sends a token along a flow to the flow's target. */
  moveAlong(token: TokenRow, flowId: string): void {
    const target = this.model.flows[flowId]?.target;
    if (target === undefined) refuse('element-not-found', { element: flowId });
    this.history(token.element, 'left', { flow: flowId });
    this.record({ kind: 'token-moved', token: { id: token.id, element: target, flow: flowId, state: 'active' } });
    this.history(target, 'entered', { flow: flowId });
  }

  setTokenState(token: TokenRow, state: TokenRow['state']): void {
    this.record({ kind: 'token-moved', token: { ...token, state } });
  }

  updateTask(task: TaskRow, state: TaskRow['state'], assignee: string | null): void {
    this.record({ kind: 'task-updated', taskId: task.id, state, assignee });
  }

  raiseIncident(token: TokenRow, code: IncidentCode, params: Record<string, unknown>): void {
    const incident = { id: this.context.newId(), tokenId: token.id, element: token.element, code, params, state: 'open' as const };
    this.setTokenState(token, 'incident');
    this.record({ kind: 'incident-raised', incident });
    this.history(token.element, 'incident-raised', { code, ...params });
    this.effects.push({ type: 'incident-raised', incidentId: incident.id });
  }
}
