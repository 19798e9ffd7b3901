import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withLabels } from '../../../../tests/factories/corpus.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let annotator: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withLabels(test, ['apply', 'query'], { 'id-number': 'resident-id', mobile: 'mobile' });
  annotator = await signedIn(test, ['ANNOTATOR'], { name: '李四' });
});
afterAll(() => test.close());

interface Row {
  id: string;
  text: string;
  intent: string | null;
  rev: number;
  entities: { start: number; end: number; slot: string }[];
}
const fields = 'id text intent rev entities { start end slot }';
const create = (input: object) => annotator.ask<{ createUtterance: Row }>(`mutation ($input: CreateUtteranceInput!) { createUtterance(input: $input) { ${fields} } }`, { input });
const made = async (input: object) => (await create(input)).data!.createUtterance;
const codeOf = async (input: object) => (await create(input)).errors?.[0]?.extensions;

describe('utterances', () => {
  it('keeps text, intent and spans in code points, trimmed', async () => {
    const row = await made({ text: '  𠮷先生手机13800138000', intent: 'apply', entities: [{ start: 7, end: 18, slot: 'mobile' }] });
    expect(row).toMatchObject({ text: '𠮷先生手机13800138000', intent: 'apply', entities: [{ start: 5, end: 16, slot: 'mobile' }], rev: 1 });
  });

  it.each([
    ['EMPTY_TEXT', { text: ' \n ' }],
    ['TEXT_TOO_LONG', { text: '办'.repeat(10_001) }],
    ['INVALID_TEXT', { text: '空\u0000字符' }],
    ['INVALID_TEXT', { text: '半个\ud842字符' }],
    ['UNKNOWN_INTENT', { text: '没有的意图', intent: 'nowhere' }],
    ['UNKNOWN_SLOT', { text: '没有的槽位', entities: [{ start: 0, end: 1, slot: 'nowhere' }] }],
    ['SPAN_OUTSIDE_TEXT', { text: '𠮷𠮷𠮷', entities: [{ start: 0, end: 4, slot: 'mobile' }] }],
    ['SPAN_OUTSIDE_TEXT', { text: '倒过来', entities: [{ start: 2, end: 1, slot: 'mobile' }] }],
    ['SPANS_OVERLAP', { text: '重叠的槽位', entities: [{ start: 0, end: 3, slot: 'mobile' }, { start: 2, end: 4, slot: 'id-number' }] }],
  ])('refuses with %s', async (code, input) => {
    expect(await codeOf(input)).toMatchObject({ code, field: expect.stringMatching(/^input\./) });
  });

  it('knows a text again whatever its width, case and spacing, and says where it is', async () => {
    await made({ text: 'QQ 群在哪里', intent: 'query' });
    expect(await codeOf({ text: 'ｑｑ　群在哪里 ', intent: 'apply' })).toMatchObject({ code: 'DUPLICATE_TEXT', details: { intent: 'query' } });
  });

  it('adds ten at a time and says why each other one is left out', async () => {
    const texts = ['我要办理', '怎么办理', '我要办理', '', '办'.repeat(3_000)];
    const { createUtterances } = await annotator.query<{ createUtterances: { created: Row[]; skipped: { text: string; code: string; message: string }[] } }>(
      `mutation ($input: CreateUtterancesInput!) { createUtterances(input: $input) { created { ${fields} } skipped { text code message } } }`,
      { input: { intent: 'apply', texts } },
    );
    expect(createUtterances.created.map((row) => row.text)).toEqual(['我要办理', '怎么办理']);
    expect(createUtterances.skipped.map((row) => row.code)).toEqual(['DUPLICATE_TEXT', 'EMPTY_TEXT', 'TEXT_TOO_LONG']);
  });

  it('lets one of two people save and shows the other what was saved', async () => {
    const { id } = await made({ text: '两个人一起改', intent: 'apply' });
    const save = (intent: string | null) => annotator.ask<{ updateUtterance: Row }>(`mutation ($id: ID!, $input: UpdateUtteranceInput!) { updateUtterance(id: $id, input: $input) { ${fields} } }`, { id, input: { rev: 1, intent } });
    const answers = await Promise.all([save('query'), save(null)]);
    const lost = answers.filter((answer) => answer.errors);
    expect(lost).toHaveLength(1);
    expect(lost[0]!.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', details: { rev: 2, by: { name: '李四' } } });
  });

  it('checks the spans again when the text changes', async () => {
    const { id, rev } = await made({ text: '手机号13900139000谢谢', entities: [{ start: 3, end: 14, slot: 'mobile' }] });
    const { errors } = await annotator.ask('mutation ($id: ID!, $rev: Int!) { updateUtterance(id: $id, input: {rev: $rev, text: "手机号"}) { id } }', { id, rev });
    expect(errors![0]!.extensions).toMatchObject({ code: 'SPAN_OUTSIDE_TEXT', params: { length: 3 } });
  });

  it('deletes softly and restores, unless the text is there again', async () => {
    const { id } = await made({ text: '删掉再恢复', intent: 'apply' });
    expect(await annotator.query('mutation ($ids: [ID!]!) { deleteUtterances(ids: $ids) }', { ids: [id] })).toEqual({ deleteUtterances: 1 });
    const again = await made({ text: '删掉再恢复', intent: 'query' });
    expect((await annotator.ask('mutation ($ids: [ID!]!) { restoreUtterances(ids: $ids) }', { ids: [id] })).errors![0]!.extensions.code).toBe('DUPLICATE_TEXT');
    await annotator.query('mutation ($ids: [ID!]!) { deleteUtterances(ids: $ids) }', { ids: [again.id] });
    expect(await annotator.query('mutation ($ids: [ID!]!) { restoreUtterances(ids: $ids) }', { ids: [id] })).toEqual({ restoreUtterances: 1 });
  });

  it('takes a text once when ten people send it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create({ text: '十个人同时添加', intent: 'apply' })));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(answers.filter((answer) => answer.errors?.[0]?.extensions.code === 'DUPLICATE_TEXT')).toHaveLength(9);
  });

  it('finds near duplicates and clashes with another intent at once', async () => {
    await made({ text: '失业保险金怎么申请呀？', intent: 'query' });
    const { similarUtterances } = await annotator.query<{ similarUtterances: { utterance: Row; similarity: number; clash: boolean }[] }>(
      `{ similarUtterances(text: "失业保险金怎么申请", intent: "apply", take: 3) { utterance { text } similarity clash } }`,
    );
    expect(similarUtterances[0]).toMatchObject({ utterance: { text: '失业保险金怎么申请呀？' }, clash: true });
    expect(similarUtterances[0]!.similarity).toBeGreaterThan(0.5);
  });

  it('searches, filters and pages; counts for the lists of intents and slots', async () => {
    const list = (filter: string) => annotator.query<{ utterances: { totalItems: number; items: Row[] } }>(`{ utterances(filter: ${filter}, take: 2, sort: {field: "text", order: ASC}) { totalItems items { text intentTitle } } }`);
    expect((await list('{q: "保险金 申请"}')).utterances.totalItems).toBe(1);
    expect((await list('{q: "%"}')).utterances.totalItems).toBe(0);
    expect((await list('{slot: "mobile"}')).utterances.totalItems).toBe(2);
    expect((await list('{unlabelled: true}')).utterances.totalItems).toBeGreaterThan(0);
    expect((await list('{deleted: true}')).utterances.totalItems).toBe(1);
    const { intents, slots, corpusHealth } = await (await signedIn(test, ['ADMINISTRATOR'])).query<{ intents: { items: { key: string; utterances: number; f1: null }[] }; slots: { items: unknown[] }; corpusHealth: { total: number; labelled: number; byIntent: { intent: string; count: number }[] } }>(
      '{ intents { items { key utterances f1 } } slots { items { key utterances } } corpusHealth { total labelled duplicates clashes byIntent { intent count } } }',
    );
    expect(slots.items).toContainEqual({ key: 'mobile', utterances: 2 });
    for (const { key, utterances, f1 } of intents.items) {
      expect(utterances).toBe(corpusHealth.byIntent.find((row) => row.intent === key)?.count ?? 0);
      expect(f1).toBeNull();
    }
    expect(corpusHealth.total).toBeGreaterThan(corpusHealth.labelled);
  });

  it('lets nobody write who may only read', async () => {
    const auditor = await signedIn(test, ['AUDITOR']);
    expect((await auditor.ask('mutation { createUtterance(input: {text: "x"}) { id } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await auditor.query<{ utterances: { totalItems: number } }>('{ utterances { totalItems } }')).utterances.totalItems).toBeGreaterThan(0);
  });
});
