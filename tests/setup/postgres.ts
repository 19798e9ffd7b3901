import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/src/platform/postgres/embedded-postgres.js';
import { sweepKilledRuns } from './sweep.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's URL of the throw-away server; its database is not for tests, see `createTestDatabase`. */
    postgresUrl: string;
    /** Name of the migrated database that tests clone. */
    postgresTemplate: string;
  }
}

const TEMPLATE = 'banshi_template';
const FOLDER_PREFIX = 'banshi-test-postgres-';
/** With `BANSHI_KEEP_DB=1` the server and its databases stay after the run; the next run replaces them. */
const keep = process.env['BANSHI_KEEP_DB'] === '1';

interface SharedServer {
  users: number;
  started: Promise<{ postgres: EmbeddedPostgres; folder: string }>;
}

/** The `db` and `e2e` projects load this file separately and share one server through the process. */
const shared = globalThis as typeof globalThis & { banshiTestPostgres?: SharedServer };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.banshiTestPostgres ??= { users: 0, started: start() };
  const server = shared.banshiTestPostgres;
  server.users += 1;
  const { postgres } = await server.started;
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', TEMPLATE);
  return async () => {
    server.users -= 1;
    if (server.users === 0) await tearDown(server);
  };
}

async function start(): Promise<{ postgres: EmbeddedPostgres; folder: string }> {
  await sweepKilledRuns(FOLDER_PREFIX);
  const folder = makeFolder();
  const log = { info: () => undefined, warn: (message: string) => console.warn(message) };
  // Nothing here must survive a power cut, and without these waits the suites take half the time.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  const postgres = await startEmbeddedPostgres({ home: folder, log, settings, outlive: keep });
  try {
    await migrateTemplate(postgres.url);
  } catch (error) {
    await postgres.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { postgres, folder };
}

function makeFolder(): string {
  if (!keep) {
    const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
    // PostgreSQL runs as another user when we are root.
    chmodSync(folder, 0o755);
    return folder;
  }
  const folder = join(import.meta.dirname, '..', 'output', 'postgres');
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function migrateTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0`);
  } finally {
    await client.end();
  }
  const { runMigrations } = await import('../../server/src/platform/database/migrations.js');
  await runMigrations(Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href);
}

async function tearDown(server: SharedServer): Promise<void> {
  delete shared.banshiTestPostgres;
  const { postgres, folder } = await server.started;
  if (keep) return;
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
