import type { EndElement, ParallelGatewayElement, UserTaskElement } from '../model/process-model.js';
import { chooseFlow } from './choose-flow.js';
import type { TokenRow } from './instance-rows.js';
import { refuse, type StepDraft } from './step-draft.js';

/** Moves that one step may make by itself. A drawn process needs tens; more means that it runs in a circle. */
export const MAX_AUTOMATIC_MOVES = 1_000;

/** Moves every active token until it waits for a person or another token, ends, or stops with an incident; then settles the case. */
export function advance(draft: StepDraft): void {
  for (let moves = 0; ; moves += 1) {
    const token = draft.instance.tokens.find((candidate) => candidate.state === 'active');
    if (!token) break;
    if (moves < MAX_AUTOMATIC_MOVES) move(draft, token);
    else draft.raiseIncident(token, 'endless-loop', { moves: MAX_AUTOMATIC_MOVES });
  }
  reportStuckJoins(draft);
  settle(draft);
}

function move(draft: StepDraft, token: TokenRow): void {
  const element = draft.model.elements[token.element];
  if (!element) refuse('element-not-found', { element: token.element });
  switch (element.type) {
    case 'start':
      return leave(draft, token, element.outgoing);
    case 'end':
      return end(draft, token, element);
    case 'user-task':
      return openTask(draft, token, element);
    case 'exclusive-gateway': {
      const { now, scope } = draft.context;
      const choice = chooseFlow(draft.model, element, draft.instance.variables, { now: new Date(now), ...(scope ? { scope } : {}) });
      if (choice.kind === 'flow') return draft.moveAlong(token, choice.flow);
      return draft.raiseIncident(token, choice.kind, choice.kind === 'condition-failed' ? { ...choice.failure } : {});
    }
    case 'parallel-gateway':
      return join(draft, token, element);
  }
}

/** One token per outgoing flow; the arriving one goes on along the first. */
export function leave(draft: StepDraft, token: TokenRow, outgoing: readonly string[]): void {
  const [first, ...others] = outgoing;
  if (first === undefined) refuse('element-not-found', { element: token.element });
  draft.moveAlong(token, first);
  for (const flow of others) {
    const target = draft.model.flows[flow]?.target;
    if (target === undefined) refuse('element-not-found', { element: flow });
    draft.newToken(target, flow);
  }
}

function end(draft: StepDraft, token: TokenRow, element: EndElement): void {
  draft.record({ kind: 'token-removed', tokenId: token.id });
  draft.history(element.id, 'left');
  if (element.result !== null) draft.record({ kind: 'result-set', result: element.result });
}

function openTask(draft: StepDraft, token: TokenRow, element: UserTaskElement): void {
  const { assignee, candidateGroups } = element;
  const task = { id: draft.context.newId(), tokenId: token.id, element: element.id, state: assignee === null ? ('open' as const) : ('claimed' as const), candidateGroups, assignee };
  draft.setTokenState(token, 'waiting');
  draft.record({ kind: 'task-created', task });
  draft.effects.push({ type: 'task-created', taskId: task.id });
}

/** Waits until each incoming flow has brought a token, takes one from each, and goes on as one. */
function join(draft: StepDraft, token: TokenRow, element: ParallelGatewayElement): void {
  if (element.incoming.length < 2) return leave(draft, token, element.outgoing);
  draft.setTokenState(token, 'waiting');
  const waiting = draft.instance.tokens.filter((other) => other.element === element.id && other.state === 'waiting');
  const arrived = element.incoming.map((flow) => waiting.find((other) => other.flow === flow));
  if (!arrived.every((other) => other !== undefined)) return;
  const [survivor, ...merged] = arrived;
  for (const other of merged) draft.record({ kind: 'token-removed', tokenId: other.id });
  if (survivor) leave(draft, survivor, element.outgoing);
}

/** When nothing else can move any more, a token that waits for another will wait for ever. */
function reportStuckJoins(draft: StepDraft): void {
  const { tokens, tasks, incidents } = draft.instance;
  if (tasks.some((task) => task.state === 'open' || task.state === 'claimed') || incidents.some((incident) => incident.state === 'open')) return;
  for (const token of tokens.filter((candidate) => candidate.state === 'waiting')) draft.raiseIncident(token, 'join-stuck', {});
}

function settle(draft: StepDraft): void {
  const { tokens, incidents, state } = draft.instance;
  if (tokens.length > 0) {
    const next = incidents.some((incident) => incident.state === 'open') ? 'incident' : 'running';
    if (next !== state) draft.record({ kind: 'state-changed', state: next });
    return;
  }
  const result = draft.instance.result ?? 'granted';
  if (draft.instance.result === null) draft.record({ kind: 'result-set', result });
  draft.record({ kind: 'state-changed', state: 'completed' });
  draft.history(null, 'completed', { result });
  draft.effects.push({ type: 'case-completed', result });
}
