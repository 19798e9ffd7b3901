import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  admin = await signedIn(test, ['ADMINISTRATOR']);
});
afterAll(() => test.close());

interface Tried {
  state: unknown;
  reply: { blocks: { type: string; text?: string }[] };
  view: { service: string | null; data: Record<string, unknown>; mode: string };
  trace: { values: { field: string | null; taken: boolean }[]; next: { field: string } | null };
  effects: { type: string }[];
}
const ask = (input: object) => admin.ask<{ tryTurn: Tried }>('mutation ($input: TryTurnInput!) { tryTurn(input: $input) { state reply view trace effects } }', { input });
const turn = async (input: object) => {
  const { data, errors } = await ask(input);
  expect(errors).toBeUndefined();
  return data!.tryTurn;
};

it('takes turns over the drafts, although nothing is published, and stores nothing', async () => {
  const opened = await turn({ service: 'basic-pension', state: null, input: { type: 'open' } });
  expect(opened.view.service).toBe('basic-pension');
  const said = await turn({ state: opened.state, input: { type: 'text', text: '我叫张三，手机13812345678' } });
  expect(said.view.data).toMatchObject({ applicantName: '张三', mobile: '13812345678' });
  expect(said.trace.values.filter(({ taken }) => taken).map(({ field }) => field)).toEqual(['applicantName', 'mobile']);
  expect(said.trace.next).not.toBeNull();
  const filled = await turn({ state: said.state, input: { type: 'fill', values: { idNumber: '110101198001011232', lastEmployer: '云江纺织厂', insuredMonths: 183, retireOn: '2027-03-01', retirementType: 'special-work', specialWork: '电焊工', payDivision: '110101', bankCard: '6222020200112233446' } } });
  const done = await turn({ state: filled.state, input: { type: 'text', text: '提交' } });
  expect(done.effects.map(({ type }) => type)).toContain('submit');
  expect(done.reply.blocks.some(({ type }) => type === 'case')).toBe(true);
  for (const table of ['dialog_session', 'dialog_turn', 'dialog_fact', 'dialog_question', 'service_case']) expect(await test.ctx.manager.query(`SELECT 1 FROM ${table}`), table).toEqual([]);
});

it('asks for a person and comes back', async () => {
  const waiting = await turn({ state: null, input: { type: 'choose', payload: 'person' } });
  expect(waiting.view.mode).toBe('waiting');
  expect((await turn({ state: waiting.state, input: { type: 'choose', payload: 'assistant' } })).view.mode).toBe('assistant');
});

it('refuses a state that is none, and a text that is too long', async () => {
  expect((await ask({ state: { schema: 9 }, input: { type: 'silence' } })).errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'input.state' });
  expect((await ask({ state: null, input: { type: 'text', text: '申'.repeat(5_001) } })).errors?.[0]?.extensions.code).toBe('TEXT_TOO_LONG');
});
