import { afterAll, beforeAll, expect, it } from 'vitest';
import { Chat } from '../../../../tests/factories/chat.js';
import { HallClient } from '../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { PersonalDataService } from '../privacy/personal-data.service.js';
import { VaultService } from '../privacy/vault.service.js';
import { DialogPersonalData } from './dialog-personal-data.js';

const id = '110101198001011232';
let test: TestApp;
let hall: HallClient;
let chat: Chat;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  hall = await (await HallClient.create(test)).as('citizen-1');
  chat = await Chat.open(hall, { service: 'basic-pension' });
  await chat.say(`我叫欧阳明月，身份证号是${id}，想申请退休金`);
  await chat.choose('person');
});
afterAll(() => test.close());

const rows = <T = Record<string, unknown>>(sql: string, parameters: unknown[] = []) => test.ctx.manager.query<T[]>(sql, parameters);
const source = () => test.app.get(DialogPersonalData, { strict: false });

it('keeps nothing readable of what was said', async () => {
  for (const table of ['dialog_session', 'dialog_turn', 'dialog_fact', 'dialog_question']) {
    const found = await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%${id}%' OR t::text LIKE '%欧阳明月%'`);
    expect(found[0]!.n, table).toBe(0);
  }
  expect((await chat.turns())[1]).toMatchObject({ said: expect.stringContaining(id) });
});

it('is found by the number that stands in the form, in any spelling', async () => {
  const owners = await test.app.get(VaultService, { strict: false }).ownersOf(test.ctx, '１１０１０１ 19800101 1232');
  expect(owners).toContainEqual({ kind: 'dialog', id: chat.id });
  const [found] = await test.app.get(PersonalDataService, { strict: false }).find(test.ctx, id);
  expect(found).toMatchObject({ realm: 'hall', applicantId: 'citizen-1' });
});

it('is handed out to its owner, and erased for good', async () => {
  const [part] = await source().export(test.ctx, chat.id);
  expect(JSON.stringify(part)).toContain(id);
  expect(await test.ctx.transaction((tx) => source().erase(tx, [chat.id]))).toEqual({ erased: [chat.id], kept: [] });
  expect(await rows(`SELECT 1 FROM dialog_turn WHERE session = $1`, [chat.id])).toEqual([]);
  expect(await rows(`SELECT applicant_id, mode, note FROM dialog_session WHERE id = $1`, [chat.id])).toEqual([{ applicant_id: null, mode: 'ENDED', note: null }]);
  for (const answer of [await hall.get(`/chat/sessions/${chat.id}`), await chat.send({ type: 'text', text: '你好' })]) expect([answer.status, answer.body.error!.code]).toEqual([410, 'SESSION_ERASED']);
  expect(await source().holdings(test.ctx, { realm: 'hall', applicantId: 'citizen-1' })).toEqual([]);
});

it('names what nobody has touched for long', async () => {
  const old = await Chat.open(hall);
  await rows(`UPDATE dialog_session SET updated_at = now() - interval '1 year' WHERE id = $1`, [old.id]);
  expect(await source().expired(test.ctx, new Date(Date.now() - 86_400_000), 10)).toEqual([old.id]);
});
