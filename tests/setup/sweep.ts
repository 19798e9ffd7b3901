import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHome } from '../../server/src/platform/postgres/home-lock.js';
import { clearEarlierRun } from '../../server/src/platform/postgres/processes.js';

/** A run that has just made its folder may not hold its lock yet. */
const YOUNG_MS = 60_000;

/** Ends the servers of test runs that were killed, and removes their folders; running ones hold their lock. */
export async function sweepKilledRuns(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs < YOUNG_MS) continue;
      const unlock = lockHome(join(folder, 'postgres.lock'));
      await clearEarlierRun(realpathSync(join(folder, 'postgres')), { info: () => undefined, warn: () => undefined });
      unlock();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use, half made, or another user's: not ours to clean.
    }
  }
}
