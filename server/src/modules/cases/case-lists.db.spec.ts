import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, claim, codeOf, liveTask, replay, submitCase } from '../../../../tests/factories/cases.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { firstOf } from '../../../../tests/factories/subscription.js';
import { countQueries } from '../../../../tests/factories/config.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { readSampleHall } from '../../sample/sample-hall.js';

let test: TestApp;
let admin: TestClient;
let lisi: TestClient;
const numbers: string[] = [];
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  for (const one of readSampleHall().cases) {
    const { id, number } = await submitCase(test, one.service, { data: one.data, applicant: one.applicant });
    await replay(test, id, one.progress);
    numbers.push(number);
  }
  [admin, lisi] = [await as(test, 'zhangsan'), await as(test, 'lisi')];
});
afterAll(() => test.close());

const cases = async (client: TestClient, filter: Record<string, unknown> = {}, sort?: unknown) =>
  (await client.query<{ cases: { totalItems: number; items: { number: string; applicantName: string; serviceTitle: string; department: { key: string } }[] } }>(
    'query ($filter: CaseFilter, $sort: SortInput) { cases(filter: $filter, sort: $sort) { totalItems items { number applicantName serviceTitle department { key } } } }', { filter, sort })).cases;
const tasks = async (client: TestClient, filter: Record<string, unknown> = {}) =>
  (await client.query<{ tasks: { totalItems: number; items: { title: string; state: string }[] } }>('query ($filter: TaskFilter) { tasks(filter: $filter) { totalItems items { title state } } }', { filter })).tasks;

describe('lists of cases', () => {
  it('are found by number, title, name and pinyin initials', async () => {
    expect((await cases(admin, { q: numbers[1] })).items.map((item) => item.applicantName)).toEqual(['钱多多']);
    expect((await cases(admin, { q: '失业 多多' })).items.map((item) => item.applicantName)).toEqual(['钱多多']);
    expect((await cases(admin, { q: 'qdd' })).items.map((item) => item.applicantName)).toEqual(['钱多多']);
    expect((await cases(admin, { q: 'sybxj' })).totalItems).toBe(3);
    expect((await cases(admin, { q: "%' OR 1=1 --" })).totalItems).toBe(0);
    expect((await cases(admin, { q: '\0' })).totalItems).toBe(numbers.length);
  });

  it('are filtered, sorted and bounded by department', async () => {
    expect((await cases(admin)).totalItems).toBe(numbers.length);
    expect(new Set((await cases(lisi)).items.map((item) => item.department.key))).toEqual(new Set(['hrss']));
    expect((await cases(admin, { service: 'student-leave', state: 'COMPLETED' })).items.map((item) => item.applicantName)).toEqual(['王小明']);
    expect((await cases(admin, { from: '2999-01-01T00:00:00Z' })).totalItems).toBe(0);
    expect((await cases(admin, {}, { field: 'number', order: 'ASC' })).items[0]!.number).toBe([...numbers].sort()[0]);
    expect(codeOf(await admin.ask('{ cases(sort: {field: "data", order: ASC}) { totalItems } }'))).toBe('INVALID_INPUT');
    expect(codeOf(await admin.ask('{ cases(filter: {ids: ["x"]}) { totalItems } }'))).toBe('INVALID_INPUT');
  });

  it('cost the same number of queries whatever their length', async () => {
    const read = (take: number) => admin.query(`{ cases(take: ${take}) { items { number data department { title } tasks { title assignee { name } outcomes { title } canClaim } incidents { message } history { type } } } }`);
    await read(200);
    expect(await countQueries(test, () => read(200))).toBeLessThanOrEqual(await countQueries(test, () => read(2)));
    const inbox = (take: number) => lisi.query(`{ tasks(take: ${take}) { items { title access form outcomes { title } canClaim canComplete assignee { name } case { number data department { title } } } } }`);
    await inbox(200);
    expect(await countQueries(test, () => inbox(200))).toBeLessThanOrEqual(await countQueries(test, () => inbox(5)));
  });
});

describe('the inbox', () => {
  it('shows what I may claim and what I hold', async () => {
    const open = await tasks(lisi, { state: 'OPEN' });
    expect(open.items.map((item) => item.title)).toContain('受理审查');
    expect((await tasks(lisi, { state: 'CLAIMED', mine: true })).totalItems).toBeGreaterThan(0);
    expect((await tasks(lisi, { mine: true, state: 'COMPLETED' })).totalItems).toBeGreaterThan(2);
    expect(codeOf(await admin.ask('{ tasks { totalItems } }'))).toBe('FORBIDDEN');
  });

  it('tells what waits for me from what waits for a colleague', async () => {
    const { inbox } = await lisi.query<{ inbox: { tasks: number } }>('{ inbox { tasks } }');
    const waiting = await lisi.query<{ tasks: { totalItems: number; items: { state: string; assignee: { id: string } | null }[] } }>('{ me { id } tasks(take: 200, filter: { waiting: true }) { totalItems items { state assignee { id } } } }');
    expect(waiting.tasks.totalItems).toBe(inbox.tasks);
    expect(new Set(waiting.tasks.items.map(({ state }) => state))).toEqual(new Set(['OPEN', 'CLAIMED']));
    expect(new Set(waiting.tasks.items.flatMap(({ assignee }) => assignee?.id ?? []))).toEqual(new Set([(waiting as unknown as { me: { id: string } }).me.id]));
  });

  it('counts, and says so when it changes', async () => {
    const counts = async () => (await lisi.query<{ inbox: { tasks: number; mine: number; open: number } }>('{ inbox { tasks mine open } }')).inbox;
    const before = await counts();
    const results = await firstOf<{ inboxChanged: { tasks: number; mine: number } }>(lisi, 'subscription { inboxChanged { tasks mine } }', {}, 2, async () => {
      const { id } = await submitCase(test, 'unemployment-benefit');
      expect(await counts()).toEqual({ tasks: before.tasks + 1, mine: before.mine, open: before.open + 1 });
      await claim(lisi, await liveTask(test, id, 'Task_intake'));
    });
    expect(results.at(-1)!.inboxChanged).toEqual({ tasks: before.tasks + 1, mine: before.mine + 1 });
    expect(await counts()).toEqual({ tasks: before.tasks + 1, mine: before.mine + 1, open: before.open });
  });
});
