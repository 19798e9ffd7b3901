import { mkdirSync } from 'node:fs';
import type { Environment } from '../platform/configuration/environment.js';
import { runMigrations } from '../platform/database/migrations.js';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.js';
import { EmbeddedPostgresError } from '../platform/postgres/postgres.errors.js';
import { urlOfRunningPostgres } from '../platform/postgres/running-postgres.js';

const silent = { info: () => undefined, warn: (message: string) => console.error(message) };

/**
 * Runs `work` on the installation's database: one's own, that of the server which runs on this home, or else the
 * embedded one, started for as long as the work takes.
 */
export async function withDatabase<T>({ home, databaseUrl }: Environment, work: (url: string) => Promise<T>): Promise<T> {
  if (databaseUrl !== null) return work(databaseUrl);
  mkdirSync(home, { recursive: true });
  const started = await startEmbeddedPostgres({ home, log: silent }).catch((error: unknown) => {
    if (error instanceof EmbeddedPostgresError && error.code === 'HOME_IN_USE') return null;
    throw error;
  });
  if (started === null) return work(urlOfRunningPostgres(home));
  try {
    return await work(started.url);
  } finally {
    await started.stop();
  }
}

/** The same, with the schema brought to this version. */
export function withMigratedDatabase<T>(environment: Environment, work: (url: string) => Promise<T>): Promise<T> {
  return withDatabase(environment, async (url) => {
    await runMigrations(url);
    return work(url);
  });
}
