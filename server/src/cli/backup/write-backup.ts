import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import yazl from 'yazl';
import { DomainError } from '../../platform/errors/domain-error.js';
import { cliErrors } from '../cli.errors.js';
import { type BackupManifest, manifestName, tableFile } from './backup-manifest.js';
import { CountingHash } from './counting-hash.js';
import { copyTarget, tablesInOrder } from './database-shape.js';

/**
 * Writes everything of an installation into one ZIP file: the rows of one snapshot of the database, and the blobs and
 * model files that they name, which never change under their names. The server may go on working meanwhile.
 */
export async function writeBackup(url: string, home: string, file: string): Promise<BackupManifest> {
  if (existsSync(file)) throw new DomainError(cliErrors.FILE_EXISTS, { field: 'FILE', params: { path: file } });
  const client = new Client({ connectionString: url });
  await client.connect();
  const half = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const manifest = await describe(client);
    const archive = new yazl.ZipFile();
    // A backup holds personal data: nobody but its owner may read it.
    const written = pipeline(archive.outputStream, createWriteStream(half, { mode: 0o600 }));
    const failed = new Promise<never>((_resolve, reject) => archive.on('error', reject));
    await Promise.race([failed, add(archive, client, home, manifest).then(() => written)]);
    await sync(half);
    await rename(half, file);
    return manifest;
  } finally {
    await rm(half, { force: true });
    await client.end();
  }
}

async function describe(client: Client): Promise<BackupManifest> {
  const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id DESC LIMIT 1');
  const { rows: sequences } = await client.query<{ name: string }>(`SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migration_id_seq' ORDER BY 1`);
  const { rows: queues } = await client.query<{ id: string; queue: string }>(
    `SELECT j.payload ->> 'id' AS id, q.queue_name AS queue FROM graphile_worker._private_jobs j JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id WHERE j.payload ->> 'id' IS NOT NULL`,
  );
  const values: BackupManifest['sequences'] = [];
  for (const { name } of sequences) {
    const { rows } = await client.query<{ value: string; called: boolean }>(`SELECT last_value AS value, is_called AS called FROM public."${name}"`);
    values.push({ name, value: rows[0]!.value, isCalled: rows[0]!.called });
  }
  return {
    format: 'banshi-backup/1',
    createdAt: new Date().toISOString(),
    migration: migrations[0]!.name,
    tables: [],
    sequences: values,
    queues: Object.fromEntries(queues.map(({ id, queue }) => [id, queue])),
    files: [],
    missing: [],
  };
}

/** Each part is opened when its turn comes: one connection copies one table at a time, and one file is open at a time. */
async function add(archive: yazl.ZipFile, client: Client, home: string, manifest: BackupManifest): Promise<void> {
  const part = (path: string, make: () => Readable, done: (counted: CountingHash) => void) =>
    archive.addReadStreamLazy(path, {}, (callback) => {
      const counted = new CountingHash();
      counted.once('end', () => done(counted));
      const source = make();
      source.once('error', (error) => counted.destroy(error));
      callback(null, source.pipe(counted));
    });
  for (const table of await tablesInOrder(client)) {
    part(tableFile(table.name), () => client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`)), ({ lines, sha256 }) => manifest.tables.push({ ...table, rows: lines, sha256 }));
  }
  const blobs = await client.query<{ sha256: string }>('SELECT sha256 FROM blob UNION SELECT blob FROM corpus_snapshot ORDER BY 1');
  const models = await client.query<{ artifact: string }>('SELECT DISTINCT artifact FROM model_version WHERE deleted_at IS NULL ORDER BY 1');
  const bases = await client.query<{ sha256: string }>(`SELECT DISTINCT sha256 FROM base_model WHERE deleted_at IS NULL AND source <> 'shipped' ORDER BY 1`);
  const links = new Map<string, string>();
  const firstWithInode = new Map<string, string>();
  for (const path of [...blobs.rows.map(({ sha256 }) => `blobs/${sha256.slice(0, 2)}/${sha256}`), ...models.rows.flatMap(({ artifact }) => filesOf(home, 'models', artifact)), ...bases.rows.flatMap(({ sha256 }) => filesOf(home, 'base-models', sha256))]) {
    const stats = statSync(join(home, path), { throwIfNoEntry: false });
    if (!stats?.isFile()) {
      manifest.missing.push(path);
      continue;
    }
    const inode = `${stats.dev}:${stats.ino}`;
    const first = firstWithInode.get(inode);
    if (first !== undefined) links.set(path, first);
    else part(path, () => createReadStream(join(home, path)), ({ size, sha256 }) => manifest.files.push({ path, size, sha256 }));
    firstWithInode.set(inode, first ?? path);
  }
  archive.addReadStreamLazy(manifestName, {}, (callback) => {
    const written = new Map(manifest.files.map((one) => [one.path, one]));
    for (const [path, sameAs] of links) manifest.files.push({ ...written.get(sameAs)!, path, sameAs });
    callback(null, Readable.from([JSON.stringify(manifest, null, 1)]));
  });
  archive.end();
}

/** A model that is not there is named by its folder. */
function filesOf(home: string, kind: 'models' | 'base-models', hash: string): string[] {
  const folder = join(home, kind, hash);
  return existsSync(folder) ? readdirSync(folder).sort().map((name) => `${kind}/${hash}/${name}`) : [`${kind}/${hash}`];
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
