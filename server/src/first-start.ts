import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Role } from './modules/access/roles.js';
import { UsersService } from './modules/access/users.service.js';
import { RequestContext } from './platform/actor/request-context.js';
import type { Environment } from './platform/configuration/environment.js';
import { writeSampleFile } from './sample/sample-file.js';
import { seedSampleHall } from './sample/seed-sample-hall.js';

export const firstAdministrator = 'admin';

/**
 * Gives an empty installation its first contents: the sample hall, or one administrator.
 * A start that was cut off goes on where it was. Returns lines for the person at the console.
 */
export async function firstStart(app: INestApplicationContext, environment: Environment, url: string): Promise<string[]> {
  const ctx = RequestContext.forSystem('系统', app.get(DataSource).manager);
  if (environment.sample) {
    await seedSampleHall(app, ctx, environment.home);
    return writeSampleFile(app, ctx, environment.home, url);
  }
  const [{ count }] = (await ctx.manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM app_user')) as [{ count: number }];
  if (count > 0) return [];
  const { oneTimePassword } = await ctx.transaction((tx) =>
    app.get(UsersService, { strict: false }).create(tx, { username: firstAdministrator, name: '管理员', departmentId: null, roles: [{ role: Role.ADMINISTRATOR, scopeId: null }] }),
  );
  return [`管理员 / administrator: ${firstAdministrator}   一次性密码 / one-time password: ${oneTimePassword}`];
}
