import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** PostgreSQL URL of a migrated database that nobody else uses. */
  readonly url: string;
  /** Drops it, also under open connections. With `BANSHI_KEEP_DB=1` it is kept and its URL printed. */
  drop(): Promise<void>;
}

/** Clones the migrated template (or another), which takes a fraction of migrating anew. One for each spec file is the custom. */
export function createTestDatabase(template: string = inject('postgresTemplate')): Promise<TestDatabase> {
  return create(template);
}

/** A database with nothing in it, for what migrates or restores by itself. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create('template0');
}

async function create(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
  return { url, drop: () => drop(name, url) };
}

async function drop(name: string, url: string): Promise<void> {
  if (process.env['BANSHI_KEEP_DB'] === '1') return console.info(`Kept ${url}`);
  await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
