import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestClient } from '../../../../tests/factories/client.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn, testPassword } from '../../../../tests/factories/users.js';

let test: TestApp;
beforeAll(async () => void (test = await createTestApp()));
afterAll(() => test.close());

describe('access', () => {
  it('tells who is signed in', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR'], { name: '张三' });
    const { me } = await admin.query<{ me: { name: string; roles: string[] } }>('{ me { name roles } }');
    expect(me).toEqual({ name: '张三', roles: ['ADMINISTRATOR'] });
    expect(await new TestClient(test.url).query('{ me { name } }')).toEqual({ me: null });
  });

  it('refuses wrong passwords and locks the account after five', async () => {
    await signedIn(test, ['CLERK']);
    const { users } = await (await signedIn(test, ['ADMINISTRATOR'])).query<{ users: { items: { username: string }[] } }>('{ users(sort: {field: "createdAt", order: DESC}) { items { username } } }');
    const { username } = users.items[1]!;
    const codes: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const { errors } = await new TestClient(test.url).ask('mutation ($u: String!) { signIn(username: $u, password: "wrong") { id } }', { u: username });
      codes.push(errors![0]!.extensions.code);
    }
    expect(codes).toEqual([...Array<string>(5).fill('BAD_CREDENTIALS'), 'LOCKED_OUT']);
    const { errors } = await new TestClient(test.url, 'en').ask('mutation ($u: String!, $p: String!) { signIn(username: $u, password: $p) { id } }', { u: username, p: testPassword });
    expect(errors![0]).toMatchObject({ message: expect.stringContaining('locked'), extensions: { code: 'LOCKED_OUT' } });
  });

  it('lets nobody do what no permission allows', async () => {
    const clerk = await signedIn(test, ['CLERK']);
    expect((await clerk.ask('{ users { totalItems } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await new TestClient(test.url).ask('{ operations { totalItems } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('refuses a change by cookie without our header or from another origin', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const body = JSON.stringify({ query: 'mutation { signOut }' });
    const send = (headers: Record<string, string>) => fetch(`${test.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: 'banshi_session=x', ...headers }, body });
    expect((await send({})).status).toBe(403);
    expect((await send({ 'x-banshi-csrf': '1', origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ 'x-banshi-csrf': '1', origin: test.url })).status).toBe(200);
    expect((await admin.query<{ me: unknown }>('{ me { id } }')).me).not.toBeNull();
  });

  it('makes people change a one-time password before anything else', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const { createUser } = await admin.query<{ createUser: { oneTimePassword: string } }>(
      'mutation { createUser(input: {username: "lisi", name: "李四", roles: [{role: ADMINISTRATOR}]}) { oneTimePassword user { mustChangePassword } } }',
    );
    const lisi = await new TestClient(test.url).signIn('lisi', createUser.oneTimePassword);
    expect((await lisi.ask('{ users { totalItems } }')).errors![0]!.extensions.code).toBe('MUST_CHANGE_PASSWORD');
    expect((await lisi.ask('mutation ($c: String!) { changePassword(current: $c, next: "short") }', { c: createUser.oneTimePassword })).errors![0]!.extensions).toMatchObject({ code: 'WEAK_PASSWORD', field: 'next' });
    await lisi.query('mutation ($c: String!, $n: String!) { changePassword(current: $c, next: $n) }', { c: createUser.oneTimePassword, n: testPassword });
    expect((await lisi.query<{ users: { totalItems: number } }>('{ users { totalItems } }')).users.totalItems).toBeGreaterThan(0);
  });

  it('keeps one administrator', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const { users } = await admin.query<{ users: { items: { id: string }[] } }>('{ users(filter: {role: ADMINISTRATOR}, take: 100) { items { id } } }');
    const codes: (string | undefined)[] = [];
    for (const { id } of users.items) codes.push((await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: {roles: []}) { id } }', { id })).errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === 'LAST_ADMINISTRATOR' || code === 'FORBIDDEN').length).toBeGreaterThan(0);
  });
});
