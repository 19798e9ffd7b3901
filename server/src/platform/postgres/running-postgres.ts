import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './embedded-postgres.js';
import { rememberedPort } from './placement.js';
import { databaseUrl } from './postmaster.js';
import { EmbeddedPostgresError } from './postgres.errors.js';

/**
 * URL of the PostgreSQL that another Banshi process runs on this home, from what the home remembers.
 * @throws EmbeddedPostgresError `PASSWORD_LOST` where the home remembers none
 */
export function urlOfRunningPostgres(homeFolder: string): string {
  const home = realpathSync(homeFolder);
  const passwordFile = join(home, 'postgres-password');
  const port = rememberedPort({ home });
  if (port === null || !existsSync(passwordFile)) throw new EmbeddedPostgresError('PASSWORD_LOST', `${home} is in use, but its record of PostgreSQL is not complete; wait for the start to finish.`);
  return databaseUrl(port, readFileSync(passwordFile, 'utf8').trim(), DATABASE);
}
