import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './postgres.errors.js';
import type { PostgresLog } from './postgres-log.js';
import { endInitdbOf } from './processes.js';
import { giveTo, superuserPassword, type Placement } from './placement.js';

/** Name of the superuser of an embedded cluster. */
export const SUPERUSER = 'banshi';
/** `initdb` takes 1–3 s; a machine that needs this long has another problem. */
const INIT_LIMIT_MS = 120_000;

/**
 * Makes the data folder unless it is there. It is made beside its final place and renamed when complete, so an
 * interrupted attempt is never taken for data: its left-overs are removed and the work is done again.
 */
export async function ensureCluster(place: Placement, log: PostgresLog, durable = true): Promise<void> {
  const password = superuserPassword(place);
  if (existsSync(place.dataFolder)) return assertOurs(place);
  const half = `${place.dataFolder}.half`;
  if (existsSync(half)) log.warn('Removing the half-made database of an interrupted first start');
  await endInitdbOf(half, log);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${half}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place.account, half);
  giveTo(place.account, passwordFile);
  try {
    await runInitdb(place, half, passwordFile, durable);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, place.dataFolder);
  log.info(`Made a new database in ${realpathSync(place.dataFolder)}`);
}

function assertOurs(place: Placement): void {
  if (process.getuid?.() === 0) return;
  const owner = statSync(place.dataFolder).uid;
  if (owner === process.getuid?.()) return;
  throw new EmbeddedPostgresError(
    'NOT_OURS',
    `${place.dataFolder} belongs to another user (uid ${owner}): it was made by a start as root. Start as root again, or give the folder to yourself with chown -R.`,
  );
}

function runInitdb(place: Placement, folder: string, passwordFile: string, durable: boolean): Promise<void> {
  // The built-in C.UTF-8 sorts by code point and is the same on every operating system, so an upgrade of the
  // machine never invalidates an index; it still knows which Chinese characters are letters (pg_trgm needs that).
  const args = ['--pgdata', folder, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8'];
  args.push('--locale', 'C.UTF-8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions');
  if (!durable) args.push('--no-sync');
  return new Promise((resolve, reject) => {
    const child = spawn(place.binaries.initdb, args, { ...place.account, cwd: '/', env: postgresEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], timeout: INIT_LIMIT_MS, killSignal: 'SIGKILL' });
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', (cause) => reject(new EmbeddedPostgresError('INIT_FAILED', `initdb cannot run: ${cause.message}`, { cause })));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      reject(new EmbeddedPostgresError('INIT_FAILED', `initdb failed (${signal ?? `exit code ${code}`}): ${complaint.trim() || `more than ${INIT_LIMIT_MS} ms`}`));
    });
  });
}

/** A clean environment: PG* variables and NODE_OPTIONS of the caller must not reach PostgreSQL. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

