import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { giveToFolderOwner } from './account.js';
import { SUPERUSER, postgresEnvironment } from './cluster.js';
import { EmbeddedPostgresError } from './postgres.errors.js';
import type { Placement } from './placement.js';

export interface PostmasterExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One running postmaster that this process spawned. */
export interface Postmaster {
  readonly pid: number;
  /** Settles when it has ended, for whatever reason. */
  readonly exit: Promise<PostmasterExit>;
}

/** Sized for a machine of 2 cores and 2 GB that also runs the server and its models. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '96MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Parallel queries need /dev/shm, of which containers have little, and gain nothing on two cores.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %d ',
  log_checkpoints: 'off',
  logging_collector: 'off',
};

/** Crash recovery replays at most `max_wal_size` and a slow disk needs its time for that. */
const READY_LIMIT_MS = 120_000;
const POLL_MS = 30;
/** The log is kept for the operator; one old generation is enough. */
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

/** A PostgreSQL URL of the superuser on this machine. */
export function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The wanted port if nobody listens on it, else a free one. */
export async function findFreePort(wanted: number | null): Promise<number> {
  return (wanted !== null && (await listenOnce(wanted))) || (await listenOnce(0)) || Promise.reject(new EmbeddedPostgresError('START_FAILED', 'No free port on 127.0.0.1'));
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/**
 * Spawns a postmaster and waits until it answers.
 * @throws EmbeddedPostgresError `START_FAILED` with the end of its log when it ends or stays silent
 */
export async function startPostmaster(place: Placement, port: number, password: string, settings: Readonly<Record<string, string>>): Promise<Postmaster> {
  rotateLog(place.logFile);
  const output = openSync(place.logFile, 'a', 0o600);
  giveToFolderOwner(place.logFile);
  const offset = statSync(place.logFile).size;
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: Ctrl-C in the terminal is for us, and we stop PostgreSQL after the last query.
  const child = spawn(place.binaries.postgres, ['-D', place.dataFolder, ...flags], { ...place.account, cwd: '/', env: postgresEnvironment(), detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const exit = exitOf(child);
  const state = { ended: false };
  void exit.then(() => (state.ended = true));
  const url = databaseUrl(port, password, 'postgres');
  for (const end = Date.now() + READY_LIMIT_MS; Date.now() < end && !state.ended; await sleep(POLL_MS)) {
    if (await answers(url)) {
      // Somebody else's server might answer on a port that ours failed to get.
      if (!state.ended && child.pid !== undefined) return { pid: child.pid, exit };
    }
  }
  if (!state.ended) child.kill('SIGQUIT');
  throw new EmbeddedPostgresError('START_FAILED', `PostgreSQL does not start: ${lastLines(place.logFile, offset)} (see ${place.logFile})`);
}

function exitOf(child: ChildProcess): Promise<PostmasterExit> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
}

function lastLines(file: string, offset: number): string {
  const lines = readFileSync(file).subarray(offset).toString().trim().split('\n');
  return lines.slice(-4).join(' | ') || 'no answer';
}
