import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrationNames, runMigrations } from '../../platform/database/migrations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { zipEntries } from '../../platform/files/zip-entries.js';
import type { OperationLane } from '../../platform/jobs/operation.entity.js';
import { laneTasks } from '../../platform/jobs/operations.service.js';
import { cliErrors } from '../cli.errors.js';
import { backupManifest, type BackupManifest, manifestName, tableFile } from './backup-manifest.js';
import { CountingHash } from './counting-hash.js';
import { copyTarget, tablesInOrder } from './database-shape.js';

/** A backup is the operator's own file and may be as large as it likes. */
const limits = { entries: Number.MAX_SAFE_INTEGER, entryBytes: Number.MAX_SAFE_INTEGER, totalBytes: Number.MAX_SAFE_INTEGER };
/** Tables that the migrations themselves fill; the backup's rows take the place of theirs. */
const seeded = ['channel', 'training_set'];

/** Restores a backup into an empty installation. Every hash is checked; where one differs the database stays empty. */
export async function readBackup(url: string, home: string, file: string): Promise<BackupManifest> {
  const manifest = await readManifest(file);
  if (!migrationNames.includes(manifest.migration)) throw new DomainError(cliErrors.BACKUP_TOO_NEW, { params: { migration: manifest.migration } });
  await refuseRows(url);
  await runMigrations(url, manifest.migration);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const table of seeded) await client.query(`DELETE FROM public."${table}"`);
    await restoreParts(client, home, file, manifest);
    for (const { name, value, isCalled } of manifest.sequences) await client.query('SELECT setval($1::regclass, $2, $3)', [`public."${name}"`, value, isCalled]);
    await enqueueUnfinished(client, manifest);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await runMigrations(url);
  return manifest;
}

async function readManifest(file: string): Promise<BackupManifest> {
  if (!existsSync(file)) throw new DomainError(cliErrors.FILE_MISSING, { field: 'FILE', params: { path: file } });
  const whole = new DomainError(cliErrors.NOT_A_BACKUP, { field: 'FILE', params: { path: file } });
  try {
    for await (const entry of zipEntries(file, limits)) {
      if (entry.name !== manifestName) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of entry.chunks()) chunks.push(chunk);
      return backupManifest.parse(JSON.parse(Buffer.concat(chunks).toString()));
    }
  } catch {
    throw whole;
  }
  throw whole;
}

/** Nothing is ever overwritten: whoever wants another state makes a new home or a new database. */
async function refuseRows(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const { name } of await tablesInOrder(client)) {
      if (seeded.includes(name)) continue;
      const { rowCount } = await client.query(`SELECT 1 FROM public."${name}" LIMIT 1`);
      if (rowCount) throw new DomainError(cliErrors.DATABASE_NOT_EMPTY, { params: { table: name } });
    }
  } finally {
    await client.end();
  }
}

async function restoreParts(client: Client, home: string, file: string, manifest: BackupManifest): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [tableFile(table.name), table]));
  const files = new Map(manifest.files.filter(({ sameAs }) => sameAs === undefined).map((one) => [one.path, one]));
  for await (const { name, chunks } of zipEntries(file, limits)) {
    const table = tables.get(name);
    const one = files.get(name);
    if (table) await restorePart(name, table.sha256, chunks(), client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`)));
    else if (one) await restoreFile(join(home, one.path), name, one.sha256, chunks());
    tables.delete(name);
    files.delete(name);
  }
  const [missing] = [...tables.keys(), ...files.keys()];
  if (missing !== undefined) throw damaged(missing);
  for (const { path, sameAs } of manifest.files) if (sameAs !== undefined) await linkFile(join(home, sameAs), join(home, path));
}

/** One file on disk again, where the file system can; else a copy. */
async function linkFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}

const damaged = (part: string) => new DomainError(cliErrors.BACKUP_DAMAGED, { params: { part } });

async function restorePart(name: string, sha256: string, content: AsyncIterable<Buffer>, target: NodeJS.WritableStream): Promise<void> {
  const counted = new CountingHash();
  await pipeline(Readable.from(content), counted, target);
  if (counted.sha256 !== sha256) throw damaged(name);
}

/** Written beside and renamed, like every file of the store; one that is there already has the same content by its name. */
async function restoreFile(path: string, name: string, sha256: string, content: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.restore`;
  try {
    await restorePart(name, sha256, content, createWriteStream(half));
    const handle = await open(half, 'r');
    await handle.sync();
    await handle.close();
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
}

/** The queue itself is not copied: what had not ended is put into it again. */
async function enqueueUnfinished(client: Client, { queues }: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ id: string; lane: OperationLane }>(
    `UPDATE operation SET state = 'QUEUED', runner = NULL, heartbeat_at = NULL WHERE state IN ('QUEUED', 'RUNNING') AND NOT cancel_requested RETURNING id, lane`,
  );
  await client.query(`UPDATE operation SET state = 'CANCELLED', finished_at = now(), runner = NULL WHERE state IN ('QUEUED', 'RUNNING') AND cancel_requested`);
  for (const { id, lane } of rows) {
    await client.query('SELECT graphile_worker.add_job($1, json_build_object($2::text, $3::text), queue_name => $4, max_attempts => 25)', [laneTasks[lane], 'id', id, queues[id] ?? null]);
  }
}
