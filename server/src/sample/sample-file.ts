import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ApiKeysService, hallScopes } from '../modules/access/api-keys.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import type { SampleLogin } from './seed-organisation.js';

/** `sample-hall.json`: how to get into the sample hall. For its owner's eyes only. */
export interface SampleFile {
  url: string;
  /** Key for `/hall/v1`. */
  hallApiKey: string;
  logins: SampleLogin[];
}

const pathIn = (home: string) => join(home, 'sample-hall.json');

/** Kept from the seeding on, because keys and passwords are nowhere else in clear. */
export function readSampleFile(home: string): SampleFile | null {
  return existsSync(pathIn(home)) ? (JSON.parse(readFileSync(pathIn(home), 'utf8')) as SampleFile) : null;
}

export function saveSampleFile(home: string, file: SampleFile): void {
  const temporary = `${pathIn(home)}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, pathIn(home));
}

/** Brings the file in step with this start and returns what to print. A lost file is not made up: its passwords are gone. */
export async function writeSampleFile(app: INestApplicationContext, ctx: RequestContext, home: string, url: string): Promise<string[]> {
  const file = readSampleFile(home);
  if (!file) return [`示例登录文件不在了，可重置密码 / the file of sample logins is gone; reset a password: npm run banshi -- users reset-password <name>`];
  const hallApiKey = file.hallApiKey || (await ctx.transaction((tx) => app.get(ApiKeysService, { strict: false }).create(tx, { name: '示例大厅', scopes: [...hallScopes] }))).secret;
  saveSampleFile(home, { ...file, url, hallApiKey });
  const [first] = file.logins;
  return [
    `示例账号 / sample logins (${pathIn(home)}):`,
    ...file.logins.map(({ username, name, roles }) => `  ${username.padEnd(12)} ${name}  ${roles.join(', ')}`),
    `  密码 / password: ${first?.password ?? ''}`,
  ];
}
