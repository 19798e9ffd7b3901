import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPolicy } from '../../../../workflows/bundle/src/testing/factories.js';
import type { TestClient } from '../../../../tests/factories/client.js';
import { newItem } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  const bare = { services: [], relations: [], clauseValidity: [] };
  await newItem(test, 'policy', 'national', newPolicy({ ...bare, title: '社会保险法', level: 'law', effectiveFrom: '2011-07-01', themes: ['社会保险'] }));
  await newItem(test, 'policy', 'shanghai', newPolicy({ ...bare, title: '上海市救助条例', level: 'local-regulation', region: '310000', effectiveFrom: '2019-05-01', effectiveTo: '2024-01-01' }));
  await newItem(test, 'policy', 'guangzhou', newPolicy({ ...bare, title: '广州市办法', region: '440100', effectiveFrom: null, text: '第一条 甲。\n第一条 乙。' }));
}, 60_000);
afterAll(() => test.close());

const keys = async (filter: object) =>
  (await admin.query<{ policies: { items: { key: string }[] } }>('query ($filter: PolicyFilter) { policies(filter: $filter, sort: {field: "key", order: ASC}) { items { key } } }', { filter })).policies.items.map(({ key }) => key);

it('lists policies by level, region, theme, day and pinyin', async () => {
  expect(await keys({ level: 'law' })).toEqual(['national']);
  expect(await keys({ region: '310101' })).toEqual(['national', 'shanghai']);
  expect(await keys({ theme: '社会保险' })).toEqual(['national']);
  expect(await keys({ validity: 'effective', on: '2023-12-31' })).toEqual(['national', 'shanghai']);
  expect(await keys({ validity: 'expired', on: '2024-01-01' })).toEqual(['shanghai']);
  expect(await keys({ validity: 'unknown' })).toEqual(['guangzhou']);
  expect(await keys({ validity: 'pending', on: '2011-06-30' })).toEqual(['national', 'shanghai']);
  expect(await keys({ q: 'shbxf' })).toEqual(['national']);
});

it('gives a draft for reading, with the versions that lead to it', async () => {
  await newItem(test, 'policy', 'guangzhou-old', newPolicy({ services: [], clauseValidity: [], title: '广州市旧办法', effectiveFrom: '2001-01-01', text: '第一条 丙。', relations: [{ type: 'replaced-by', title: '广州市办法', policy: 'guangzhou', date: null }] }));
  const read = async (key: string) => (await admin.query<{ policyInterpretation: { timeline: { key: string }[]; points: unknown[] } | null }>('query ($key: String!) { policyInterpretation(key: $key) }', { key })).policyInterpretation;
  expect((await read('guangzhou'))!.timeline.map(({ key }) => key).sort()).toEqual(['guangzhou', 'guangzhou-old']);
  expect(await read('nothing')).toBeNull();
});

it('refuses filters that are none', async () => {
  for (const filter of [{ region: '31' }, { level: 'decree' }, { validity: 'new' }, { on: 'today', validity: 'effective' }]) {
    expect((await admin.ask('query ($filter: PolicyFilter) { policies(filter: $filter) { totalItems } }', { filter })).errors?.[0]?.extensions?.['code']).toBe('INVALID_INPUT');
  }
});

it('shows findings of the text where it is edited', async () => {
  const { configItem } = await admin.query<{ configItem: { findings: { rule: string }[] } }>('{ configItem(kind: "policy", key: "guangzhou") { findings { rule } } }');
  expect(configItem.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['policy-article-duplicate', 'policy-undated']));
});
