import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawBpmn, end, flow, gateway, start, task } from '../../../../workflows/bundle/src/testing/draw-bpmn.js';
import { newForm } from '../../../../workflows/bundle/src/testing/factories.js';
import { as, caseRows, codeOf, complete, liveTask, publishService, submitCase } from '../../../../tests/factories/cases.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';

const assigned = (id: string, assignment: string) => task(id).replace('candidateGroups="role:clerk"', assignment);

let test: TestApp;
let admin: TestClient;
let lisi: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  const form = newForm({
    fields: { name: { type: 'string', title: '姓名', maxLength: 50 }, amount: { type: 'integer', title: '申请金额', 'x-type': 'money', minimum: 0 }, since: { type: 'string', format: 'date', title: '起始日期' } },
  });
  const byAmount = drawBpmn(
    start(),
    gateway('Decide', 'Small'),
    task('Large', { name: '大额审批' }),
    task('Usual', { name: '一般审批' }),
    end('EndLarge'),
    end('EndUsual'),
    flow('Begin', 'Start', 'Decide'),
    flow('Big', 'Decide', 'Large', 'amount > 100'),
    flow('Small', 'Decide', 'Usual'),
    flow('LargeDone', 'Large', 'EndLarge'),
    flow('UsualDone', 'Usual', 'EndUsual'),
  );
  const byDate = byAmount.replace('amount &gt; 100', 'since &gt; date(&quot;2026-01-01&quot;)').replace('Process"', 'ProcessByDate"');
  const both = drawBpmn(
    start({ access: { checked: 'hidden' } }),
    '<bpmn:parallelGateway id="Fork" />',
    task('Police', { name: '核查', form: 'check-form', defaultAccess: 'edit', access: { name: 'read' } }).replace('role:clerk', 'department:police'),
    task('Office', { name: '受理', access: { amount: 'edit' } }).replace('role:clerk', 'department:$service'),
    '<bpmn:parallelGateway id="Join" />',
    end('End'),
    flow('A', 'Start', 'Fork'), flow('B', 'Fork', 'Police'), flow('C', 'Fork', 'Office'), flow('D', 'Police', 'Join'), flow('E', 'Office', 'Join'), flow('F', 'Join', 'End'),
  );
  const named = drawBpmn(start(), assigned('First', 'assignee="lisi"'), assigned('Second', 'assignee="nobody"'), task('Third', { name: '终审' }), end('End'), flow('A', 'Start', 'First'), flow('B', 'First', 'Second'), flow('C', 'Second', 'Third'), flow('D', 'Third', 'End'));
  await publishService(test, 'by-amount', 'hrss', byAmount, form);
  await publishService(test, 'by-date', 'hrss', byDate, form);
  await publishService(test, 'in-parallel', 'hrss', both, form, { 'check-form': newForm({ fields: { checked: { type: 'boolean', title: '已核查' }, remark: { type: 'string', title: '备注', maxLength: 20 } } }) });
  await publishService(test, 'by-name', 'hrss', named, form);
  [admin, lisi] = [await as(test, 'zhangsan'), await as(test, 'lisi')];
});
afterAll(() => test.close());

interface Incident {
  id: string;
  code: string;
  state: string;
  elementTitle: string;
  message: string;
}
const page = async (client: TestClient, id: string) =>
  (await client.query<{ case: { state: string; result: string | null; incidents: Incident[]; diagram: { active: string[] }; history: { type: string; comment: string | null; detail: Record<string, unknown> }[] } }>(
    'query ($id: ID!) { case(id: $id) { state result incidents { id code state elementTitle message } diagram { active } history { type comment detail } } }', { id })).case;
const retry = (client: TestClient, id: string, data?: unknown) =>
  client.ask<{ retryIncident: { state: string } }>('mutation ($id: ID!, $data: JSON) { retryIncident(id: $id, data: $data, reason: "补填金额") { state } }', { id, data });

describe('an incident', () => {
  it('stops the case where a condition cannot be decided, says why, and goes on once the data is mended', async () => {
    const { id, state } = await submitCase(test, 'by-amount', { data: { name: '张三' } });
    expect(state).toBe('INCIDENT');
    const { incidents, diagram } = await page(lisi, id);
    expect(incidents).toEqual([expect.objectContaining({ code: 'condition-failed', state: 'OPEN', elementTitle: 'Decide' })]);
    expect(incidents[0]!.message).toMatch(/amount > 100/);
    expect(diagram.active).toEqual(['Decide']);

    expect((await retry(admin, incidents[0]!.id)).data!.retryIncident.state).toBe('INCIDENT');
    expect(codeOf(await retry(admin, incidents[0]!.id))).toBe('INCIDENT_RESOLVED');
    const open = (await page(admin, id)).incidents.find((incident) => incident.state === 'OPEN')!;
    const before = await caseRows(test);
    expect(codeOf(await retry(lisi, open.id, { amount: 200 }))).toBe('FORBIDDEN');
    expect(codeOf(await retry(admin, open.id, { amount: -1 }))).toBe('INVALID_FORM');
    expect(codeOf(await retry(admin, open.id, { nothing: 1 }))).toBe('INVALID_FORM');
    expect(codeOf(await retry(admin, open.id, 'x'))).toBe('INVALID_FORM');
    expect(await caseRows(test)).toEqual(before);
    expect((await retry(admin, open.id, { amount: 200 })).data!.retryIncident.state).toBe('RUNNING');
    const mended = await page(admin, id);
    expect(mended.diagram.active).toEqual(['Large']);
    expect(mended.history.at(-1)).toMatchObject({ type: 'incident-retried', comment: '补填金额', detail: { fields: ['amount'] } });
    expect(JSON.stringify(mended.history)).not.toContain('200');
  });

  it('does not arise where dates are compared as dates', async () => {
    const at = async (since: string) => (await page(admin, (await submitCase(test, 'by-date', { data: { name: '张三', since } })).id)).diagram.active;
    expect(await at('2026-05-01')).toEqual(['Large']);
    expect(await at('2025-05-01')).toEqual(['Usual']);
  });
});

describe('parallel branches', () => {
  it('are done by their departments, each with its own form, and join', async () => {
    const wangwu = await as(test, 'wangwu');
    const { id } = await submitCase(test, 'in-parallel', { data: { name: '张三', amount: 5 } });
    const police = await liveTask(test, id, 'Police');
    const office = await liveTask(test, id, 'Office');
    expect(codeOf(await complete(lisi, police))).toBe('FORBIDDEN');
    expect(codeOf(await complete(wangwu, office))).toBe('FORBIDDEN');
    expect(codeOf(await complete(wangwu, police, { data: { amount: 6 } }))).toBe('INVALID_FORM');
    const answers = await Promise.all([complete(wangwu, police, { data: { checked: true } }), complete(lisi, office, { data: { amount: 7 } })]);
    expect(answers.map(codeOf)).toEqual([undefined, undefined]);
    expect(await page(admin, id)).toMatchObject({ state: 'COMPLETED', result: 'granted', diagram: { active: [] } });
    const [row] = await test.ctx.manager.query<{ data: unknown }[]>('SELECT data FROM service_case WHERE id = $1', [id]);
    expect(row!.data).toEqual({ name: '张三', amount: 7, since: null, checked: true, remark: null });
  });
});

describe('assignment by name', () => {
  it('gives the task to that person, and to the department when nobody has the name', async () => {
    const { id } = await submitCase(test, 'by-name', { data: { name: '张三' } });
    const qianyi = await as(test, 'qianyi');
    const first = await liveTask(test, id, 'First');
    expect(codeOf(await complete(qianyi, first))).toBe('FORBIDDEN');
    expect(codeOf(await complete(lisi, first))).toBeUndefined();
    expect(codeOf(await complete(qianyi, await liveTask(test, id, 'Second')))).toBeUndefined();
    // role:clerk reaches the clerks of the case's department alone.
    const third = await liveTask(test, id, 'Third');
    expect(codeOf(await complete(await as(test, 'wangwu'), third))).toBe('NOT_FOUND');
    expect(codeOf(await complete(qianyi, third))).toBeUndefined();
  });
});

describe('cancelling', () => {
  it('ends the case as withdrawn with its tasks, needs a reason and the right to', async () => {
    const { id } = await submitCase(test, 'in-parallel', { data: { name: '张三' } });
    const cancel = (client: TestClient, reason: string) => client.ask<{ cancelCase: { state: string; result: string } }>('mutation ($id: ID!, $reason: String!) { cancelCase(id: $id, reason: $reason) { state result } }', { id, reason });
    expect(codeOf(await cancel(lisi, '重复提交'))).toBe('FORBIDDEN');
    expect(codeOf(await cancel(admin, ' '))).toBe('REASON_REQUIRED');
    const office = await liveTask(test, id, 'Office');
    expect((await cancel(admin, '重复提交')).data!.cancelCase).toEqual({ state: 'CANCELLED', result: 'withdrawn' });
    expect(codeOf(await cancel(admin, '重复提交'))).toBe('CASE_ENDED');
    expect(codeOf(await complete(lisi, office))).toBe('TASK_DONE');
    expect((await page(admin, id)).history.at(-1)).toMatchObject({ type: 'cancelled', comment: '重复提交' });
    expect(await test.ctx.manager.query(`SELECT 1 FROM audit_entry WHERE detail::text LIKE '%重复提交%'`)).toEqual([]);
  });
});
