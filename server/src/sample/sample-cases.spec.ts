import type { DictionaryBody, FormBody, ServiceBody, WorkflowBody } from '@banshi/bundle';
import { applyStep, compileForm, fieldNames } from '@banshi/forms';
import { compile, emptyInstance, step, type Command, type InstanceRows, type ProcessModel } from '@banshi/process';
import { describe, expect, it } from 'vitest';
import { readSampleHall, type SampleCase, type SampleCommand } from './sample-hall.js';

const { cases, items, organisation } = readSampleHall();
const bodyOf = <T>(kind: string, key: string) => items.find((item) => item.kind === kind && item.key === key)!.body as T;
const dictionaries = (key: string) => new Set(bodyOf<DictionaryBody>('dictionary', key).entries.map((entry) => entry.code));

let rows = 0;
const context = { now: '2026-05-01T08:00:00.000Z', newId: () => `row-${(rows += 1)}` };

function carryOut(model: ProcessModel, instance: InstanceRows, command: Command): InstanceRows {
  const result = step(model, instance, command, context);
  if (!result.ok) throw new Error(`${command.type}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.instance;
}

/** The waiting task of an element, which the clerk must be allowed to do: by a post, or by the department of the service. */
function taskOf(instance: InstanceRows, { task: element, by }: SampleCommand, service: ServiceBody) {
  const task = instance.tasks.find((row) => row.element === element && row.state !== 'completed');
  const clerk = organisation.users.find((user) => user.username === by);
  if (!task || !clerk) throw new Error(`${by} has no task ${element}`);
  const may = task.candidateGroups.some((group) => (group === 'department:$service' ? clerk.department === service.department : clerk.posts.includes(group.slice('post:'.length))));
  expect(may && clerk.roles.includes('clerk')).toBe(true);
  return task;
}

async function replay({ service: key, data, progress }: SampleCase): Promise<InstanceRows> {
  const service = bodyOf<ServiceBody>('service', key);
  const form = bodyOf<FormBody>('form', service.form!);
  const validator = compileForm(form, { dictionaries });
  const { model } = await compile(bodyOf<WorkflowBody>('workflow', service.workflow!).bpmn);
  const start = model!.elements[model!.start]!;
  if (start.type !== 'start') throw new Error('no start event');

  const submitted = applyStep(form, {}, data, start.fields);
  expect([...submitted.errors, ...validator.validate(submitted.data, { language: 'zh' })]).toEqual([]);
  const empty = Object.fromEntries(fieldNames(form).map((name) => [name, null]));
  let instance = carryOut(model!, emptyInstance(), { type: 'start', variables: { ...empty, ...submitted.data } });
  for (const command of progress) {
    const task = taskOf(instance, command, service);
    const { by: actor } = command;
    if (command.type === 'claim') instance = carryOut(model!, instance, { type: 'claim-task', taskId: task.id, actor });
    else {
      const { outcome, comment, data: variables = {} } = command;
      expect(validator.validate({ ...submitted.data, ...variables }, { language: 'zh' })).toEqual([]);
      instance = carryOut(model!, instance, { type: 'complete-task', taskId: task.id, actor, variables, ...(outcome && { outcome }), ...(comment && { comment }) });
    }
  }
  return instance;
}

describe('the sample cases', () => {
  it.each(cases.map((one) => [one.applicant.name, one] as const))('%s fills the form rightly, and every step is done by who may do it', async (_, one) => {
    const instance = await replay(one);
    expect(instance.incidents).toEqual([]);
    expect(['running', 'completed']).toContain(instance.state);
  });

  it('leaves something to do for every department', async () => {
    const waiting = await Promise.all(cases.map(async (one) => ((await replay(one)).state === 'running' ? bodyOf<ServiceBody>('service', one.service).department : null)));
    expect(new Set(waiting.filter((department) => department !== null))).toEqual(new Set(['hrss', 'police', 'civil-affairs', 'healthcare-security', 'academic-affairs']));
  });
});
