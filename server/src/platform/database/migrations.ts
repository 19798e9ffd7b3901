import { migrations } from '@banshi/migrations';
import { runMigrations as migrateQueue } from 'graphile-worker';
import { DataSource, type MigrationInterface } from 'typeorm';
import { connectionOptions } from './connection.js';

/** Two servers that start together migrate one after the other. */
const advisoryLock = 7_262_021;

type Migration = new () => MigrationInterface & { name: string };
const known = migrations as unknown as Migration[];

/** Names of the migrations that this version knows, oldest first. */
export const migrationNames: readonly string[] = known.map((migration) => new migration().name);

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>, until = known.length): Promise<T> {
  const source = new DataSource({ ...connectionOptions(url), extra: {}, migrations: known.slice(0, until), migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Brings the database at `url` to the newest schema, or to that of the migration named last, the queue's included. */
export async function runMigrations(url: string, last?: string): Promise<void> {
  const migrate = async (source: DataSource): Promise<void> => {
    const lock = source.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
      await migrateQueue({ connectionString: url });
      await source.runMigrations();
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [advisoryLock]);
      await lock.release();
    }
  };
  await withSource(url, migrate, last === undefined ? known.length : migrationNames.indexOf(last) + 1);
}

/** Takes back the newest migration; for tests and for people who develop one. */
export async function revertMigration(url: string): Promise<void> {
  await withSource(url, (source) => source.undoLastMigration());
}
