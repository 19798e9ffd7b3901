import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../factories/database.js';
import { HallServer } from './hall-server.js';

const SEEDED = 'banshi_e2e_sample';
const longestRunMs = 3_600_000;

export interface SampleHallServer {
  server: HallServer;
  remove(): Promise<void>;
}

/**
 * A running sample hall of one's own. The first file of a run seeds one and keeps it as a template; the others start
 * over a clone of it, which takes seconds.
 */
export async function startSampleHall(): Promise<SampleHallServer> {
  const contents = keptHome();
  if (!(await hasTemplate())) await seedTemplate(contents);
  const database = await createTestDatabase(SEEDED);
  const server = new HallServer(database.url, contents);
  await server.start();
  return {
    server,
    async remove() {
      await server.remove();
      await database.drop();
    },
  };
}

/** The database server lives as long as the run does, so its port tells this run's home from another's. */
function keptHome(): string {
  return join(import.meta.dirname, '..', '..', 'output', 'e2e-homes', `home-${new URL(inject('postgresUrl')).port}`);
}

async function seedTemplate(contents: string): Promise<void> {
  const database: TestDatabase = await createTestDatabase();
  const server = new HallServer(database.url);
  try {
    await server.start();
    await server.end();
    mkdirSync(dirname(contents), { recursive: true });
    removeOld(dirname(contents));
    server.keepHomeAs(contents);
    await administer(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} RENAME TO ${SEEDED}`);
  } finally {
    await server.remove();
  }
}

/** What earlier runs kept serves nobody, as their database servers are gone; a run beside this one still needs its own. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > longestRunMs) rmSync(path, { recursive: true, force: true });
  }
}

async function hasTemplate(): Promise<boolean> {
  return (await administer(`SELECT 1 FROM pg_database WHERE datname = '${SEEDED}'`)) === 1;
}

async function administer(sql: string): Promise<number> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
