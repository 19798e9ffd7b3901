import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphqlError, TestClient } from '../../../../tests/factories/client.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
});
afterAll(() => test.close());

const post = (body: string, headers: Record<string, string> = {}) => admin.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const problemOf = async (document: string, variables = {}): Promise<GraphqlError> => (await admin.ask(document, variables)).errors![0]!;

describe('GraphQL', () => {
  it('refuses what is too deep', async () => {
    const nested = (depth: number): string => (depth === 0 ? '{ id }' : `{ id parent ${nested(depth - 1)} }`);
    expect((await admin.ask(`{ orgUnits { items ${nested(5)} } }`)).errors).toBeUndefined();
    const { extensions, message } = await problemOf(`{ orgUnits { items ${nested(30)} } }`);
    expect(extensions.code).toBe('INVALID_INPUT');
    expect(message).toMatch(/depth/i);
  });

  it('refuses what is too costly, however it is spelt', async () => {
    const aliases = Array.from({ length: 2_000 }, (_, n) => `a${n}: users { items { id username name roles { role scope { id title } } } }`).join(' ');
    const { extensions, message } = await problemOf(`{ ${aliases} }`);
    expect(extensions.code).toBe('INVALID_INPUT');
    expect(message).toMatch(/cost/i);
  });

  it('says what is wrong with a query, a variable or an argument, with a code', async () => {
    expect((await problemOf('{ nothing }')).extensions.code).toBe('INVALID_INPUT');
    expect((await problemOf('{ users(')).extensions.code).toBe('INVALID_INPUT');
    expect((await problemOf('query ($n: Int!) { users(take: $n) { totalItems } }', { n: 'many' })).extensions.code).toBe('INVALID_INPUT');
    expect((await problemOf('{ users(take: 100000) { totalItems } }')).extensions.code).toBe('INVALID_INPUT');
    expect((await problemOf('{ users(sort: {field: "passwordHash", order: ASC}) { totalItems } }')).extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'sort.field' });
  });

  it('treats an id that is none as not found or invalid, never as a bug', async () => {
    for (const id of ['x', "' OR 1=1 --", '../..', '00000000-0000-4000-8000-000000000000', '9'.repeat(400), 'a\u0000b']) {
      const { data, errors } = await admin.ask<{ user: unknown }>('query ($id: ID!) { user(id: $id) { id } }', { id });
      if (errors) expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(errors[0]!.extensions.code);
      else expect(data!.user).toBeNull();
    }
  });

  it('answers in the language that is asked for', async () => {
    const ask = async (language: string) => {
      const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language }, body: JSON.stringify({ query: '{ users { totalItems } }' }) });
      return ((await response.json()) as { errors: GraphqlError[] }).errors[0]!.message;
    };
    expect(await ask('zh-CN,zh;q=0.9')).toBe('您没有权限执行此操作');
    expect(await ask('en-GB')).toBe('You are not allowed to do this');
    expect(await ask('fr')).toBe('您没有权限执行此操作');
  });
});

describe('requests', () => {
  it('larger than 4 MB are refused with 413', async () => {
    const response = await post(JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(10_000_000) } }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ message: '内容过大，上限为 4 MB', extensions: { code: 'TOO_LARGE' } }] });
  });

  it.each(['{', '[1', '"\\ud800', 'null', ''])('with the body %s are refused, not crashed on', async (body) => {
    const response = await post(body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it('in another encoding or type are refused', async () => {
    expect((await post('{"query":"{ me { id } }"}', { 'content-type': 'application/json; charset=gb18030' })).status).toBe(400);
    expect((await post('query={me{id}}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400);
  });

  it('for an unknown path are answered as JSON', async () => {
    const response = await admin.fetch('/api/nothing', { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('by GET cannot change anything', async () => {
    const response = await admin.fetch(`/graphql?query=${encodeURIComponent('mutation { signOut }')}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await admin.query<{ me: unknown }>('{ me { id } }')).me).not.toBeNull();
  });

  it('with a cookie of an ended or invented session are anonymous', async () => {
    for (const cookie of ['banshi_session=x', 'banshi_session=', `banshi_session=${'x'.repeat(3_000)}`]) {
      const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie, origin: test.url, 'x-banshi-csrf': '1' }, body: JSON.stringify({ query: '{ me { id } }' }) });
      expect(await response.json()).toEqual({ data: { me: null } });
    }
  });

  it('with a wrong API key are refused with 401', async () => {
    const response = await fetch(`${test.url}/hall/v1/services`, { headers: { authorization: 'Bearer bsk_wrong' } });
    expect(response.status).toBe(401);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('INVALID_API_KEY');
  });

  it('carry headers that keep other sites out', async () => {
    const { headers } = await fetch(`${test.url}/healthz`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
