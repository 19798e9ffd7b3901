import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestClient } from '../../../tests/factories/client.js';
import { newItem } from '../../../tests/factories/config.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../tests/factories/database.js';
import { adoptDrafts, withSampleDrafts } from '../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../tests/factories/test-app.js';
import { testPassword } from '../../../tests/factories/users.js';
import { createApp } from '../create-app.js';
import { BlobStore } from '../platform/blobs/blob-store.js';
import { UploadsService } from '../platform/blobs/uploads.service.js';
import { readEnvironment } from '../platform/configuration/environment.js';
import { OperationsService } from '../platform/jobs/operations.service.js';
import { type CommandResult, runCommand } from './run-command.js';

let test: TestApp;
let hall: string;
let work: string;
const databases: TestDatabase[] = [];

/** The choice of a model that knows every label of the sample. */
async function chooseFictionalModel(): Promise<void> {
  const keys = async (kind: string) => (await test.ctx.manager.query<{ key: string }[]>('SELECT key FROM config_item WHERE kind = $1 ORDER BY key', [kind])).map(({ key }) => key);
  const [intents, slots] = [await keys('intent'), await keys('slot')];
  const perIntent = intents.map((intent) => ({ intent, f1: 1, support: 5 }));
  const metrics = { accuracy: 1, macroF1: 1, slotF1: 1, perIntent };
  await newItem(test, 'model', 'hall', { title: '模型 v1', version: 1, artifact: 'a'.repeat(64), method: 'head', snapshot: 'b'.repeat(64), intents, slots, metrics });
}

beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await chooseFictionalModel();
  hall = await adoptDrafts(test);
}, 60_000);
afterAll(async () => {
  await test.close();
  for (const database of databases) await database.drop();
});
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'banshi-cli-'));
  return () => rmSync(work, { recursive: true, force: true });
});

async function emptyDatabase(create = createEmptyDatabase): Promise<string> {
  const database = await create();
  databases.push(database);
  return database.url;
}

const run = (args: string[], url = test.databaseUrl, home = test.home): Promise<CommandResult> => runCommand(args, { DATABASE_URL: url, BANSHI_HOME: home, INIT_CWD: work, LANG: 'zh_CN.UTF-8' });

async function json(args: string[], url?: string, home?: string): Promise<Record<string, unknown> & { exitCode: number; error?: { code: string; message: string; details?: unknown } }> {
  const { stdout, stderr, exitCode } = await run([...args, '--json'], url, home);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return { ...(JSON.parse(stdout) as Record<string, unknown>), exitCode };
}

describe('the command line', () => {
  it('says how it is used', async () => {
    const help = await run([]);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    for (const name of ['export DIR', 'import DIR', 'check DIR', 'audit verify', 'backup FILE', 'restore FILE', 'users reset-password NAME']) expect(help.stdout).toContain(name);
    expect((await run(['--help', '--lang', 'en'])).stdout).toContain('Usage:');
  });

  it.each([[['nonsense']], [['export']], [['export', 'a', 'b']], [['check', 'a', '--wrong']], [['users']]])('refuses %j with the usage and exit code 2', async (args) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('用法');
    expect(await json(args)).toMatchObject({ ok: false, error: { code: 'USAGE' }, exitCode: 2 });
  });

  it('names a wrong environment variable', async () => {
    const { stdout, exitCode } = await runCommand(['audit', 'verify', '--json'], { PORT: 'x' });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'CONFIGURATION', message: expect.stringContaining('PORT') } });
  });

  it('gives a user a one-time password', async () => {
    expect(await json(['users', 'reset-password', 'nobody-here'])).toMatchObject({ ok: false, error: { code: 'USER_UNKNOWN' }, exitCode: 1 });
    const [{ username }] = (await test.ctx.manager.query('SELECT username FROM app_user ORDER BY username LIMIT 1')) as [{ username: string }];
    const answer = await json(['users', 'reset-password', username.toUpperCase()]);
    expect(answer).toMatchObject({ ok: true, exitCode: 0 });
    const person = await new TestClient(test.url).signIn(username, answer['oneTimePassword'] as string);
    expect((await person.query<{ me: { mustChangePassword: boolean } }>('{ me { mustChangePassword } }')).me.mustChangePassword).toBe(true);
  });

  it('verifies the audit log', async () => {
    expect(await json(['audit', 'verify'])).toMatchObject({ ok: true, firstBroken: null, exitCode: 0 });
    expect((await run(['audit', 'verify'])).stdout).toContain('审计日志完好');
  });
});

describe('exported files', () => {
  it('become the same bundle in an empty installation', async () => {
    expect(await json(['export', 'out'])).toMatchObject({ ok: true, bundle: hall, channel: 'hall', exitCode: 0 });
    expect(await json(['check', 'out'])).toMatchObject({ ok: true, bundle: hall, errors: 0, exitCode: 0 });
    const url = await emptyDatabase();
    const imported = await json(['import', 'out', '--publish', 'hall'], url, join(work, 'home'));
    expect(imported.error).toBeUndefined();
    expect(imported).toMatchObject({ ok: true, bundle: hall, channel: 'hall', updated: 0, missingModels: ['hall'], exitCode: 0 });
    expect(await json(['export', 'again'], url, join(work, 'home'))).toMatchObject({ bundle: hall });
    expect(readFileSync(join(work, 'again', 'bundle.json'), 'utf8')).toBe(readFileSync(join(work, 'out', 'bundle.json'), 'utf8'));
    expect(await json(['import', 'out', '--publish', 'hall'], url, join(work, 'home'))).toMatchObject({ bundle: hall, created: 0, updated: 0 });
  });

  it('may be written over an earlier export, and take away what is no more', async () => {
    await json(['export', 'out']);
    const service = join(work, 'out', 'service', 'student-leave.json');
    expect(existsSync(service)).toBe(true);
    cpSync(service, join(work, 'out', 'service', 'old-service.json'));
    writeFileSync(join(work, 'out', 'README.md'), 'mine');
    await json(['export', 'out', '--drafts']);
    expect(existsSync(join(work, 'out', 'service', 'old-service.json'))).toBe(false);
    expect(readFileSync(join(work, 'out', 'README.md'), 'utf8')).toBe('mine');
    expect(await json(['check', 'out'])).toMatchObject({ ok: true, bundle: hall });
  });

  it('are not written among files of other people', async () => {
    mkdirSync(join(work, 'home'));
    writeFileSync(join(work, 'home', 'thesis.txt'), 'x');
    expect(await json(['export', 'home'])).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' }, exitCode: 1 });
  });

  it('that were changed by hand are refused, and change nothing', async () => {
    await json(['export', 'out']);
    const file = join(work, 'out', 'dictionary', 'leave-reason.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"title"', '"tittle"'));
    writeFileSync(join(work, 'out', 'form', 'broken.json'), '{');
    const checked = await json(['check', 'out']);
    expect(checked).toMatchObject({ ok: false, exitCode: 1 });
    expect((checked['problems'] as { code: string }[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['body-invalid', 'not-json']));
    const url = await emptyDatabase(createTestDatabase);
    expect(await json(['import', 'out', '--publish', 'hall'], url, join(work, 'home'))).toMatchObject({ ok: false, error: { code: 'FILES_REFUSED' }, exitCode: 1 });
    expect(await json(['export', 'nothing'], url, join(work, 'home'))).toMatchObject({ error: { code: 'NOTHING_PUBLISHED' } });
  });

  it('that break a contract rule fail the check and do not reach the hall', async () => {
    const url = await emptyDatabase();
    await json(['export', 'out']);
    // The model is the one entry whose absence only the rules notice.
    const { entries, ...manifest } = JSON.parse(readFileSync(join(work, 'out', 'bundle.json'), 'utf8')) as { entries: { kind: string; key: string; sha256: string }[] };
    rmSync(join(work, 'out', 'model'), { recursive: true });
    const rest = entries.filter(({ kind }) => kind !== 'model');
    const { bundleHash } = await import('@banshi/bundle');
    writeFileSync(join(work, 'out', 'bundle.json'), JSON.stringify({ ...manifest, bundle: bundleHash(rest as never), entries: rest }));
    const checked = await json(['check', 'out']);
    expect(checked).toMatchObject({ ok: false, problems: [], exitCode: 1 });
    expect(checked['findings']).toContainEqual(expect.objectContaining({ rule: 'model-missing', severity: 'error', message: expect.stringMatching(/\p{Script=Han}/u), mend: expect.any(String) }));
    expect((await run(['check', 'out', '--lang', 'en'])).stdout).toMatch(/ERROR {3}\S+.*\[model-missing\]/);
    expect(await json(['import', 'out', '--publish', 'hall'], url, join(work, 'home'))).toMatchObject({ ok: false, error: { code: 'RELEASE_BLOCKED' } });
    expect(await json(['import', 'out', '--publish', 'sandbox'], url, join(work, 'home'))).toMatchObject({ ok: true, channel: 'sandbox' });
    expect(await json(['import', 'out', '--publish', 'elsewhere'], url, join(work, 'home'))).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CHANNEL' } });
  });

  it('are named when they are not there', async () => {
    expect(await json(['check', 'nowhere'])).toMatchObject({ ok: false, error: { code: 'FOLDER_MISSING' }, exitCode: 1 });
  });
});

describe('a backup', () => {
  let blob: string;
  let linked: string;
  beforeAll(async () => {
    const stored = await test.app.get(BlobStore, { strict: false }).write(Readable.from([randomBytes(300_000)]), 1_000_000);
    await test.ctx.transaction((tx) => test.app.get(UploadsService, { strict: false }).register(tx, stored));
    blob = `blobs/${stored.sha256.slice(0, 2)}/${stored.sha256}`;
    // Models of one encoder share its weights in this way.
    linked = `blobs/cc/${'c'.repeat(64)}`;
    mkdirSync(join(test.home, 'blobs', 'cc'), { recursive: true });
    linkSync(join(test.home, blob), join(test.home, linked));
    await test.ctx.transaction((tx) => test.app.get(UploadsService, { strict: false }).register(tx, { ...stored, sha256: 'c'.repeat(64) }));
    // No handler of this kind: it stays unfinished.
    await test.app.get(OperationsService, { strict: false }).enqueue(test.ctx, { kind: 'test.unknown', title: { zh: '未完成', en: 'Unfinished' }, queue: 'test-queue' });
  });

  it('restored into an empty installation is the same installation', async () => {
    const backup = await json(['backup', 'all.zip']);
    expect(backup).toMatchObject({ ok: true, missing: [], exitCode: 0 });
    expect(statSync(join(work, 'all.zip')).mode & 0o777).toBe(0o600);
    expect(await json(['backup', 'all.zip'])).toMatchObject({ ok: false, error: { code: 'FILE_EXISTS' } });
    const [url, home] = [await emptyDatabase(), join(work, 'home')];
    expect(await json(['restore', 'all.zip'], url, home)).toMatchObject({ ok: true, rows: backup['rows'], files: backup['files'], exitCode: 0 });
    expect(createHash('sha256').update(readFileSync(join(home, blob))).digest('hex')).toBe(blob.split('/')[2]);
    expect(statSync(join(home, linked)).ino).toBe(statSync(join(home, blob)).ino);
    expect(await json(['export', 'out'], url, home)).toMatchObject({ bundle: hall });
    expect(await json(['audit', 'verify'], url, home)).toMatchObject({ ok: true });
    await expectAlive(url, home);
    expect(await json(['restore', 'all.zip'], url, home)).toMatchObject({ ok: false, error: { code: 'DATABASE_NOT_EMPTY' }, exitCode: 1 });
  });

  it('that is cut off or altered is refused, and leaves the installation empty', async () => {
    await json(['backup', 'all.zip']);
    const bytes = readFileSync(join(work, 'all.zip'));
    writeFileSync(join(work, 'short.zip'), bytes.subarray(0, bytes.length - 1_000));
    writeFileSync(join(work, 'text.zip'), 'not a zip');
    const url = await emptyDatabase();
    for (const name of ['short.zip', 'text.zip']) expect(await json(['restore', name], url, join(work, 'home'))).toMatchObject({ error: { code: 'NOT_A_BACKUP' }, exitCode: 1 });
    expect(await json(['restore', 'none.zip'], url, join(work, 'home'))).toMatchObject({ error: { code: 'FILE_MISSING' } });
    await alterTable(join(work, 'all.zip'), join(work, 'altered.zip'));
    expect(await json(['restore', 'altered.zip'], url, join(work, 'home'))).toMatchObject({ error: { code: 'BACKUP_DAMAGED' }, exitCode: 1 });
    expect(await json(['restore', 'all.zip'], url, join(work, 'home'))).toMatchObject({ ok: true });
  });
});

/** People can sign in, unsealed entries are sealed, and work goes on where it was. */
async function expectAlive(url: string, home: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT q.queue_name FROM graphile_worker._private_jobs j JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id`);
  expect(rows).toEqual([{ queue_name: 'test-queue' }]);
  const [{ username }] = (await client.query<{ username: string }>(`SELECT username FROM app_user WHERE NOT must_change_password ORDER BY username LIMIT 1`)).rows as [{ username: string }];
  const app = await createApp(readEnvironment({ BANSHI_HOME: home, PORT: '0' }), url);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const person = await new TestClient(`http://127.0.0.1:${port}`).signIn(username, testPassword);
  expect((await person.query<{ me: { username: string } }>('{ me { username } }')).me.username).toBe(username);
  await app.close();
  const unsealed = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE batch IS NULL');
  expect(unsealed.rows[0]!.n).toBe(0);
  await client.end();
}

/** The same archive with one letter of one table changed. */
async function alterTable(from: string, to: string): Promise<void> {
  const { zipEntries } = await import('../platform/files/zip-entries.js');
  const { default: yazl } = await import('yazl');
  const archive = new yazl.ZipFile();
  const limit = Number.MAX_SAFE_INTEGER;
  for await (const { name, chunks } of zipEntries(from, { entries: limit, entryBytes: limit, totalBytes: limit })) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks()) parts.push(chunk);
    const content = Buffer.concat(parts);
    archive.addBuffer(name === 'tables/app_user.copy' ? Buffer.from(content.toString().replace('argon2id', 'argon2ie')) : content, name);
  }
  archive.end();
  const written: Buffer[] = [];
  for await (const chunk of archive.outputStream as AsyncIterable<Buffer>) written.push(chunk);
  writeFileSync(to, Buffer.concat(written));
}
