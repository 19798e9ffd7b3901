import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFaq } from '../../../../workflows/bundle/src/testing/factories.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { newItem } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  await newItem(test, 'faq', 'pay-day', newFaq());
  await newItem(test, 'faq', 'open', newFaq({ title: '周末开门吗？', similar: [], services: [], themes: ['大厅'] }));
}, 60_000);
afterAll(() => test.close());

const keys = async (filter: object) =>
  (await admin.query<{ faqs: { items: { key: string }[] } }>('query ($filter: FaqFilter) { faqs(filter: $filter, sort: {field: "key", order: ASC}) { items { key wordingCount } } }', { filter })).faqs.items.map(({ key }) => key);
const imported = (csv: string, dryRun: boolean) =>
  admin.query<{ importFaqs: { created: number; updated: number; unchanged: number; problems: { line: number; message: string }[] } }>('mutation ($input: ImportFaqsInput!) { importFaqs(input: $input) { created updated unchanged problems { line message } } }', { input: { csv, dryRun } });

it('lists by service, theme and words of any wording', async () => {
  expect(await keys({})).toEqual(['open', 'pay-day']);
  expect(await keys({ service: 'subsidy' })).toEqual(['pay-day']);
  expect(await keys({ theme: '大厅' })).toEqual(['open']);
  expect(await keys({ q: '几号' })).toEqual(['pay-day']);
});

it('imports CSV: tries first, names the lines that it leaves out, and changes nothing twice', async () => {
  const csv = '\ufeff问题,相似问法,解答,生效日期\n补贴什么时候发,几号到账；哪天发补贴,每月十日前。,2026/1/5\n没有解答的,,,\n"新问题，带逗号",,"有\n两行",\n新问题 带逗号,,重复,\n坏日期,,好,明天\n';
  const expected = { created: 1, updated: 1, unchanged: 0, problems: [{ line: 3 }, { line: 6 }, { line: 7 }] };
  expect((await imported(csv, true)).importFaqs).toMatchObject(expected);
  expect(await keys({ q: '带逗号' })).toEqual([]);
  expect((await imported(csv, false)).importFaqs).toMatchObject(expected);
  expect(await keys({ q: '哪天' })).toEqual(['pay-day']);
  expect((await imported(csv, false)).importFaqs).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
});

it.each(['', '只有一列\n值', 'question\nx', '"未闭合'])('refuses %j', async (csv) => {
  expect((await admin.ask('mutation ($input: ImportFaqsInput!) { importFaqs(input: $input) { created } }', { input: { csv, dryRun: false } })).errors?.[0]?.extensions?.['code']).toBe('FAQ_COLUMNS_MISSING');
});
