import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { SettingsService } from '../../platform/settings/settings.service.js';
import { RateLimitsService } from './rate-limits.service.js';

let test: TestApp;
const limitTo = async (change: Parameters<SettingsService['update']>[1]) => {
  await test.app.get(SettingsService, { strict: false }).update(test.ctx, change);
  return new RateLimitsService(test.app.get(SettingsService, { strict: false }));
};

beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
});
afterAll(() => test.close());

describe('rates of halls and citizens', () => {
  it('let each citizen have his share, and refuse the rest until it has grown again', async () => {
    const limits = await limitTo({ citizenRequestsPerMinute: 600 });
    const results = await Promise.allSettled(Array.from({ length: 620 }, () => limits.take(test.ctx, 'key-1', 'citizen:zhangsan')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect((refused[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'TOO_MANY_REQUESTS', facts: { params: { seconds: 1 } } });
    await expect(limits.take(test.ctx, 'key-1', 'citizen:lisi')).resolves.toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 250));
    await expect(limits.take(test.ctx, 'key-1', 'citizen:zhangsan')).resolves.toBeUndefined();
  });

  it('are told to the hall with a code, in its language, and when to come again', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    await admin.query('mutation { updateSettings(input: {hallRequestsPerMinute: 2}) { hallRequestsPerMinute } }');
    const { createApiKey } = await admin.query<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: {name: "大厅", scopes: ["hall.read"]}) { secret } }');
    const check = (language: string) =>
      fetch(`${test.url}/hall/v1/services/student-leave/validate`, { method: 'POST', headers: { authorization: `Bearer ${createApiKey.secret}`, 'content-type': 'application/json', 'accept-language': language }, body: '{"data":{}}' });
    expect([(await check('zh')).status, (await check('zh')).status]).toEqual([200, 200]);
    const [chinese, english] = [await check('zh'), await check('en')];
    expect([chinese.status, chinese.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await chinese.json()).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('30 秒') } });
    expect(await english.json()).toMatchObject({ error: { message: expect.stringContaining('30 s') } });
    const read = await fetch(`${test.url}/hall/v1/services`, { headers: { authorization: `Bearer ${createApiKey.secret}` } });
    expect(read.status).toBe(200);
    await admin.query('mutation { updateSettings(input: {hallRequestsPerMinute: 60000}) { hallRequestsPerMinute } }');
  });

  it('cannot be set to nothing', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    await expect(admin.query('mutation { updateSettings(input: {citizenRequestsPerMinute: 0}) { hallName } }')).rejects.toThrow();
  });
});
