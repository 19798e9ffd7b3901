import { createHash, createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { readSampleHall } from '../../sample/sample-hall.js';

let test: TestApp;
let key: string;
let bundle: string;

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, never> & { error?: { code: string; message: string; field?: string; details?: unknown } };
}

async function call(path: string, init: RequestInit & { token?: string; bearer?: string } = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${init.bearer ?? key}`);
  if (init.token) headers.set('x-banshi-applicant', init.token);
  if (typeof init.body === 'string') headers.set('content-type', 'application/json');
  const response = await fetch(`${test.url}/hall/v1${path}`, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Answer['body'] };
}

/** What docs/hall-api.md tells a hall to do, in its own words. */
function applicantToken(id: string, name = '张三', expires: string | number = '1h', secretOf = key): Promise<string> {
  const secret = createHmac('sha256', createHash('sha256').update(secretOf).digest()).update('banshi applicant token').digest();
  return new SignJWT({ name }).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime(expires).sign(secret);
}

beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  bundle = await adoptDrafts(test);
  const admin = await signedIn(test, ['ADMINISTRATOR']);
  const created = await admin.query<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: {name: "大厅", scopes: ["hall.read", "hall.interpret", "hall.cases"]}) { secret } }');
  key = created.createApiKey.secret;
});
afterAll(() => test.close());

describe('the hall reads one bundle', () => {
  it('lists, finds by words and by pinyin initials, and names the bundle', async () => {
    const all = await call('/services');
    expect(all.body).toMatchObject({ bundle, total: 7, page: 1 });
    expect(all.headers.get('etag')).toBe(`"${bundle}"`);
    expect((await call(`/services?q=${encodeURIComponent('失业')}`)).body).toMatchObject({ items: [{ key: 'unemployment-benefit', department: { title: expect.stringContaining('人力资源') } }], total: 1 });
    expect((await call('/services?q=jzz')).body).toMatchObject({ items: [{ key: 'residence-permit' }], total: 1 });
  });

  it('answers 304 to who has the bundle', async () => {
    expect((await call('/services/student-leave', { headers: { 'if-none-match': `"${bundle}"` } })).status).toBe(304);
    expect((await call('/services/student-leave', { headers: { 'if-none-match': '"old"' } })).status).toBe(200);
  });

  it('gives guide, form with the applicant’s access, and dictionaries', async () => {
    expect((await call('/services/student-leave')).body).toMatchObject({ guide: { materials: expect.any(Array) }, form: true });
    const form = (await call('/services/student-leave/form')).body as unknown as { access: { default: string }; dictionaries: Record<string, unknown[]>; layout: { sections: unknown[] } };
    expect(form.layout.sections.length).toBeGreaterThan(1);
    expect(Object.values(form.dictionaries)[0]!.length).toBeGreaterThan(1);
  });

  it('names what is wrong with a request', async () => {
    expect((await call('/services/nothing')).body.error).toMatchObject({ code: 'SERVICE_NOT_FOUND', field: 'key' });
    expect((await call('/services?size=1000')).body.error).toMatchObject({ code: 'INVALID_INPUT', field: 'size' });
    expect((await call('/services', { bearer: 'wrong' })).status).toBe(401);
    expect((await call('/services', { bearer: 'wrong' })).body.error!.code).toBe('INVALID_API_KEY');
    expect((await fetch(`${test.url}/hall/v1/services`)).status).toBe(403);
  });

  it('reads the old bundle again right after a roll-back', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const { configItem } = await admin.query<{ configItem: { draft: { rev: number; body: object } } }>('{ configItem(kind: "service", key: "student-leave") { draft { rev body } } }');
    const body = { ...configItem.draft.body, summary: '改过的摘要' };
    await admin.query('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { kind: 'service', key: 'student-leave', rev: configItem.draft.rev, body } });
    const next = await adoptDrafts(test);
    await expect.poll(async () => (await call('/bundle')).headers.get('etag')).toBe(`"${next}"`);
    const { channel } = await admin.query<{ channel: { rev: number } }>('{ channel(name: "hall") { rev } }');
    await admin.query('mutation ($input: RollBackInput!) { rollBack(input: $input) { bundle { n } } }', { input: { channel: 'hall', baseRev: channel.rev, bundle, note: '回滚' } });
    await expect.poll(async () => (await call('/bundle')).headers.get('etag'), { timeout: 1_500 }).toBe(`"${bundle}"`);
  });
});

describe('cases belong to their applicant', () => {
  const sample = readSampleHall().cases[0]!;

  it('submits once per idempotency key and shows it to its owner alone', async () => {
    const token = await applicantToken('citizen-1');
    const submit = () => call('/cases', { method: 'POST', token, headers: { 'idempotency-key': 'one' }, body: JSON.stringify({ service: sample.service, data: sample.data }) });
    const first = await submit();
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const { number } = first.body as unknown as { number: string };
    expect((await submit()).body).toMatchObject({ number });
    expect((await call(`/cases/${number}`, { token })).body).toMatchObject({ number, state: 'RUNNING', bundle });
    expect((await call(`/cases/${number}`, { token: await applicantToken('citizen-2', '李四') })).body.error!.code).toBe('CASE_NOT_FOUND');
    expect((await call('/cases', { token })).body).toMatchObject({ total: 1 });
  });

  it('refuses tokens that are missing, expired, forged or unsigned', async () => {
    expect((await call('/cases')).body.error!.code).toBe('APPLICANT_TOKEN_MISSING');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"citizen-1","name":"张三","exp":9999999999}').toString('base64url')}.`;
    for (const token of [await applicantToken('citizen-1', '张三', 1), await applicantToken('citizen-1', '张三', '1h', 'another key'), unsigned, 'garbage']) {
      expect((await call('/cases', { token })).body.error!.code).toBe('APPLICANT_TOKEN_INVALID');
    }
  });

  it('says at which field data is wrong, and keeps nothing of it', async () => {
    const token = await applicantToken('citizen-3');
    const answer = await call('/cases', { method: 'POST', token, body: JSON.stringify({ service: sample.service, data: { ...sample.data, idNumber: '110101198001011234' } }) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.error!.details).toContainEqual(expect.objectContaining({ field: 'idNumber', code: 'check-digit', params: expect.objectContaining({ expected: '2' }) }));
    expect((await call('/cases', { token })).body).toMatchObject({ total: 0 });
  });
});
