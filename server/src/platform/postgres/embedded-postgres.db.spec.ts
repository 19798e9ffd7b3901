import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import type { PostmasterExit } from './postmaster.js';
import { isAlive, postgresProcessesOf } from './processes.js';

const asRoot = process.getuid?.() === 0;
let home: string;
let said: string[];
let running: EmbeddedPostgres[];

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'banshi-pg-')), 'home');
  chmodSync(join(home, '..'), 0o755);
  said = [];
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  rmSync(join(home, '..'), { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const log = { info: (text: string) => void said.push(text), warn: (text: string) => void said.push(text) };
  // Processes are killed here, not the machine: what was written survives without waiting for the disk.
  const postgres = await startEmbeddedPostgres({ home, log, settings: { fsync: 'off' }, ...options });
  running.push(postgres);
  return postgres;
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function dataFolder(): string {
  return (JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { dataFolder: string }).dataFolder;
}

/** A process of its own that starts PostgreSQL on our home, so that it can be killed without its PostgreSQL. */
function startElsewhere(afterwards = ''): { server: ChildProcess; pid: Promise<number> } {
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)};
    const log = { info() {}, warn() {} };
    const postgres = await startEmbeddedPostgres({ home: ${JSON.stringify(home)}, log, settings: { fsync: 'off' } });
    console.log(postgres.pid);
    ${afterwards}`;
  const server = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { server, pid: new Promise((resolve) => server.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))) };
}

function pidOf(postgres: EmbeddedPostgres): number {
  if (postgres.pid === null) throw new Error('PostgreSQL does not run');
  return postgres.pid;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function until(what: () => boolean | Promise<boolean>, limitMs = 25_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await what()); await sleep(50)) {
    if (Date.now() > end) throw new Error('waited too long');
  }
}

describe('a first start', () => {
  it('makes a database that sorts by code point, searches Chinese, and is closed to others', async () => {
    const postgres = await start();
    const [row] = await query<Record<string, unknown>>(
      postgres.url,
      `CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin`,
    ).then(() =>
      query<Record<string, unknown>>(
        postgres.url,
        `SELECT current_database() AS name, datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding,
                similarity('失业保险金申领', '失业保险') > 0.3 AS similar, current_setting('unix_socket_directories') AS sockets,
                current_setting('listen_addresses') AS addresses
         FROM pg_database WHERE datname = current_database()`,
      ),
    );
    expect(row).toEqual({ name: 'banshi', provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', similar: true, sockets: '', addresses: '127.0.0.1' });
    expect(statSync(join(home, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
    await expect(query(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
    if (asRoot) expect(statSync(dataFolder()).uid).not.toBe(0);
  });

  it('is done again when it was interrupted', async () => {
    mkdirSync(join(home, 'postgres.half', 'base'), { recursive: true });
    writeFileSync(join(home, 'postgres.half', 'PG_VERSION'), '18\n');
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(home, 'postgres.half'))).toBe(false);
    expect(said.join('\n')).toContain('interrupted first start');
  });

  it('survives a kill at any moment of it', async () => {
    for (const delay of [350, 500, 700, 900, 1_200, 1_600]) {
      const { server } = startElsewhere();
      await sleep(delay);
      await kill(server);
    }
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(home).filter((name) => name.includes('half'))).toEqual([]);
  });
});

describe('a later start', () => {
  it('keeps the data, the password and the port', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const pid = pidOf(first);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('ends the orphan of a server that was killed, and loses nothing that was committed', async () => {
    const elsewhere = startElsewhere();
    const pid = await elsewhere.pid;
    await kill(elsewhere.server);
    expect(isAlive(pid)).toBe(true);
    const postgres = await start();
    expect(isAlive(pid)).toBe(false);
    expect(postgresProcessesOf(realpathSync(dataFolder()))).toContain(pidOf(postgres));
    expect(said.join('\n')).toContain(`(pid ${pid})`);
  });

  it('ignores a pid file whose number belongs to another process now, and leaves that process alone', async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      writeFileSync(join(dataFolder(), 'postmaster.pid'), `${stranger.pid}\n${dataFolder()}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`, { mode: 0o600 });
      const second = await start();
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(isAlive(stranger.pid as number)).toBe(true);
    } finally {
      await kill(stranger);
    }
  });

  it('removes a pid file whose number belongs to nobody', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataFolder(), 'postmaster.pid'), `4194300\n${dataFolder()}\n`, { mode: 0o600 });
    const second = await start();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(said.join('\n')).toContain('stale postmaster.pid');
  });

  it('takes another port when the old one is taken', async () => {
    const first = await start();
    await first.stop();
    const squatter = spawn(process.execPath, ['-e', `require('net').createServer().listen(${first.port}, '127.0.0.1', () => console.log('on'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise((resolve) => squatter.stdout.once('data', resolve));
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await kill(squatter);
    }
  });

  it('refuses to run beside another process on the same home', async () => {
    const postgres = await start();
    await expect(start()).rejects.toMatchObject({ code: 'HOME_IN_USE', message: expect.stringContaining(String(process.pid)) as string });
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says so when the password is gone', async () => {
    await (await start()).stop();
    rmSync(join(home, 'postgres-password'));
    await expect(start()).rejects.toMatchObject({ code: 'PASSWORD_LOST' });
  });
});

describe('while running', () => {
  it('reports that PostgreSQL was killed', async () => {
    const postgres = await start();
    const exits: PostmasterExit[] = [];
    postgres.onUnexpectedExit((exit) => exits.push(exit));
    process.kill(pidOf(postgres), 'SIGKILL');
    await until(() => exits.length > 0);
    expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
  });

  it('restarts a killed PostgreSQL on the same port, with all that was committed', async () => {
    const postgres = await start({ keepRunning: true });
    await query(postgres.url, 'CREATE TABLE kept (n int)');
    for (let round = 1; round <= 3; round += 1) {
      await query(postgres.url, `INSERT INTO kept VALUES (${round})`);
      process.kill(pidOf(postgres), 'SIGKILL');
      await until(() => postgres.pid === null);
      await until(() => postgres.pid !== null);
      expect(await query(postgres.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: round }]);
    }
  });

  it('stops although a client is busy, and says nothing unexpected', async () => {
    const postgres = await start();
    const busy = query(postgres.url, 'SELECT pg_sleep(60)').catch((error: unknown) => String(error));
    await sleep(200);
    await postgres.stop();
    expect(await busy).toMatch(/terminat/);
    expect(said.join('\n')).not.toContain('unexpectedly');
    expect(postgresProcessesOf(realpathSync(dataFolder()))).toEqual([]);
  });
});

describe('a process that exits without stopping', () => {
  it('takes PostgreSQL along', async () => {
    const elsewhere = startElsewhere('setTimeout(() => process.exit(3), 500)');
    const pid = await elsewhere.pid;
    await until(() => !isAlive(pid));
  });
});

describe.runIf(asRoot)('as root, in a home that the user who runs PostgreSQL cannot enter', () => {
  it('keeps the data under /var/lib and says so', async () => {
    chmodSync(join(home, '..'), 0o700);
    const first = await start();
    try {
      expect(dataFolder()).toMatch(/^\/var\/lib\/banshi-[0-9a-f]{12}\/postgres$/);
      expect(said.join('\n')).toContain(dataFolder());
      await query(first.url, 'CREATE TABLE kept (n int)');
      await first.stop();
      const second = await start();
      expect(await query(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
      await second.stop();
    } finally {
      rmSync(join(dataFolder(), '..'), { recursive: true, force: true });
    }
  });
});
