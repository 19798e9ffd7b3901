import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from '../../../../tests/factories/chat.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { HallClient } from '../../../../tests/factories/hall-client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { QuestionsService } from './questions.service.js';

let test: TestApp;
let hall: HallClient;
let annotator: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  hall = await HallClient.create(test);
  annotator = await signedIn(test, ['ANNOTATOR']);
});
afterAll(() => test.close());

interface Question {
  id: string;
  kind: string;
  text: string;
  count: number;
  state: string;
  outcome: string | null;
  field: string | null;
  fieldTitle: string | null;
  service: { key: string; title: string } | null;
}
const list = async (filter: object = {}) =>
  (await annotator.query<{ unansweredQuestions: { items: Question[]; totalItems: number } }>('query ($filter: QuestionFilter) { unansweredQuestions(filter: $filter) { items { id kind text count state outcome field fieldTitle service { key title } } totalItems } }', { filter })).unansweredQuestions.items;
const record = (text: string, service: string | null = null) => test.ctx.transaction((tx) => test.app.get(QuestionsService, { strict: false }).recordUnanswered(tx, '00000000-0000-4000-8000-000000000000', { type: 'unanswered', text, service }));

describe('what the assistant could not answer', () => {
  it('is masked, grouped with what is alike, and ranked', async () => {
    await record('宠物狗可以上户口吗？');
    await record('宠物狗可以上户口吗');
    await record('请问宠物狗可以上户口吗！');
    await record('我的身份证 110101198001011232 能办钓鱼证吗', 'residence-permit');
    await record('。。。😀');
    const [first, second, ...rest] = await list();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ kind: 'UNANSWERED', text: '宠物狗可以上户口吗？', count: 3, state: 'OPEN', service: null });
    expect(second).toMatchObject({ count: 1, service: { key: 'residence-permit', title: expect.stringContaining('居住证') } });
    expect(second!.text).not.toContain('110101198001011232');
    const stored = await test.ctx.manager.query<unknown[]>(`SELECT 1 FROM dialog_question WHERE group_key LIKE '%198001011232%' OR text LIKE '%198001011232%'`);
    expect(stored).toHaveLength(0);
  });

  it('keeps apart what only looks alike', async () => {
    await record('低保');
    await record('医保');
    expect((await list({ q: '保' })).map(({ text }) => text).sort()).toEqual(['低保', '医保'].sort());
  });

  it('becomes an utterance with one call, or is set aside', async () => {
    const [question] = await list({ q: '宠物' });
    const { addQuestionUtterance } = await annotator.query<{ addQuestionUtterance: Question }>('mutation ($id: ID!, $intent: String!) { addQuestionUtterance(id: $id, intent: $intent) { state outcome } }', { id: question!.id, intent: 'out-of-scope' });
    expect(addQuestionUtterance).toEqual({ state: 'DONE', outcome: 'utterance' });
    expect(await test.ctx.manager.query(`SELECT intent FROM utterance WHERE text = '宠物狗可以上户口吗？'`)).toEqual([{ intent: 'out-of-scope' }]);
    const ids = (await list({ q: '保' })).map(({ id }) => id);
    expect(await annotator.query('mutation ($ids: [ID!]!) { ignoreQuestions(ids: $ids) }', { ids })).toEqual({ ignoreQuestions: 2 });
    expect(await list({ state: 'OPEN', q: '保' })).toEqual([]);
    expect(await annotator.query('mutation ($ids: [ID!]!) { reopenQuestions(ids: $ids) }', { ids })).toEqual({ reopenQuestions: 2 });
    await expect(annotator.query('mutation ($id: ID!) { settleQuestion(id: $id, outcome: "wish") { id } }', { id: ids[0]! })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await annotator.query('mutation ($id: ID!) { settleQuestion(id: $id, outcome: "policy", key: "allowance") { id } }', { id: ids[0]! });
    expect((await list({ state: 'DONE' })).map(({ outcome }) => outcome).sort()).toEqual(['policy', 'utterance']);
  });

  it('comes from conversations, with the fields that had to be corrected', async () => {
    const chat = await Chat.open(hall, { service: 'basic-pension' });
    await chat.say('我叫张三，手机13812345678');
    await chat.say('不对，手机号改成13912345678');
    const corrected = await list({ kind: 'CORRECTED' });
    expect(corrected).toMatchObject([{ field: 'mobile', fieldTitle: expect.stringContaining('手机'), service: { key: 'basic-pension' }, count: 1 }]);
    expect(corrected[0]!.text).not.toContain('13912345678');
  });
});

describe('figures of conversations', () => {
  it('say how many needed a person, how much was filled in unasked, and where people leave', async () => {
    const chat = await Chat.open(await hall.as('citizen-9'), { service: 'basic-pension' });
    await chat.fill({ applicantName: '张三', mobile: '13812345678', idNumber: '110101198001011232', lastEmployer: '云江纺织厂', insuredMonths: 183, retireOn: '2027-03-01', retirementType: 'special-work', specialWork: '电焊工', payDivision: '110101', bankCard: '6222020200112233446' });
    await chat.say('提交');
    const helped = await Chat.open(hall, { service: 'living-allowance' });
    await helped.choose('person');
    const left = await Chat.open(hall, { service: 'basic-pension' });
    await left.say('我叫李四');
    await test.ctx.manager.query(`UPDATE dialog_session SET updated_at = now() - interval '1 day' WHERE id = $1`, [left.id]);
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const ask = async (service: string | null) =>
      (
        await admin.query<{ dialogStatistics: { sessions: number; withoutClerk: number; handedOver: number; cases: number; turnsPerCase: number; prefilledShare: number; days: { cases: number }[]; dropOut: { field: string; title: string; service: { key: string }; left: number; asked: number }[] } }>(
          'query ($from: DateTime!, $to: DateTime!, $service: String) { dialogStatistics(from: $from, to: $to, service: $service) { sessions withoutClerk handedOver cases turnsPerCase prefilledShare days { day cases } dropOut { field title service { key } asked left } } }',
          { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000), service },
        )
      ).dialogStatistics;
    const all = await ask(null);
    expect(all).toMatchObject({ cases: 1, handedOver: 1, turnsPerCase: 2 });
    expect(all.sessions).toBe(all.withoutClerk + 1);
    expect(all.days.reduce((sum, day) => sum + day.cases, 0)).toBe(1);
    const [worst] = all.dropOut;
    expect(worst).toMatchObject({ left: 1, service: { key: 'basic-pension' } });
    expect(worst!.title).toMatch(/\p{Script=Han}/u);
    expect(await ask('living-allowance')).toMatchObject({ sessions: 1, handedOver: 1, cases: 0, turnsPerCase: null });
    await expect(admin.query('query ($from: DateTime!, $to: DateTime!) { dialogStatistics(from: $from, to: $to) { cases } }', { from: new Date(), to: new Date(0) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
