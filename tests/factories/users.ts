import { Role } from '../../server/src/modules/access/roles.js';
import { UsersService } from '../../server/src/modules/access/users.service.js';
import { TestClient } from './client.js';
import type { TestApp } from './test-app.js';

let counter = 0;
export const testPassword = 'correct horse 42';

/** A signed-in person with these roles. */
export async function signedIn(test: TestApp, roles: (keyof typeof Role)[], options: { scopeId?: string; departmentId?: string; name?: string } = {}): Promise<TestClient> {
  counter += 1;
  const username = `person${counter}`;
  const input = { username, name: options.name ?? `测试员${counter}`, departmentId: options.departmentId ?? null, roles: roles.map((role) => ({ role: Role[role], scopeId: options.scopeId ?? null })) };
  await test.ctx.transaction((tx) => test.app.get(UsersService, { strict: false }).create(tx, input, { password: testPassword, mustChange: false }));
  return new TestClient(test.url).signIn(username, testPassword);
}
