import { migrations } from '@banshi/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../tests/factories/database.js';
import { adoptDrafts, withSampleDrafts } from '../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { revertMigration, runMigrations } from './platform/database/migrations.js';

/** Everything that a migration can make in schema `public`, as one line each. */
const catalogue = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || is_identity AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text <> 'migration'
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  UNION ALL SELECT 'view ' || viewname || ' ' || definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migration_id_seq'
  UNION ALL SELECT 'function ' || p.proname || ' ' || md5(p.prosrc) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

async function describeSchema(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ line: string }>(catalogue)).rows.map((row) => row.line);
  } finally {
    await client.end();
  }
}

describe('migrations of an empty database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  it('go up, all the way down, and up again to the same schema', async () => {
    await runMigrations(database.url);
    const first = await describeSchema(database.url);
    expect(first.length).toBeGreaterThan(100);
    for (let n = 0; n < migrations.length; n += 1) await revertMigration(database.url);
    expect(await describeSchema(database.url)).toEqual([]);
    await runMigrations(database.url);
    expect(await describeSchema(database.url)).toEqual(first);
  });

  it('have nothing left to do when run again', async () => {
    const before = await describeSchema(database.url);
    await runMigrations(database.url);
    expect(await describeSchema(database.url)).toEqual(before);
  });
});

describe('the migrated schema', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await withSampleDrafts(test);
    await adoptDrafts(test);
  });
  afterAll(() => test.close());

  it('is what the entities say: generating a migration yields nothing', async () => {
    const { upQueries } = await test.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each([
    ['UPDATE audit_entry SET action = action || $1', 'audit_entry'],
    ['DELETE FROM audit_entry WHERE action <> $1', 'audit_entry'],
    [`UPDATE config_content SET kind = kind || $1`, 'config_content'],
    [`UPDATE bundle SET note = note || $1`, 'bundle'],
    [`UPDATE bundle_entry SET key = key || $1`, 'bundle_entry'],
    [`UPDATE channel_move SET note = note || $1`, 'channel_move'],
    [`DELETE FROM channel_move WHERE note <> $1`, 'channel_move'],
  ])('refuses %s', async (sql, table) => {
    await expect(test.ctx.manager.query(sql, ['-'])).rejects.toThrow(`${table} is append-only`);
  });

  it('refuses to truncate the audit log', async () => {
    await expect(test.ctx.manager.query('TRUNCATE audit_entry')).rejects.toThrow('audit_entry is append-only');
  });

  it.each(['audit_batch', 'config_version', 'corpus_snapshot', 'case_event', 'model_version'])('guards %s by a trigger', async (table) => {
    const rows = await test.ctx.manager.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal AND tgenabled = 'O'`, [table]);
    expect(rows[0]!.n).toBeGreaterThan(0);
  });
});
