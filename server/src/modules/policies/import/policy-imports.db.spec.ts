import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestClient } from '../../../../../tests/factories/client.js';
import { finished, upload } from '../../../../../tests/factories/files.js';
import { createTestApp, type TestApp } from '../../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../../tests/factories/users.js';
import type { PolicyImportResult } from './policy-import.types.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
}, 60_000);
afterAll(() => test.close());

const older = '某市救助暂行办法\n某市人民政府令第3号公布\n第一条 旧。\n第二条 本办法自2010年1月1日起施行。';
const newer = '某市救助办法\n2024年2月1日 某市人民政府令第12号公布\n第一条 为了规范救助，制定本办法。\n第二条 符合第一条规定的可以申请。\n第三条 本办法自2024年3月1日起施行。《某市救助暂行办法》同时废止。';

async function run(files: [name: string, content: string | Uint8Array][], dryRun: boolean): Promise<PolicyImportResult> {
  const uploads: string[] = [];
  for (const [name, content] of files) uploads.push(await upload(admin, content, name));
  const { importPolicies } = await admin.query<{ importPolicies: { id: string } }>('mutation ($input: ImportPoliciesInput!) { importPolicies(input: $input) { id } }', { input: { uploads, dryRun } });
  const operation = await finished(admin, importPolicies.id);
  expect(operation.error).toBeNull();
  return operation.result as unknown as PolicyImportResult;
}

const item = (key: string) => admin.query<{ configItem: { draft: { rev: number; body: Record<string, unknown> } } | null }>('query ($key: String!) { configItem(kind: "policy", key: $key) { draft { rev body } } }', { key }).then(({ configItem }) => configItem);

it('tries out, imports, and knows again what it has imported', async () => {
  const files: [string, string | Uint8Array][] = [
    ['旧办法.txt', iconv.encode(older, 'gb18030')],
    ['新办法.html', `<html><body>${newer.split('\n').map((line) => `<p>${line}</p>`).join('')}<script>x</script></body></html>`],
    ['重复.md', newer],
    ['扫描.pdf', '%PDF-1.4 broken'],
    ['无日期.txt', '某街道办事说明\n第一条 甲。\n第一条 乙。'],
  ];
  const tried = await run(files, true);
  expect(tried).toMatchObject({ dryRun: true, created: 3, refused: 2 });
  expect(await item('mou-shi-jiu-zhu-ban-fa')).toBeNull();
  expect(tried.documents.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)])).toEqual([
    ['create', []],
    ['create', []],
    ['refused', ['duplicate-in-import']],
    ['refused', ['POLICY_FILE_BROKEN']],
    ['create', expect.arrayContaining(['policy-article-duplicate', 'policy-undated'])],
  ]);
  const done = await run(files, false);
  const key = done.documents[1]!.policy!.key;
  expect((await item(key))!.draft.body).toMatchObject({ title: '某市救助办法', level: 'local-rule', effectiveFrom: '2024-03-01', relations: [] });
  expect(await run(files, false)).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 2 });
}, 180_000);

it('proposes a repeal, and ends the other document when a person accepts it', async () => {
  const keys = (await admin.query<{ policies: { items: { key: string; title: string }[] } }>('{ policies { items { key title } } }')).policies.items;
  const key = keys.find(({ title }) => title === '某市救助办法')!.key;
  const old = keys.find(({ title }) => title === '某市救助暂行办法')!.key;
  const { policyProposals } = await admin.query<{ policyProposals: object[] }>('query ($key: String!) { policyProposals(key: $key) { type title policy isAccepted setsEnd } }', { key });
  expect(policyProposals).toEqual([{ type: 'repeals', title: '某市救助暂行办法', policy: old, isAccepted: false, setsEnd: true }]);
  const accept = (rev: number) => admin.ask('mutation ($input: AcceptPolicyProposalInput!) { acceptPolicyProposal(input: $input) { isAccepted } }', { input: { key, rev, type: 'repeals', title: '某市救助暂行办法' } });
  expect((await accept(99)).errors?.[0]?.extensions?.['code']).toBe('CONFLICT');
  expect((await item(old))!.draft.body).toMatchObject({ effectiveTo: null });
  expect((await accept((await item(key))!.draft.rev)).data).toEqual({ acceptPolicyProposal: [{ isAccepted: true }] });
  expect((await item(old))!.draft.body).toMatchObject({ effectiveTo: '2024-03-01', relations: [{ type: 'replaced-by', title: '某市救助办法', policy: key, date: '2024-03-01' }] });
});

it('refuses files of others and people who may not', async () => {
  const mine = await upload(admin, newer, 'a.txt');
  const other = await signedIn(test, ['ADMINISTRATOR']);
  const clerk = await signedIn(test, ['CLERK']);
  for (const client of [other, clerk]) {
    expect((await client.ask('mutation ($input: ImportPoliciesInput!) { importPolicies(input: $input) { id } }', { input: { uploads: [mine], dryRun: true } })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
});
