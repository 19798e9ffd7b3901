import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let key: string;

beforeAll(async () => {
  test = await createTestApp();
  const admin = await signedIn(test, ['ADMINISTRATOR']);
  const created = await admin.query<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: {name: "大厅", scopes: ["hall.read"]}) { secret } }');
  key = created.createApiKey.secret;
});
afterAll(() => test.close());

describe('what a page embeds', () => {
  it.each(['assistant.js', 'client.js'])('is served to every page as one script, and kept until it changes: %s', async (name) => {
    const first = await fetch(`${test.url}/hall/v1/${name}`);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toContain('javascript');
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(await first.text()).not.toMatch(/\bimport\s*["'{]/);
    const again = await fetch(`${test.url}/hall/v1/${name}`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});

describe('divisions', () => {
  const call = async (query: string) => {
    const response = await fetch(`${test.url}/hall/v1/divisions${query}`, { headers: { authorization: `Bearer ${key}` } });
    return { status: response.status, body: (await response.json()) as { items: { code: string; name: string; hasChildren: boolean }[]; error: { code: string; field: string } } };
  };

  it('come level by level', async () => {
    expect((await call('')).body.items).toHaveLength(34);
    expect((await call('?under=440000')).body.items).toContainEqual({ code: '440100', name: '广州市', hasChildren: true });
    expect((await call('?under=440106')).body.items).toEqual([]);
  });

  it('are refused for what is no code', async () => {
    expect(await call('?under=x')).toMatchObject({ status: 400, body: { error: { code: 'INVALID_INPUT', field: 'under' } } });
    expect((await fetch(`${test.url}/hall/v1/divisions`)).status).toBe(403);
  });
});
