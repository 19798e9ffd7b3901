import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat, textOf } from '../../../../tests/factories/chat.js';
import { HallClient } from '../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import type { SpokenTurn } from '../dialog/conversations.service.js';

let test: TestApp;
let hall: HallClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  hall = await HallClient.create(test);
});
afterAll(() => test.close());

const rows = (sql: string, parameters: unknown[] = []) => test.ctx.manager.query<Record<string, unknown>[]>(sql, parameters);

/** A whole application for a pension, up to the question whether it may be submitted. */
async function fillPension(chat: Chat): Promise<SpokenTurn> {
  await chat.choose('service:basic-pension');
  return chat.fill({ applicantName: '张三', mobile: '13812345678', idNumber: '110101198001011232', lastEmployer: '云江纺织厂', insuredMonths: 183, retireOn: '2027-03-01', retirementType: 'special-work', specialWork: '电焊工', payDivision: '110101', bankCard: '6222020200112233446' });
}

describe('a conversation over the hall’s API', () => {
  it('opens the form with what the sentence says, and says what is wrong with it', async () => {
    const chat = await Chat.open(hall);
    const answer = await chat.say('我需要申请退休金，身份证号是110101198001011234');
    expect(answer).toMatchObject({ turn: 1, said: '我需要申请退休金，身份证号是110101198001011234', state: { service: 'basic-pension', data: { idNumber: '110101198001011234' }, mode: 'assistant', progress: { filled: expect.any(Number) } } });
    expect(answer.state.errors[0]!.message).toContain('末位应为 2');
    expect(textOf(answer.reply)).toContain('末位应为 2');
    expect(answer.trace).toBeUndefined();
    expect(await chat.turns()).toMatchObject([{ turn: 0, from: 'system' }, { turn: 1, from: 'citizen', said: expect.stringContaining('退休金') }]);
  });

  it('shows previews how each turn was understood', async () => {
    const preview = await HallClient.create(test, { isPreview: true });
    const answer = await (await Chat.open(preview)).say('我要申请退休金，我叫张三');
    expect(answer.trace?.values.map(({ field }) => field)).toContain('applicantName');
  });

  it('submits when the citizen has signed in, once, as a case of his own', async () => {
    const anonymous = await Chat.open(hall);
    await fillPension(anonymous);
    const refused = await anonymous.say('没问题，提交');
    expect(textOf(refused.reply)).toContain('请先登录');
    const chat = anonymous.on(await hall.as('citizen-1'));
    const submit = () => chat.send({ type: 'text', text: '提交' }, { 'idempotency-key': 'submit-1' });
    const seen = chat.seen;
    const done = await submit();
    expect(done.body.reply.blocks.find(({ type }) => type === 'case')).toMatchObject({ service: 'basic-pension', number: expect.stringMatching(/^\d{13,}$/u) });
    chat.seen = seen;
    expect((await submit()).body).toMatchObject({ turn: done.body.turn, reply: done.body.reply });
    expect(await rows(`SELECT data FROM service_case WHERE applicant_id = 'citizen-1'`)).toHaveLength(1);
    expect((await (await hall.as('citizen-1')).get('/cases')).body).toMatchObject({ total: 1 });
    // From now on it is his.
    expect((await anonymous.send({ type: 'text', text: '你好' })).status).toBe(404);
    expect((await anonymous.on(await hall.as('citizen-2', '李四')).send({ type: 'text', text: '你好' })).body.error!.code).toBe('SESSION_NOT_FOUND');
  });

  it('knows what the citizen has told in an earlier application', async () => {
    const chat = await Chat.open(await hall.as('citizen-1'), { service: 'living-allowance' });
    expect(await rows(`SELECT 1 FROM dialog_fact WHERE session = $1 AND what IN ('prefilled', 'asked', 'started')`, [chat.id])).not.toHaveLength(0);
    expect(chat.opening.state.service).toBe('living-allowance');
  });

  it('keeps the input of two devices apart, and shows both to who comes too late', async () => {
    const first = await Chat.open(hall, { service: 'basic-pension' });
    const second = first.on();
    await first.fill({ applicantName: '张三' });
    expect((await second.send({ type: 'fill', values: { mobile: '13812345678' } })).status).toBe(200);
    second.seen = 0;
    const late = await second.send({ type: 'fill', values: { applicantName: '李四' } });
    expect([late.status, late.body.error!.code]).toEqual([409, 'CONFLICT']);
    expect(late.body.error!.details).toMatchObject([{ said: expect.stringContaining('姓名'), from: 'citizen' }, { said: expect.stringContaining('138') }]);
    expect((await second.send({ type: 'text', text: '云江纺织厂' })).status).toBe(409);
    second.seen = 2;
    expect((await second.send({ type: 'fill', values: { applicantName: '李四' } })).body.state.data).toMatchObject({ applicantName: '李四', mobile: '13812345678' });
  });

  it('takes turns of one session one after the other, and each of many at once', async () => {
    const chat = await Chat.open(hall, { service: 'basic-pension' });
    const values = [{ applicantName: '张三' }, { mobile: '13812345678' }, { lastEmployer: '云江纺织厂' }, { insuredMonths: 183 }];
    const answers = await Promise.all(values.map((one) => chat.hall.post<SpokenTurn>(`/chat/sessions/${chat.id}/turns`, { input: { type: 'fill', values: one } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ body }) => body.turn).sort()).toEqual([1, 2, 3, 4]);
    const { body } = await hall.get<{ state: { data: object } }>(`/chat/sessions/${chat.id}`);
    expect(body.state.data).toMatchObject(Object.assign({}, ...values));
  });

  it('streams the blocks of a reply to who asks for events', async () => {
    const chat = await Chat.open(hall);
    const response = await hall.fetch(`/chat/sessions/${chat.id}/turns`, { method: 'POST', body: JSON.stringify({ input: { type: 'text', text: '我要申请退休金' } }), headers: { 'content-type': 'application/json', accept: 'text/event-stream' } });
    const text = await response.text();
    expect(text).toMatch(/^event: block\ndata: \{/u);
    expect(text).toMatch(/event: done\ndata: \{"turn":1/u);
  });

  it('tells the other device of every turn', async () => {
    const chat = await Chat.open(hall);
    const stop = new AbortController();
    const response = await hall.fetch(`/chat/sessions/${chat.id}/events?after=0`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let received = '';
    const until = async (wanted: string) => {
      while (!received.includes(wanted)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`ended: ${received}`);
        received += value;
      }
    };
    await until('event: state');
    await chat.say('我要申请退休金');
    await until('event: turn');
    expect(received).toContain('"said":"我要申请退休金"');
    stop.abort();
  });

  it('completes what is typed, in words and in initials, and knows what is wanted often', async () => {
    const { body } = await hall.get<{ hot: string[]; matches: string[] }>(`/chat/suggestions?q=${encodeURIComponent('退休')}`);
    expect(body.hot[0]).toMatch(/养老|退休/u);
    expect(body.matches.length).toBeGreaterThan(0);
    expect((await hall.get<{ matches: string[] }>('/chat/suggestions?q=jzz')).body.matches.join()).toContain('居住证');
  });
});

describe('bad input', () => {
  it.each([
    ['no body', undefined, 400, 'INPUT_INVALID', 'input'],
    ['an input of no type', { input: {} }, 400, 'INPUT_INVALID', 'input.type'],
    ['a text that is none', { input: { type: 'text', text: 5 } }, 400, 'INPUT_INVALID', 'input.text'],
    ['values that are none', { input: { type: 'fill', values: [1] } }, 400, 'INPUT_INVALID', 'input.values'],
    ['an empty choice', { input: { type: 'choose', payload: '' } }, 400, 'INPUT_INVALID', 'input.payload'],
    ['an engine’s own input', { input: { type: 'submitted', number: '1' } }, 400, 'INPUT_INVALID', 'input.type'],
    ['100,000 characters', { input: { type: 'text', text: '申'.repeat(100_000) } }, 400, 'TEXT_TOO_LONG', 'input.text'],
    ['a turn of the future', { input: { type: 'silence' }, after: 99 }, 400, 'TURN_AHEAD', 'after'],
    ['an odd turn', { input: { type: 'silence' }, after: 'x' }, 400, 'INPUT_INVALID', 'after'],
  ])('%s is refused with code and field', async (_name, body, status, code, field) => {
    const chat = await Chat.open(hall);
    const answer = await hall.post(`/chat/sessions/${chat.id}/turns`, body);
    expect([answer.status, answer.body.error?.code, answer.body.error?.field]).toEqual([status, code, field]);
    expect(await chat.turns()).toHaveLength(1);
  });

  it.each([['', 'nothing'], ['   ', 'blanks'], ['😀😀😀', 'emoji'], ['申'.repeat(5_000), '5,000 characters'], ['a\0b\ud800', 'characters that no database keeps']])('%#: a message of %j is answered', async (text) => {
    const chat = await Chat.open(hall);
    const answer = await chat.send({ type: 'text', text });
    expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
    expect(answer.body.reply.blocks.length).toBeGreaterThan(0);
  });

  it('finds no session of another realm, of nobody, or by a name that is none', async () => {
    const preview = await HallClient.create(test, { isPreview: true });
    const chat = await Chat.open(hall);
    for (const [who, id] of [[preview, chat.id], [hall, '00000000-0000-4000-8000-000000000000'], [hall, 'x']] as const) {
      const answer = await who.post(`/chat/sessions/${id}/turns`, { input: { type: 'silence' } });
      expect([answer.status, answer.body.error!.code]).toEqual([404, 'SESSION_NOT_FOUND']);
      expect((await who.get(`/chat/sessions/${id}`)).status).toBe(404);
      expect((await who.get(`/chat/sessions/${id}/events`)).status).toBe(404);
    }
    expect((await hall.post('/chat/sessions', { service: 'nothing' })).body.error!.code).toBe('SERVICE_NOT_FOUND');
    expect((await hall.post('/chat/sessions', { service: 5 })).body.error!.code).toBe('INVALID_INPUT');
  });

  it('needs the scope', async () => {
    const reader = await HallClient.create(test, { scopes: ['hall.read', 'hall.interpret'] });
    expect((await reader.post('/chat/sessions', {})).body.error!.code).toBe('FORBIDDEN');
  });

  it('refuses another input under an old idempotency key', async () => {
    const chat = await Chat.open(hall);
    await chat.send({ type: 'text', text: '你好' }, { 'idempotency-key': 'k' });
    expect((await chat.send({ type: 'text', text: '再见' }, { 'idempotency-key': 'k' })).body.error!.code).toBe('KEY_REUSED');
  });

  it('leaves no word of the citizen in the log or in the audit', async () => {
    expect(await rows(`SELECT 1 FROM audit_entry WHERE detail::text LIKE '%110101198001011234%'`)).toHaveLength(0);
  });
});
