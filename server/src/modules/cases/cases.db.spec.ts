import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, complete, replay, submitCase } from '../../../../tests/factories/cases.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { readSampleHall } from '../../sample/sample-hall.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
});
afterAll(() => test.close());

interface Task {
  id: string;
  rev: number;
  title: string;
  element: string;
  state: string;
  canClaim: boolean;
  canComplete: boolean;
  outcomes: { value: string; title: string; requireComment: boolean }[];
  access: { default: string; fields: Record<string, string> };
  case: { id: string; number: string; data: Record<string, unknown> };
}
const taskFields = 'id rev title element state canClaim canComplete outcomes { value title requireComment } access case { id number data }';
const openTask = async (client: TestClient, number: string) =>
  (await client.query<{ tasks: { items: Task[] } }>(`query ($q: String!) { tasks(filter: {q: $q, state: OPEN}) { items { ${taskFields} } } }`, { q: number })).tasks.items[0]!;

describe('a case from start to end', () => {
  it('is submitted, claimed, completed step by step, and ends as granted', async () => {
    const { number, id } = await submitCase(test, 'unemployment-benefit');
    expect(number).toMatch(/^20\d{11}$/);
    const lisi = await as(test, 'lisi');
    const task = await openTask(lisi, number);
    expect(task).toMatchObject({ title: '受理审查', canClaim: true, canComplete: true, access: { default: 'read', fields: { reviewOpinion: 'edit' } } });
    expect(task.outcomes.map((outcome) => outcome.value)).toEqual(['accepted', 'supplement', 'rejected']);

    const { claimTask } = await lisi.query<{ claimTask: { state: string; rev: number; assignee: { name: string } } }>('mutation ($id: ID!, $rev: Int!) { claimTask(id: $id, rev: $rev) { state rev assignee { name } } }', { id: task.id, rev: task.rev });
    expect(claimTask).toEqual({ state: 'CLAIMED', rev: 2, assignee: { name: '李四' } });
    expect((await complete(lisi, { id: task.id, rev: 2 }, { outcome: 'accepted', data: { reviewOpinion: '材料齐全。' } })).data!.completeTask).toMatchObject({ state: 'RUNNING', result: null });

    const assess = await openTask(lisi, number);
    await complete(lisi, assess, { data: { approvedMonths: 12, monthlyAmount: 165000 } });
    const qianyi = await as(test, 'qianyi');
    const approve = await openTask(qianyi, number);
    expect((await complete(qianyi, approve, { outcome: 'approved' })).data!.completeTask).toMatchObject({ state: 'COMPLETED', result: 'granted' });

    const page = await qianyi.query<{ case: { history: { type: string; actor: { name: string; kind: string }; outcomeTitle: string | null; detail: { fields?: string[] } }[]; diagram: { bpmn: string; active: string[]; done: string[] }; completedAt: string; data: Record<string, unknown> } }>(
      'query ($id: ID!) { case(id: $id) { completedAt data history { type actor { name kind } outcomeTitle detail } diagram { bpmn active done } } }',
      { id },
    );
    expect(page.case.history.map((event) => [event.type, event.actor.name, event.outcomeTitle])).toEqual([
      ['started', '何青青', null],
      ['task-claimed', '李四', null],
      ['task-completed', '李四', '受理'],
      ['task-completed', '李四', null],
      ['task-completed', '钱一', '同意发放'],
      ['completed', '钱一', null],
    ]);
    expect(page.case.history[2]!.detail.fields).toEqual(['reviewOpinion']);
    expect(page.case.diagram.active).toEqual([]);
    expect(page.case.diagram.done).toEqual(expect.arrayContaining(['Start', 'Task_intake', 'Flow_Gateway_intake_Task_assess', 'End_granted']));
    expect(page.case.data).toMatchObject({ approvedMonths: 12, monthlyAmount: 165000 });
  });

  it.each(readSampleHall().cases.map((one, index) => [`${one.service} of ${one.applicant.name}`, one, index] as const))('%s goes as its clerks did', async (_, one) => {
    const { id } = await submitCase(test, one.service, { data: one.data, applicant: one.applicant });
    const after = await replay(test, id, one.progress);
    expect(['RUNNING', 'COMPLETED']).toContain(after.state);
    const tokens = await test.ctx.manager.query<unknown[]>('SELECT 1 FROM case_token WHERE case_id = $1', [id]);
    expect(tokens.length > 0).toBe(after.state === 'RUNNING');
  });

  it('goes every way of the branches by data: a large subsidy asks one more person', async () => {
    const small = await submitCase(test, 'startup-subsidy');
    await replay(test, small.id, [{ type: 'complete', task: 'Task_intake', by: 'lisi', outcome: 'accepted' }]);
    const tasks = await test.ctx.manager.query<{ element: string }[]>(`SELECT element FROM case_task WHERE case_id = $1 AND state = 'OPEN' ORDER BY element`, [small.id]);
    expect(tasks.length).toBeGreaterThan(1);
  });
});
