import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, caseRows, claim, codeOf, complete, liveTask, replay, submitCase } from '../../../../tests/factories/cases.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let lisi: TestClient;
let qianyi: TestClient;
let wangwu: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  [lisi, qianyi, wangwu] = [await as(test, 'lisi'), await as(test, 'qianyi'), await as(test, 'wangwu')];
});
afterAll(() => test.close());

/** A case that waits for anybody of the department: lisi and qianyi may both assess it. */
async function toAssess() {
  const { id } = await submitCase(test, 'unemployment-benefit');
  await replay(test, id, [{ type: 'complete', task: 'Task_intake', by: 'lisi', outcome: 'accepted' }]);
  return { id, task: await liveTask(test, id, 'Task_assess') };
}

describe('two clerks', () => {
  it('complete one task: one wins, the other is told that it is done', async () => {
    const { id, task } = await toAssess();
    const answers = await Promise.all([complete(lisi, task, { data: { approvedMonths: 12 } }), complete(qianyi, task, { data: { approvedMonths: 24 } })]);
    expect(answers.map((answer) => codeOf(answer) ?? 'done').sort()).toEqual(['TASK_DONE', 'done']);
    expect(await test.ctx.manager.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND type = 'task-completed' AND element = 'Task_assess'`, [id])).toHaveLength(1);
    expect(await test.ctx.manager.query(`SELECT 1 FROM case_task WHERE case_id = $1 AND element = 'Task_approve'`, [id])).toHaveLength(1);
  });

  it('claim one task: one holds it, the other learns who', async () => {
    const { task } = await toAssess();
    const answers = await Promise.all([claim(lisi, task), claim(qianyi, task)]);
    expect(answers.map((answer) => codeOf(answer) ?? 'claimed').sort()).toEqual(['TASK_TAKEN', 'claimed']);
    expect(answers.find((answer) => answer.errors)!.errors![0]!.message).toMatch(/李四|钱一/);
    expect(codeOf(await complete(answers[0]!.errors ? lisi : qianyi, task))).toBe('TASK_TAKEN');
  });

  it('claims again without harm, gives back, and refuses a stale revision', async () => {
    const { task } = await toAssess();
    const held = (await claim(lisi, task)).data!.claimTask;
    expect((await claim(lisi, task)).data!.claimTask).toEqual(held);
    const release = (client: TestClient, rev: number) => client.ask<{ releaseTask: { rev: number; state: string } }>('mutation ($id: ID!, $rev: Int!) { releaseTask(id: $id, rev: $rev) { rev state } }', { id: task.id, rev });
    expect(codeOf(await release(qianyi, held.rev))).toBe('TASK_TAKEN');
    expect((await release(lisi, held.rev)).data!.releaseTask).toEqual({ rev: 3, state: 'OPEN' });
    expect(codeOf(await release(lisi, 3))).toBe('TASK_NOT_CLAIMED');
    expect(codeOf(await claim(qianyi, task))).toBe('CONFLICT');
    expect(codeOf(await complete(qianyi, task))).toBe('CONFLICT');
  });

  it('a manager of the department gives back what an absent colleague holds', async () => {
    const { task } = await toAssess();
    const held = (await claim(lisi, task)).data!.claimTask;
    const release = (client: TestClient) => client.ask('mutation ($id: ID!, $rev: Int!) { releaseTask(id: $id, rev: $rev) { state } }', { id: task.id, rev: held.rev });
    expect(codeOf(await release(wangwu))).toBe('NOT_FOUND');
    expect((await release(await as(test, 'fengbaba'))).data).toEqual({ releaseTask: { state: 'OPEN' } });
  });
});

describe('who may', () => {
  it('shows a clerk of another department nothing, and lets him do nothing', async () => {
    const { id, task } = await toAssess();
    const before = await caseRows(test);
    expect(await wangwu.query('query ($task: ID!, $case: ID!) { task(id: $task) { id } case(id: $case) { id } tasks(filter: {service: "unemployment-benefit"}) { totalItems } cases(filter: {service: "unemployment-benefit"}) { totalItems } }', { task: task.id, case: id })).toEqual({
      task: null, case: null, tasks: { totalItems: 0 }, cases: { totalItems: 0 },
    });
    expect(codeOf(await claim(wangwu, task))).toBe('NOT_FOUND');
    expect(codeOf(await complete(wangwu, task, { data: { approvedMonths: 1 } }))).toBe('NOT_FOUND');
    expect(await caseRows(test)).toEqual(before);
  });

  it('keeps a post’s task from colleagues without the post, who still see the case', async () => {
    const { id } = await submitCase(test, 'unemployment-benefit');
    const task = await liveTask(test, id, 'Task_intake');
    expect(codeOf(await claim(qianyi, task))).toBe('FORBIDDEN');
    expect((await qianyi.query('query ($id: ID!) { task(id: $id) { canClaim canComplete } }', { id: task.id }))).toEqual({ task: { canClaim: false, canComplete: false } });
    expect((await lisi.query('query ($id: ID!) { task(id: $id) { canClaim canComplete } }', { id: task.id }))).toEqual({ task: { canClaim: true, canComplete: true } });
  });

  it('lets auditors and administrators read but not handle, and anonymous callers nothing', async () => {
    const { id, task } = await toAssess();
    for (const username of ['chenjiu', 'zhangsan']) {
      const reader = await as(test, username);
      expect((await reader.query<{ case: { id: string } }>('query ($id: ID!) { case(id: $id) { id } }', { id })).case.id).toBe(id);
      expect(codeOf(await claim(reader, task))).toBe('FORBIDDEN');
    }
    const annotator = await signedIn(test, ['ANNOTATOR']);
    expect(codeOf(await annotator.ask('{ cases { totalItems } }'))).toBe('FORBIDDEN');
  });

  it('masks personal data for everybody', async () => {
    const { id } = await toAssess();
    const data = async (client: TestClient) => (await client.query<{ case: { data: Record<string, string>; applicantId: string } }>('query ($id: ID!) { case(id: $id) { data applicantId } }', { id })).case;
    expect((await data(lisi)).data).toMatchObject({ idNumber: '350702********06', applicantName: '何**' });
    const { data: masked, applicantId } = await data(await as(test, 'chenjiu'));
    expect(masked).toMatchObject({ applicantName: '何**', formerEmployer: '云江晨光电子有限公司' });
    expect(masked['idNumber']).toMatch(/^350702\*+06$/);
    expect(masked['mobile']).toMatch(/^138\*+04$/);
    expect(applicantId).not.toBe('applicant-1');
    const { cases } = await lisi.query<{ cases: { items: { id: string; data: Record<string, string> }[] } }>('query ($ids: [ID!]) { cases(filter: {ids: $ids}) { items { id data } } }', { ids: [id] });
    expect(cases.items[0]!.data['idNumber']).toMatch(/\*/);
  });
});

describe('completing', () => {
  const refused = async (input: Parameters<typeof complete>[2]) => {
    const { id } = await submitCase(test, 'unemployment-benefit');
    const task = await liveTask(test, id, 'Task_intake');
    const before = await caseRows(test);
    const answer = await complete(lisi, task, input);
    expect(await caseRows(test)).toEqual(before);
    return answer.errors![0]!;
  };

  it('refuses a field that the step may only read, and names it', async () => {
    const error = await refused({ outcome: 'accepted', data: { approvedMonths: 24, reviewOpinion: '同意' } });
    expect(error).toMatchObject({ extensions: { code: 'FIELD_NOT_EDITABLE', field: 'input.data.approvedMonths', params: { title: '核定领取月数' } } });
    expect(error.message).toContain('核定领取月数');
  });

  it('takes a read-only field back unchanged', async () => {
    const { id } = await submitCase(test, 'unemployment-benefit');
    expect((await complete(lisi, await liveTask(test, id, 'Task_intake'), { outcome: 'accepted', data: { applicantName: '何青青', reviewOpinion: '同意' } })).errors).toBeUndefined();
  });

  it('refuses unknown and missing outcomes, and a missing comment', async () => {
    expect(await refused({})).toMatchObject({ extensions: { code: 'OUTCOME_REQUIRED', field: 'input.outcome' } });
    expect(await refused({ outcome: 'granted' })).toMatchObject({ extensions: { code: 'OUTCOME_UNKNOWN', field: 'input.outcome' } });
    expect(await refused({ outcome: 'rejected' })).toMatchObject({ extensions: { code: 'COMMENT_REQUIRED', field: 'input.comment' } });
    expect(await refused({ outcome: 'rejected', comment: '  ' })).toMatchObject({ extensions: { code: 'COMMENT_REQUIRED' } });
  });

  it('checks the form again on the server', async () => {
    const { task } = await toAssess();
    const { errors } = await complete(lisi, task, { data: { approvedMonths: 999 } });
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_FORM', field: 'input.data.approvedMonths', details: [expect.objectContaining({ field: 'approvedMonths', code: 'maximum' })] });
  });

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['an unknown field', { salary: 1 }],
    ['half a surrogate pair', { reviewOpinion: 'x\ud800' }],
    ['a zero byte', { reviewOpinion: 'a\0b' }],
    ['wrong types', { reviewOpinion: { toString: 'x' } }],
    ['a long text', { reviewOpinion: '长'.repeat(400_000) }],
    ['a deep one', { reviewOpinion: JSON.parse('['.repeat(200) + ']'.repeat(200)) }],
  ])('refuses %s, and changes nothing', async (_, data) => {
    expect(['INVALID_FORM', 'INVALID_INPUT']).toContain((await refused({ outcome: 'accepted', data })).extensions.code);
  });

  it('lets no prototype key reach the data', async () => {
    const { id } = await submitCase(test, 'unemployment-benefit');
    await complete(lisi, await liveTask(test, id, 'Task_intake'), { outcome: 'accepted', data: JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}') });
    const [row] = await test.ctx.manager.query<{ data: object }[]>('SELECT data FROM service_case WHERE id = $1', [id]);
    expect(Object.keys(row!.data)).not.toEqual(expect.arrayContaining(['admin']));
    expect(Object.keys(row!.data)).not.toEqual(expect.arrayContaining(['constructor']));
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('refuses a zero byte in the comment and 10 MB', async () => {
    expect((await refused({ outcome: 'rejected', comment: 'a\0b' })).extensions.code).toBe('TEXT_NOT_ALLOWED');
    expect((await refused({ outcome: 'rejected', comment: '长'.repeat(3_000) })).extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'comment' });
    const response = await lisi.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ me { id } }', variables: { data: 'x'.repeat(10_000_000) } }) });
    expect(response.status).toBe(413);
  });

  it('answers ids of nothing with NOT_FOUND', async () => {
    for (const id of ['1b4e28ba-2fa1-4d2a-883f-0016d3cca427', 'x']) expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(codeOf(await claim(lisi, { id, rev: 1 })));
    expect(await lisi.query('{ task(id: "x") { id } case(id: "x") { id } }')).toEqual({ task: null, case: null });
  });
});
