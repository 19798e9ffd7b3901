import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HallChatClient } from '../client/hall-chat-client.js';
import { FakeHall, says } from '../testing/fake-hall.js';
import { Conversation } from './conversation.js';
import { SessionMemory } from './session-memory.js';

let open: Conversation[] = [];
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  for (const conversation of open) conversation.stop();
  open = [];
  vi.useRealTimers();
});

async function start(hall: FakeHall, service?: string) {
  const conversation = new Conversation(new HallChatClient({ base: '/hall/v1', fetch: hall.fetch }), new SessionMemory('test', 'device'), { onChange: () => undefined });
  open.push(conversation);
  await conversation.start(service);
  return conversation;
}
const texts = (conversation: Conversation) => conversation.entries.map((entry) => entry.text || entry.blocks.map((block) => (block.type === 'text' ? block.text : block.type)).join(' '));
const settled = (conversation: Conversation) => vi.waitFor(() => expect(conversation.queued).toBe(0));
const echo = () => new FakeHall((input) => ({ reply: says(input.type === 'text' ? `收到 ${input.text}` : input.type === 'choose' ? `选了 ${input.payload}` : '已填') }));
const turnsOf = (hall: FakeHall) => hall.calls.filter(({ path }) => path.endsWith('/turns'));

it('asks and is answered', async () => {
  const conversation = await start(echo());
  conversation.send({ type: 'text', text: '低保' }, '低保');
  await settled(conversation);
  expect(texts(conversation)).toEqual(['您好，请问要办什么？', '低保', '收到 低保']);
});

it('sends again what did not get through, in order and under the same key', async () => {
  const hall = echo();
  const conversation = await start(hall);
  hall.failing = 2;
  conversation.send({ type: 'text', text: '一' }, '一');
  conversation.send({ type: 'text', text: '二' }, '二');
  await vi.waitFor(() => expect(conversation.connection).toBe('lost'));
  await vi.advanceTimersByTimeAsync(8_000);
  await settled(conversation);
  expect(conversation.connection).toBe('open');
  expect(texts(conversation)).toEqual(['您好，请问要办什么？', '一', '二', '收到 一', '收到 二']);
  expect(new Set(turnsOf(hall).slice(0, 3).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

it('goes on after a reload with everything that was said', async () => {
  const hall = echo();
  const before = await start(hall);
  before.send({ type: 'text', text: '低保' }, '低保');
  await settled(before);
  before.stop();
  const after = await start(hall);
  expect(texts(after)).toEqual(['您好，请问要办什么？', '低保', '收到 低保']);
  expect(hall.calls.filter(({ path }) => path === '/chat/sessions')).toHaveLength(2);
});

it('starts anew where the old conversation is gone, and says so', async () => {
  localStorage.setItem('test', 'old');
  const conversation = await start(echo());
  expect(conversation.isRenewed).toBe(true);
  expect(conversation.sessionId).toBe('s1');
});

it('keeps what was refused, with the reason, to be sent as a new turn', async () => {
  const hall = echo();
  const conversation = await start(hall);
  hall.refusal = { status: 429, code: 'TOO_MANY_REQUESTS' };
  conversation.send({ type: 'text', text: '低保' }, '低保');
  await settled(conversation);
  const refused = conversation.entries.at(-1)!;
  expect(refused).toMatchObject({ status: 'refused', problem: 'TOO_MANY_REQUESTS' });
  conversation.resend(refused);
  await settled(conversation);
  expect(texts(conversation).slice(1)).toEqual(['低保', '收到 低保']);
});

it('shows what another device did when both changed the same', async () => {
  const hall = echo();
  const conversation = await start(hall);
  const other = { turn: 1, at: '', from: 'citizen' as const, said: '手机号：****0001', by: null, reply: says('已填') };
  hall.turns.push(other);
  hall.refusal = { status: 409, code: 'CONFLICT', details: [other] };
  conversation.send({ type: 'fill', values: { mobile: '13800000002' } }, '手机号：****0002');
  await settled(conversation);
  expect(texts(conversation).slice(1)).toEqual(['手机号：****0001', '已填', '手机号：****0002']);
  conversation.resend(conversation.entries.at(-1)!);
  await settled(conversation);
  expect((turnsOf(hall).at(-1)!.body as { after: number }).after).toBe(1);
});

it('makes one turn of fields that are filled one after the other in the form', async () => {
  const hall = echo();
  const conversation = await start(hall);
  for (const values of [{ a: 1 }, { b: 2 }, { c: 3 }]) conversation.send({ type: 'fill', values }, '已在表单中修改', true);
  await settled(conversation);
  expect(turnsOf(hall).map(({ body }) => (body as { input: object }).input)).toEqual([{ type: 'fill', values: { a: 1 } }, { type: 'fill', values: { b: 2, c: 3 } }]);
  expect(texts(conversation)).toEqual(['您好，请问要办什么？', '已在表单中修改', '已填']);
});

it('hears a clerk while one is there', async () => {
  const hall = new FakeHall(() => ({ reply: says('正在转接'), state: { mode: 'waiting' } }));
  const conversation = await start(hall);
  conversation.send({ type: 'choose', payload: 'person' }, '转人工');
  await settled(conversation);
  await vi.waitFor(() => expect(hall.calls.some(({ path }) => path.includes('/events'))).toBe(true));
  hall.hear({ turn: 2, from: 'clerk', said: '您好，我是李四。', by: '李四', reply: { blocks: [], quickReplies: [] } }, { mode: 'clerk' });
  await vi.waitFor(() => expect(conversation.state?.mode).toBe('clerk'));
  expect(conversation.entries.at(-1)).toMatchObject({ from: 'clerk', by: '李四', text: '您好，我是李四。' });
});
