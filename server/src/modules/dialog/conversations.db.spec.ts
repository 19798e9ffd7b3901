import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Chat, textOf } from '../../../../tests/factories/chat.js';
import { HallClient } from '../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { DialogStore } from './dialog-store.js';

let test: TestApp;
let hall: HallClient;
let bundle: string;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  bundle = await adoptDrafts(test);
  hall = await HallClient.create(test);
});
afterAll(() => test.close());

const rows = <T = Record<string, unknown>>(sql: string, parameters: unknown[] = []) => test.ctx.manager.query<T[]>(sql, parameters);
const pension = { applicantName: '张三', mobile: '13812345678', idNumber: '110101198001011232', lastEmployer: '云江纺织厂', insuredMonths: 183, retireOn: '2027-03-01', retirementType: 'special-work', specialWork: '电焊工', payDivision: '110101', bankCard: '6222020200112233446' };

/** Another draft of the pension's form, published. */
async function changeForm(change: (schema: { properties: Record<string, unknown>; required: string[] }, layout: { sections: { fields: { field: string }[] }[] }) => void): Promise<string> {
  const admin = await signedIn(test, ['ADMINISTRATOR']);
  const { configItem: service } = await admin.query<{ configItem: { draft: { body: { form: string } } } }>('{ configItem(kind: "service", key: "basic-pension") { draft { body } } }');
  const key = service.draft.body.form;
  const { configItem } = await admin.query<{ configItem: { draft: { rev: number; body: { schema: never; layout: never } } } }>('query ($key: String!) { configItem(kind: "form", key: $key) { draft { rev body } } }', { key });
  const { body, rev } = configItem.draft;
  change(body.schema, body.layout);
  await admin.query('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { kind: 'form', key, rev, body } });
  return adoptDrafts(test);
}

describe('a turn and what it brings about', () => {
  it('are both kept or neither: a failure at the end leaves no turn and no case', async () => {
    const chat = await Chat.open(await hall.as('citizen-crash'), { service: 'basic-pension' });
    await chat.fill(pension);
    const broken = vi.spyOn(test.app.get(DialogStore, { strict: false }), 'append').mockRejectedValueOnce(new Error('the process ends here'));
    expect((await chat.send({ type: 'text', text: '没问题，提交' }, { 'idempotency-key': 'once' })).status).toBe(500);
    broken.mockRestore();
    expect(await rows(`SELECT 1 FROM service_case WHERE applicant_id = 'citizen-crash'`)).toHaveLength(0);
    expect(await chat.turns()).toHaveLength(2);
    const again = await chat.send({ type: 'text', text: '没问题，提交' }, { 'idempotency-key': 'once' });
    expect(again.body.reply.blocks.some(({ type }) => type === 'case')).toBe(true);
    expect(await rows(`SELECT 1 FROM service_case WHERE applicant_id = 'citizen-crash'`)).toHaveLength(1);
  });

  it('says what the office refuses, and keeps the form', async () => {
    const chat = await Chat.open(await HallClient.create(test, { scopes: ['hall.chat'] }).then((one) => one.as('citizen-2')), { service: 'basic-pension' });
    await chat.fill(pension);
    const answer = await chat.say('提交');
    expect(textOf(answer.reply)).toContain('不能提交办件');
    expect(answer.state).toMatchObject({ service: 'basic-pension', data: pension });
  });

  it('cannot be changed afterwards', async () => {
    await Chat.open(hall);
    await expect(rows(`UPDATE dialog_turn SET bundle = bundle`)).rejects.toThrow('append-only');
  });
});

describe('a release while people talk', () => {
  it('carries the conversation over, says what changed, and keeps what still fits', async () => {
    const chat = await Chat.open(hall, { service: 'basic-pension' });
    await chat.fill({ applicantName: '张三', lastEmployer: '云江纺织厂' });
    const next = await changeForm((schema, layout) => {
      delete schema.properties['lastEmployer'];
      schema.required = schema.required.filter((name) => name !== 'lastEmployer');
      for (const section of layout.sections) section.fields = section.fields.filter(({ field }) => field !== 'lastEmployer');
      schema.properties['archiveNumber'] = { type: 'string', title: '档案编号', maxLength: 20 };
      schema.required.push('archiveNumber');
      layout.sections[0]!.fields.push({ field: 'archiveNumber' });
    });
    await expect.poll(async () => (await hall.get('/bundle')).headers.get('x-banshi-bundle')).toBe(next);
    expect(await rows(`SELECT bundle FROM dialog_session WHERE id = $1`, [chat.id])).toEqual([{ bundle }]);
    const again = await hall.post<{ reply: never; bundle: string; state: { data: object } }>('/chat/sessions', { session: chat.id });
    expect(again.body.bundle).toBe(next);
    expect(textOf(again.body.reply)).toContain('档案编号');
    expect(again.body.state.data).toEqual({ applicantName: '张三' });
    expect(await rows(`SELECT n, bundle FROM dialog_turn WHERE session = $1 ORDER BY n`, [chat.id])).toEqual([{ n: 0, bundle }, { n: 1, bundle }, { n: 2, bundle: next }]);
    // Said once.
    const third = await hall.post<{ turn: number }>('/chat/sessions', { session: chat.id });
    expect(third.body.turn).toBe(2);
  });

  it('keeps a bundle that a conversation stands on', async () => {
    await expect(test.ctx.transaction((tx) => tx.manager.query(`SET LOCAL session_replication_role = DEFAULT`).then(() => tx.manager.query(`DELETE FROM bundle WHERE sha256 = $1`, [bundle])))).rejects.toThrow();
  });
});

describe('a form from a paragraph', () => {
  it('is filled without a conversation', async () => {
    const { body, status } = await hall.post<{ service: object; data: object; errors: { message: string }[] }>('/prefill', { text: '我叫张三，想申请退休金，身份证号110101198001011234，手机13812345678' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ service: { key: 'basic-pension' }, data: { applicantName: '张三', mobile: '13812345678', idNumber: '110101198001011234' } });
    expect(body.errors[0]!.message).toContain('末位应为 2');
    expect(await rows(`SELECT 1 FROM dialog_turn WHERE content::text LIKE '%想申请退休金，身份证号%'`)).toHaveLength(0);
    expect((await hall.post('/prefill', { text: '' })).body.error!.code).toBe('MESSAGE_MISSING');
    expect((await hall.post('/prefill', { text: '你好', service: 'nothing' })).body.error!.code).toBe('SERVICE_NOT_FOUND');
  });
});

describe('what the hall’s document promises', () => {
  it('names the calls of conversations', () => {
    const text = readFileSync(new URL('../../../../docs/hall-api.md', import.meta.url), 'utf8');
    for (const call of ['/chat/sessions', '/turns', '/events', '/chat/suggestions', '/prefill']) expect(text).toContain(call);
  });
});
