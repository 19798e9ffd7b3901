import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { giveToFolderOwner } from './account.js';
import { EmbeddedPostgresError } from './postgres.errors.js';

/**
 * Makes this process the only one that starts PostgreSQL on a home folder.
 *
 * The lock is the kernel's (flock on an open file), so it vanishes with the process however that dies and cannot
 * be left behind. Node has no flock: the `flock` command locks the descriptor that it inherits, and the lock stays
 * with our copy of it.
 * @returns a function that releases the lock
 * @throws EmbeddedPostgresError `HOME_IN_USE` naming the process that holds it, `NOT_OURS` where we may not write
 */
export function lockHome(lockFile: string): () => void {
  const descriptor = openLock(lockFile);
  giveToFolderOwner(lockFile);
  const result = spawnSync('flock', ['-x', '-n', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', descriptor],
    timeout: 10_000,
  });
  if (result.error || result.status !== 0) {
    const holder = readFileSync(lockFile, 'utf8').trim();
    closeSync(descriptor);
    if (result.error) throw new EmbeddedPostgresError('START_FAILED', `Cannot lock ${lockFile}: ${result.error.message}`, { cause: result.error });
    throw new EmbeddedPostgresError(
      'HOME_IN_USE',
      `Another Banshi process${holder ? ` (pid ${holder})` : ''} already runs on this home (${lockFile}). Stop it, or choose another BANSHI_HOME.`,
    );
  }
  ftruncateSync(descriptor, 0);
  writeSync(descriptor, `${process.pid}\n`);
  return () => closeSync(descriptor);
}

function openLock(lockFile: string): number {
  try {
    return openSync(lockFile, 'a+', 0o600);
  } catch (cause) {
    throw new EmbeddedPostgresError('NOT_OURS', `${dirname(lockFile)} is not writable for this user; it was probably made by a start as root. Give it to yourself with chown -R, or choose another BANSHI_HOME.`, { cause });
  }
}
