import type { ServiceBody, WorkflowBody } from '@banshi/bundle';
import { compile, emptyInstance, step, type Command, type InstanceRows, type ProcessModel } from '@banshi/process';
import { expect, it } from 'vitest';
import { readSampleHall } from './sample-hall.js';

const { items } = readSampleHall();
const workflowOf = (service: string) => {
  const key = (items.find((item) => item.kind === 'service' && item.key === service)!.body as ServiceBody).workflow;
  return items.find((item) => item.kind === 'workflow' && item.key === key)!.body as WorkflowBody;
};

/** What decides about the ways that no clerk chooses. */
const submissions: Record<string, Record<string, unknown>[]> = {
  'unemployment-benefit': [{}],
  'basic-pension': [{}],
  'living-allowance': [{}],
  'medical-reimbursement': [{}],
  'residence-permit': ['first', 'endorse', 'renew', 'replace'].map((requestType) => ({ requestType })),
  'startup-subsidy': [500_000, 500_001].map((declaredAmount) => ({ declaredAmount })),
  'student-leave': [
    { terms: 2, reason: 'illness' },
    { terms: 3, reason: 'illness' },
    { terms: 1, reason: 'startup' },
  ],
};

let rows = 0;
const context = { now: '2026-05-01T08:00:00.000Z', newId: () => `row-${(rows += 1)}` };

/** Tries every outcome of every open task from every state that can be reached; says the flows taken and the ends. */
function explore(model: ProcessModel, variables: Record<string, unknown>, flows: Set<string>, results: Set<string>): void {
  const seen = new Set<string>();
  const go = (instance: InstanceRows, command: Command): void => {
    const result = step(model, instance, command, context);
    if (!result.ok) throw new Error(result.error.code);
    for (const change of result.changes) {
      if ((change.kind === 'token-created' || change.kind === 'token-moved') && change.token.flow) flows.add(change.token.flow);
    }
    const next = result.instance;
    expect(next.incidents).toEqual([]);
    if (next.state === 'completed') results.add(String(next.result));
    const open = next.tasks.filter((task) => task.state === 'open');
    const state = JSON.stringify([open.map((task) => task.element).sort(), next.variables]);
    if (seen.has(state)) return;
    seen.add(state);
    for (const task of open) {
      const element = model.elements[task.element]!;
      const outcomes = element.type === 'user-task' && element.outcomes ? element.outcomes.values.map((outcome) => ({ outcome: outcome.value, comment: '说明' })) : [{}];
      for (const chosen of outcomes) go(next, { type: 'complete-task', taskId: task.id, variables: {}, actor: 'clerk', ...chosen });
    }
  };
  go(emptyInstance(), { type: 'start', variables });
}

it.each(Object.keys(submissions))('every way of %s can be gone, and each end reached', async (service) => {
  const { model } = await compile(workflowOf(service).bpmn);
  const flows = new Set<string>();
  const results = new Set<string>();
  for (const variables of submissions[service]!) explore(model!, variables, flows, results);
  expect(Object.keys(model!.flows).filter((flow) => !flows.has(flow))).toEqual([]);
  const ends = Object.values(model!.elements).flatMap((element) => (element.type === 'end' ? [String(element.result)] : []));
  expect(results).toEqual(new Set(ends));
});
