import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './postgres.errors.js';
import type { PostgresLog } from './postgres-log.js';

/** How long a fast shutdown may take: it waits for a checkpoint, which a slow disk stretches. */
const FAST_SHUTDOWN_MS = 20_000;
/** An immediate shutdown only ends processes; recovery happens at the next start. */
const IMMEDIATE_SHUTDOWN_MS = 5_000;
const POLL_MS = 50;

/**
 * PostgreSQL processes whose working folder is this data folder.
 *
 * PostgreSQL changes into its data folder, so this tells our processes from others that merely got the
 * number in a stale `postmaster.pid`, and also finds backends that outlive a killed postmaster.
 */
export function postgresProcessesOf(dataFolder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(pid, dataFolder));
}

/** Ends the `initdb` of a server that was killed during its first start: it would write on, into a folder to be removed. */
export async function endInitdbOf(halfFolder: string, log: PostgresLog): Promise<void> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  for (const pid of pids.filter((candidate) => isPostgresIn(candidate, halfFolder) || isInitdbOf(candidate, halfFolder))) {
    await endProcess(pid, log, [['SIGKILL', IMMEDIATE_SHUTDOWN_MS]]);
  }
}

function isInitdbOf(pid: number, folder: string): boolean {
  try {
    const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(program ?? '') === 'initdb' && args.includes(folder);
  } catch {
    return false;
  }
}

function isPostgresIn(pid: number, dataFolder: string): boolean {
  try {
    // The kernel appends " (deleted)" to a program that npm has replaced meanwhile.
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder && basename(readlinkSync(`/proc/${pid}/exe`)).split(' ')[0] === 'postgres';
  } catch {
    return false;
  }
}

/** The number in `postmaster.pid`, whoever has it now; null without a readable file. */
export function readPostmasterPid(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Whether `pid` runs: a zombie that its parent has not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

type Step = readonly [signal: NodeJS.Signals, limitMs: number];

/** A postmaster: fast shutdown, then immediate, then kill. */
export const SHUTDOWN: readonly Step[] = [
  ['SIGINT', FAST_SHUTDOWN_MS],
  ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
  ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
];
/** A backend whose postmaster is gone: there is nobody left to whom a graceful end would matter. */
const ABANDONED: readonly Step[] = [
  ['SIGQUIT', 1_000],
  ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
];

/**
 * Ends a process by ever harder signals.
 * @throws EmbeddedPostgresError `STOP_FAILED` when it survives them all or belongs to somebody else
 */
export async function endProcess(pid: number, log: PostgresLog, steps: readonly Step[] = SHUTDOWN): Promise<void> {
  for (const [signal, limit] of steps) {
    if (!send(pid, signal) || (await hasEnded(pid, limit))) return;
    log.warn(`PostgreSQL (pid ${pid}) did not end within ${limit} ms of ${signal}`);
  }
  throw new EmbeddedPostgresError('STOP_FAILED', `PostgreSQL (pid ${pid}) cannot be stopped`);
}

async function hasEnded(pid: number, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(POLL_MS)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw new EmbeddedPostgresError('STOP_FAILED', `PostgreSQL (pid ${pid}) belongs to another user and cannot be stopped`, { cause: error });
  }
}

/**
 * Leaves nothing of an earlier run in the way of a start: ends orphans of this data folder and removes a stale
 * `postmaster.pid`, which would otherwise be fatal when its number now belongs to some other process of this user.
 */
export async function clearEarlierRun(dataFolder: string, log: PostgresLog): Promise<void> {
  const [postmaster] = postgresProcessesOf(dataFolder).filter((pid) => pid === readPostmasterPid(dataFolder));
  if (postmaster !== undefined) {
    log.warn(`Stopping PostgreSQL that an earlier run left behind (pid ${postmaster})`);
    await endProcess(postmaster, log);
  }
  for (const pid of postgresProcessesOf(dataFolder)) await endProcess(pid, log, ABANDONED);
  const stale = readPostmasterPid(dataFolder);
  if (stale === null) return;
  log.warn(`Removing the stale postmaster.pid of an earlier run (pid ${stale})`);
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}
