import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPolicy } from '../../../../workflows/bundle/src/testing/factories.js';
import { newItem, showInHall } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let key: string;
beforeAll(async () => {
  test = await createTestApp();
  const bare = { services: [], relations: [], clauseValidity: [] };
  await newItem(test, 'policy', 'relief', newPolicy({ ...bare, title: '某市救助办法', region: '310000', text: '某市救助办法\n第一条 为了𠮷祥。\n第二条 申请最低生活保障应当提交户口簿。' }));
  await newItem(test, 'policy', 'old-relief', newPolicy({ ...bare, title: '某市救助暂行办法', effectiveFrom: '2010-01-01', effectiveTo: '2024-03-01', relations: [{ type: 'replaced-by', title: '某市救助办法', policy: 'relief', date: null }], text: '第一条 旧。' }));
  await showInHall(test, [{ kind: 'policy', key: 'relief' }, { kind: 'policy', key: 'old-relief' }]);
  const admin = await signedIn(test, ['ADMINISTRATOR']);
  key = (await admin.query<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "hall", scopes: ["hall.read", "hall.interpret"] }) { secret } }')).createApiKey.secret;
}, 60_000);
afterAll(() => test.close());

interface Answer {
  items: { key: string; state: string; cited: boolean; policy: { key: string }; clause: { label: string; start: number; end: number; text: string }; snippet: { text: string; marks: { start: number; end: number }[] }; successor: unknown }[];
  text: string;
  clauses: { label: string; start: number; end: number }[];
  error: { code: string; field: string };
}
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${test.url}/hall/v1/policies${path}`, { headers: { authorization: `Bearer ${key}`, ...headers } });
  return { status: response.status, etag: response.headers.get('etag')!, body: (response.status === 304 ? null : await response.json()) as Answer };
};

it('lists documents with their state on a day', async () => {
  const { body } = await get('?on=2024-06-01');
  expect(body.items.map(({ key: each, state }) => [each, state])).toEqual(expect.arrayContaining([['relief', 'effective'], ['old-relief', 'expired']]));
  expect((await get('?on=2024-06-01&validity=effective&region=310101')).body.items.map(({ key: each }) => each)).toEqual(['relief']);
});

it('quotes clauses with places in code points', async () => {
  const { body } = await get(`/search?on=2024-06-01&q=${encodeURIComponent('低保要户口簿吗')}`);
  const [first] = body.items;
  expect(first).toMatchObject({ policy: { key: 'relief' }, clause: { label: '第二条' }, state: 'effective', cited: false });
  const document = (await get('/relief')).body;
  expect([...document.text].slice(first!.clause.start, first!.clause.end).join('')).toBe(first!.clause.text);
  const [mark] = first!.snippet.marks;
  expect([...first!.snippet.text].slice(mark!.start, mark!.end).join('')).toBe('户口簿');
});

it('looks up what is cited and leads on from what has ended', async () => {
  const { body } = await get(`/search?on=2024-06-01&q=${encodeURIComponent('《某市救助暂行办法》第一条')}`);
  expect(body.items).toMatchObject([{ policy: { key: 'old-relief' }, clause: { label: '第一条' }, state: 'expired', cited: true, successor: { key: 'relief', title: '某市救助办法' } }]);
});

it('answers a question with the clause that says it', async () => {
  const ask = async (body: unknown) => {
    const response = await fetch(`${test.url}/hall/v1/answer`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { source: string; citations: { policy: string; label: string; quote: string }[]; error: { code: string; field: string } } };
  };
  const answer = (await ask({ question: '申请最低生活保障应当提交户口簿吗？', on: '2024-06-01', region: '310101' })).body;
  expect(answer).toMatchObject({ source: 'clause', citations: [{ policy: 'relief', label: '第二条', quote: expect.stringContaining('户口簿') as string }] });
  expect((await ask({ question: '今天天气怎么样' })).body).toMatchObject({ source: 'none', citations: [] });
  for (const [body, status, code] of [[{}, 400, 'TEXT_MISSING'], [{ question: 'a'.repeat(2_001) }, 400, 'TEXT_TOO_LONG'], [{ question: 'a', on: 'x' }, 400, 'INVALID_INPUT'], [{ question: 'a', service: 'none' }, 404, 'SERVICE_NOT_FOUND']] as const) {
    const refused = await ask(body);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  }
});

it('gives a document for reading, in its own sentences', async () => {
  const { body } = await get('/relief/interpretation?on=2024-06-01');
  expect(body).toMatchObject({ key: 'relief', summary: [{ label: '第二条' }], timeline: [{ key: 'old-relief' }, { key: 'relief', isThis: true }] });
  expect((await get('/no-such/interpretation')).body.error.code).toBe('POLICY_NOT_FOUND');
});

it('answers 304 to who has the bundle of that day', async () => {
  const { etag } = await get('?on=2024-06-01');
  expect((await get('?on=2024-06-01', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('?on=2024-06-02', { 'if-none-match': etag })).status).toBe(200);
});

it.each([
  ['/search', 400, 'QUESTION_MISSING'],
  [`/search?q=${'a'.repeat(501)}`, 400, 'TEXT_TOO_LONG'],
  ['/search?q=a&q=b', 400, 'INVALID_INPUT'],
  ['?on=2024-02-31', 400, 'INVALID_INPUT'],
  ['?region=31', 400, 'INVALID_INPUT'],
  ['?size=0', 400, 'INVALID_INPUT'],
  ['/no-such', 404, 'POLICY_NOT_FOUND'],
])('refuses %s', async (path, status, code) => {
  const answer = await get(path);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});
