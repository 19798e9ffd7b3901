import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countQueries } from '../../../../tests/factories/config.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
});
afterAll(() => test.close());

const read = async (secret: string) => (await fetch(`${test.url}/hall/v1/services`, { headers: { authorization: `Bearer ${secret}` } })).status;

describe('a hall key', () => {
  it('is refused at once when it is revoked, and needs no query while it is not', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const { createApiKey } = await admin.query<{ createApiKey: { apiKey: { id: string }; secret: string } }>('mutation { createApiKey(input: {name: "大厅", scopes: ["hall.read"]}) { apiKey { id } secret } }');
    const { secret, apiKey } = createApiKey;
    expect(await read(secret)).toBe(200);
    expect(await countQueries(test, () => read(secret))).toBe(0);
    await admin.query('mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', { id: apiKey.id });
    expect(await read(secret)).toBe(401);
  });
});
