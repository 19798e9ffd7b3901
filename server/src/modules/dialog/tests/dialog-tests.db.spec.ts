import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from '../../../../../tests/factories/chat.js';
import type { TestClient } from '../../../../../tests/factories/client.js';
import { newItem } from '../../../../../tests/factories/config.js';
import { HallClient } from '../../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../../tests/factories/users.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { BundlesService } from '../../release/bundles.service.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  const bundle = await test.app.get(BundlesService, { strict: false }).load(test.ctx, await adoptDrafts(test));
  // Every draft that a test saves makes another bundle; with the passages encoded once, each begins with their vectors.
  await test.app.get(KnowledgeService, { strict: false }).ready(bundle);
  admin = await signedIn(test, ['ADMINISTRATOR']);
}, 180_000);
afterAll(() => test.close());

const talk = `test_cases:
  - name: 退休金
    today: 2026-11-25
    steps:
      - user: 我需要申请退休金，我叫张三，身份证号是110101198001011234
        assertions:
          - flow_started: basic-pension
          - slot_was_set: { applicantName: 张三 }
          - slot_was_not_set: [mobile]
          - bot_uttered: 末位应为 2
          - asks: idNumber
      - user: 身份证号110101198001011232
        assertions:
          - slot_was_set: { idNumber: "110101198001011232" }
      - choose: person
        assertions:
          - handed_over
`;
const body = (text: string) => ({ title: '退休金对话', description: '', text });

interface Result {
  key: string;
  passed: boolean;
  problem: { line: number; code: string } | null;
  cases: { name: string; passed: boolean; steps: { line: number; text: string; ok: boolean; checks: { line: number; ok: boolean; expected: string; actual: string }[] }[] }[];
}
const run = async (keys: string[]) =>
  (await admin.query<{ runDialogTests: { items: Result[] } }>('mutation ($keys: [String!]) { runDialogTests(keys: $keys) { items { key passed problem { line code } cases { name passed steps { line text ok checks { line ok expected actual } } } } } }', { keys })).runDialogTests.items;

describe('dialogue tests', () => {
  it('run over the drafts and say of each step what held', async () => {
    await newItem(test, 'dialog-test', 'pension-talk', body(talk));
    const [result] = await run(['pension-talk']);
    expect(result!.cases[0]!.steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    expect(result).toMatchObject({ key: 'pension-talk', passed: true, problem: null });
  });

  it('name the line, what was expected and what was there', async () => {
    await newItem(test, 'dialog-test', 'wrong-talk', body(talk.replace('applicantName: 张三', 'applicantName: 李四').replace('- asks: idNumber', '- asks: mobile')));
    const [result] = await run(['wrong-talk']);
    expect(result!.cases[0]!.steps[0]!.checks.filter(({ ok }) => !ok)).toEqual([
      { line: 8, ok: false, expected: 'slot_was_set: applicantName = "李四"', actual: 'applicantName = "张三"' },
      { line: 11, ok: false, expected: 'asks: mobile', actual: 'idNumber' },
    ]);
  });

  it('block a release when one fails, at its line, and when one cannot be read', async () => {
    await newItem(test, 'dialog-test', 'broken-talk', body('test_cases:\n  - name: a\n    steps: []\n'));
    const { releasePlan } = await admin.query<{ releasePlan: { findings: { rule: string; severity: string; key: string; message: string }[] } }>('{ releasePlan { findings { rule severity key message } } }');
    const ours = releasePlan.findings.filter(({ rule }) => rule.startsWith('dialog-test'));
    expect(ours.map(({ rule, key }) => [rule, key]).sort()).toEqual([['dialog-test-failed', 'wrong-talk'], ['dialog-test-failed', 'wrong-talk'], ['dialog-test-invalid', 'broken-talk']]);
    expect(ours.find(({ key }) => key === 'wrong-talk')!.message).toContain('第 8 行');
    expect(ours.every(({ severity }) => severity === 'ERROR')).toBe(true);
  });

  it('are listed and found', async () => {
    const { dialogTests } = await admin.query<{ dialogTests: { items: { key: string; published: boolean }[]; totalItems: number } }>('{ dialogTests(q: "tuixiu") { items { key title updatedByName published } totalItems } }');
    expect(dialogTests.items.map(({ key }) => key).sort()).toEqual(['broken-talk', 'pension-talk', 'wrong-talk']);
    expect(dialogTests.items.every(({ published }) => !published)).toBe(true);
  });

  it('are made of a conversation that took place, with nobody’s data, and pass', async () => {
    const hall = await HallClient.create(test);
    const chat = await Chat.open(hall, { service: 'basic-pension' });
    await chat.say('我叫欧阳明月，手机13912345678');
    await chat.fill({ idNumber: '110101198001011232', lastEmployer: '云江纺织厂' });
    await chat.choose('person');
    const { recordDialogTest } = await admin.query<{ recordDialogTest: { yaml: string } }>('mutation ($session: ID!) { recordDialogTest(session: $session) { yaml } }', { session: chat.id });
    expect(recordDialogTest.yaml).not.toMatch(/欧阳明月|13912345678/u);
    expect(recordDialogTest.yaml).toContain('handed_over');
    expect(recordDialogTest.yaml).toContain('lastEmployer: 云江纺织厂');
    await newItem(test, 'dialog-test', 'recorded', body(recordDialogTest.yaml));
    const [result] = await run(['recorded']);
    expect(result!.cases[0]!.steps.flatMap(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual([]);
    expect(result!.passed).toBe(true);
    await expect(admin.query('mutation { recordDialogTest(session: "x") { yaml } }')).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
  });
});
