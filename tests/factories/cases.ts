import type { FormBody } from '@banshi/bundle';
import { newService, newWorkflow } from '../../workflows/bundle/src/testing/factories.js';
import { CaseReplayService, type ReplayedCommand } from '../../server/src/modules/cases/case-replay.service.js';
import type { ServiceCase } from '../../server/src/modules/cases/service-case.entity.js';
import { SubmissionsService } from '../../server/src/modules/cases/submissions.service.js';
import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import { TestClient } from './client.js';
import { newItem } from './config.js';
import { adoptDrafts } from './sample-hall.js';
import type { TestApp } from './test-app.js';
import { testPassword } from './users.js';

const { cases } = readSampleHall();

/** What the first sample applicant of a service has filled in. */
export const sampleData = (service: string) => structuredClone(cases.find((one) => one.service === service)!.data);

/** Submits an application as the system; the data of the service's first sample case unless given. */
export function submitCase(test: TestApp, service: string, options: { data?: unknown; applicant?: { id: string; name: string }; idempotencyKey?: string; realm?: string } = {}): Promise<ServiceCase> {
  return test.app
    .get(SubmissionsService, { strict: false })
    .submit(test.ctx, { channel: 'hall', service, data: options.data ?? sampleData(service), applicant: { id: 'applicant-1', name: '何青青' }, ...options });
}

/** Lets the sample's clerks do these things, by user name. */
export function replay(test: TestApp, caseId: string, progress: ReplayedCommand[]): Promise<ServiceCase> {
  return test.app.get(CaseReplayService, { strict: false }).replay(test.ctx, caseId, progress);
}

/** A published service of a department with a form and a workflow of its own, beside what the hall shows already. */
export async function publishService(test: TestApp, key: string, department: string, bpmn: string, form: FormBody, otherForms: Record<string, FormBody> = {}): Promise<void> {
  await newItem(test, 'form', `${key}-form`, form);
  for (const [name, body] of Object.entries(otherForms)) await newItem(test, 'form', name, body);
  await newItem(test, 'workflow', `${key}-flow`, newWorkflow(bpmn));
  await newItem(test, 'service', key, newService({ title: `事项 ${key}`, code: key.toUpperCase(), department, form: `${key}-form`, workflow: `${key}-flow` }));
  await adoptDrafts(test);
}

/** Rows of all tables of cases, to show that nothing changed. */
export async function caseRows(test: TestApp): Promise<unknown> {
  const tables = ['service_case', 'case_token', 'case_task', 'case_incident', 'case_event'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await test.ctx.manager.query(`SELECT * FROM ${table} ORDER BY id`));
  return rows;
}

/** The live task of a case at an element. */
export async function liveTask(test: TestApp, caseId: string, element: string): Promise<{ id: string; rev: number }> {
  const [task] = await test.ctx.manager.query<{ id: string; rev: number }[]>(`SELECT id, rev FROM case_task WHERE case_id = $1 AND element = $2 AND state IN ('OPEN', 'CLAIMED')`, [caseId, element]);
  if (!task) throw new Error(`no live task at ${element}`);
  return task;
}

/** A sample person, signed in. */
export const as = (test: TestApp, username: string) => new TestClient(test.url).signIn(username, testPassword);

export const claim = (client: TestClient, task: { id: string; rev: number }) =>
  client.ask<{ claimTask: { id: string; rev: number; state: string } }>('mutation ($id: ID!, $rev: Int!) { claimTask(id: $id, rev: $rev) { id rev state } }', { id: task.id, rev: task.rev });

export const complete = (client: TestClient, task: { id: string; rev: number }, input: { outcome?: string; comment?: string; data?: unknown } = {}) =>
  client.ask<{ completeTask: { id: string; state: string; result: string | null } }>('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { id state result } }', {
    input: { id: task.id, rev: task.rev, ...input },
  });

export const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
