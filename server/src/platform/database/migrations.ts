import { migrations } from '@banshi/migrations';
import { runMigrations as migrateQueue } from 'graphile-worker';
import { DataSource, type MigrationInterface } from 'typeorm';
import { connectionOptions } from './connection.js';

/** Two servers that start together migrate one after the other. */
const advisoryLock = 7_262_021;

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = new DataSource({ ...connectionOptions(url), extra: {}, migrations: migrations as (new () => MigrationInterface)[], migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Brings the database at `url` to the newest schema, the queue's included. */
export async function runMigrations(url: string): Promise<void> {
  await withSource(url, async (source) => {
    const lock = source.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
      await migrateQueue({ connectionString: url });
      await source.runMigrations();
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [advisoryLock]);
      await lock.release();
    }
  });
}

/** Takes back the newest migration; for tests and for people who develop one. */
export async function revertMigration(url: string): Promise<void> {
  await withSource(url, (source) => source.undoLastMigration());
}
