import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat, textOf } from '../../../../tests/factories/chat.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { HallClient } from '../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { firstOf } from '../../../../tests/factories/subscription.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import type { ChatTurn } from './conversations.service.js';

let test: TestApp;
let hall: HallClient;
let lisi: TestClient;
let wangwu: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  hall = await HallClient.create(test);
  lisi = await signedIn(test, ['CLERK'], { name: '李四' });
  wangwu = await signedIn(test, ['CLERK'], { name: '王五' });
});
afterAll(() => test.close());

interface Conversation {
  id: string;
  mode: string;
  reason: string | null;
  applicantName: string | null;
  lastText: string | null;
  service: { key: string; title: string } | null;
  clerk: { name: string } | null;
  turns: ChatTurn[];
  fields: { field: string; display: string }[];
  state: { data: Record<string, unknown> };
}
const listed = 'id mode reason applicantName lastText service { key title } clerk { name }';
const whole = `${listed} turns fields state`;
const one = async (client: TestClient, id: string) => (await client.query<{ deskConversation: Conversation | null }>(`query ($id: ID!) { deskConversation(id: $id) { ${whole} } }`, { id })).deskConversation;
const waiting = async (client: TestClient, scope = 'WAITING') => (await client.query<{ deskConversations: { items: Conversation[] } }>(`query ($scope: DeskScope!) { deskConversations(scope: $scope, take: 100) { items { ${listed} } } }`, { scope })).deskConversations.items;
const act = (client: TestClient, mutation: string, variables: Record<string, string>) => {
  const names = Object.keys(variables).filter((name) => name !== 'id');
  return client.ask<Record<string, Conversation>>(`mutation ($id: ID!${names.map((name) => `, $${name}: String!`).join('')}) { ${mutation}(id: $id${names.map((name) => `, ${name}: $${name}`).join('')}) { ${whole} } }`, variables);
};

/** A conversation about a pension that wants a person. */
async function handedOver(applicant = 'citizen-1'): Promise<Chat> {
  const chat = await Chat.open(await hall.as(applicant), { service: 'basic-pension' });
  await chat.fill({ applicantName: '张三', idNumber: '110101198001011232' });
  const answer = await chat.choose('person');
  expect(answer.state.mode).toBe('waiting');
  return chat;
}

describe('the clerk’s desk', () => {
  it('takes a conversation over with everything in it, and gives it back', async () => {
    const chat = await handedOver();
    const [listedOne] = (await waiting(lisi)).filter(({ id }) => id === chat.id);
    expect(listedOne).toMatchObject({ mode: 'WAITING', reason: 'asked', applicantName: '张三', service: { key: 'basic-pension' }, clerk: null });
    expect(JSON.stringify(listedOne)).not.toContain('110101198001011232');

    const claimed = (await act(lisi, 'claimConversation', { id: chat.id })).data!['claimConversation']!;
    expect(claimed).toMatchObject({ mode: 'CLERK', clerk: { name: '李四' }, state: { data: { applicantName: '张三', idNumber: '110101198001011232' } } });
    expect(claimed.fields.map(({ field }) => field)).toContain('applicantName');
    expect(claimed.turns.map(({ from }) => from)).toEqual(['system', 'citizen', 'citizen', 'system']);
    expect((await act(wangwu, 'claimConversation', { id: chat.id })).errors?.[0]?.extensions).toMatchObject({ code: 'ALREADY_CLAIMED', params: { name: '李四' } });
    expect((await act(wangwu, 'answerConversation', { id: chat.id, text: '您好' })).errors?.[0]?.extensions.code).toBe('NOT_YOURS');

    await act(lisi, 'answerConversation', { id: chat.id, text: '您好，请问缺哪份材料？' });
    expect((await chat.turns(chat.seen)).at(-1)).toMatchObject({ from: 'clerk', by: '李四', said: '您好，请问缺哪份材料？' });
    const silent = await chat.send({ type: 'text', text: '我的档案在老单位' });
    expect(silent.body).toMatchObject({ said: '我的档案在老单位', reply: { blocks: [], quickReplies: [] }, state: { mode: 'clerk' } });
    const filled = await chat.send({ type: 'fill', values: { lastEmployer: '云江纺织厂' } });
    expect(filled.body).toMatchObject({ reply: { blocks: [] }, state: { data: { lastEmployer: '云江纺织厂' }, mode: 'clerk' } });
    expect((await one(lisi, chat.id))!.turns.at(-2)).toMatchObject({ said: '我的档案在老单位' });

    const back = (await act(lisi, 'handBackConversation', { id: chat.id, note: '档案已核实，可以继续填报' })).data!['handBackConversation']!;
    expect(back).toMatchObject({ mode: 'ASSISTANT', clerk: null });
    const last = (await chat.turns()).at(-1)!;
    expect(textOf(last.reply)).toContain('档案已核实');
    chat.seen = last.turn;
    const on = await chat.say('手机号13812345678');
    expect(on.state).toMatchObject({ mode: 'assistant', data: { mobile: '13812345678', lastEmployer: '云江纺织厂' } });
  });

  it('lets one of two clerks have it who reach for it at once', async () => {
    const chat = await handedOver('citizen-2');
    const answers = await Promise.all([lisi, wangwu].map((client) => act(client, 'claimConversation', { id: chat.id })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'claimed').sort()).toEqual(['ALREADY_CLAIMED', 'claimed']);
  });

  it('lets the citizen stop waiting', async () => {
    const chat = await handedOver('citizen-3');
    expect((await chat.send({ type: 'text', text: '还有人吗' })).body.reply.blocks).toEqual([]);
    const back = await chat.choose('assistant');
    expect(back.state.mode).toBe('assistant');
    expect(back.reply.blocks.length).toBeGreaterThan(0);
    expect((await act(lisi, 'claimConversation', { id: chat.id })).errors?.[0]?.extensions.code).toBe('NOT_WAITING');
  });

  it('ends a conversation for good', async () => {
    const chat = await handedOver('citizen-4');
    await act(lisi, 'claimConversation', { id: chat.id });
    expect((await act(lisi, 'endConversation', { id: chat.id })).data!['endConversation']!.mode).toBe('ENDED');
    expect((await chat.send({ type: 'text', text: '还有一个问题' })).body.error!.code).toBe('SESSION_ENDED');
    expect((await hall.as('citizen-4').then((own) => own.post('/chat/sessions', { session: chat.id }))).body.error!.code).toBe('SESSION_ENDED');
    expect(await chat.turns()).not.toHaveLength(0);
  });

  it('is told live, and counts what waits', async () => {
    const before = (await lisi.query<{ deskInbox: { waiting: number; mine: number } }>('{ deskInbox { waiting mine } }')).deskInbox;
    let id = '';
    const events = await firstOf<{ deskChanged: { id: string; mode: string } }>(lisi, 'subscription { deskChanged { id mode } }', {}, 1, async () => (id = (await handedOver('citizen-5')).id));
    expect(events).toEqual([{ deskChanged: { id, mode: 'WAITING' } }]);
    expect((await lisi.query<{ deskInbox: { waiting: number } }>('{ deskInbox { waiting } }')).deskInbox.waiting).toBe(before.waiting + 1);
  });

  it('is for clerks, of the department that the service belongs to', async () => {
    const chat = await handedOver('citizen-6');
    const [unit] = await test.ctx.manager.query<{ id: string }[]>(`SELECT id FROM org_unit WHERE key = 'civil-affairs'`);
    const other = await signedIn(test, ['CLERK'], { scopeId: unit!.id });
    expect((await waiting(other)).map(({ id }) => id)).not.toContain(chat.id);
    expect(await one(other, chat.id)).toBeNull();
    expect((await act(other, 'claimConversation', { id: chat.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    expect((await admin.ask('{ deskInbox { waiting } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // A conversation that wants no person is nobody's to read.
    const quiet = await Chat.open(hall, { service: 'basic-pension' });
    expect(await one(lisi, quiet.id)).toBeNull();
  });

  it('audits who reads what is not his', async () => {
    const chat = await handedOver('citizen-7');
    await one(wangwu, chat.id);
    const entries = await test.ctx.manager.query<{ actor_name: string }[]>(`SELECT actor_name FROM audit_entry WHERE action = 'desk.read' AND target_key = $1`, [chat.id]);
    expect(entries.map((entry) => entry.actor_name)).toEqual(['王五']);
  });
});
