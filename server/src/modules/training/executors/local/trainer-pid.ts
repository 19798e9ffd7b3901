import { readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup } from '../../../../platform/files/run-command.js';

const fileName = 'trainer.pid.json';
const graceMs = 4_000;
const killMs = 5_000;
const pollMs = 50;

interface TrainerPid {
  pid: number;
  /** When the kernel started it, in its own ticks: a number is given out again, a number with its start is not. */
  start: string | null;
  host: string;
}

/** Notes which process trains in the folder, so that whoever comes after a crash of the server finds it. */
export async function writeTrainerPid(dir: string, pid: number): Promise<void> {
  const half = join(dir, `${fileName}.part`);
  await writeFile(half, JSON.stringify({ pid, start: startOf(pid), host: hostname() } satisfies TrainerPid));
  await rename(half, join(dir, fileName));
}

export async function removeTrainerPid(dir: string): Promise<void> {
  await rm(join(dir, fileName), { force: true });
}

/** Ends the trainer that an earlier server left in the folder, with all its processes. Answers whether there was one. */
export async function endOrphan(dir: string): Promise<boolean> {
  const noted = await readFile(join(dir, fileName), 'utf8').then((text) => JSON.parse(text) as TrainerPid).catch(() => null);
  if (!noted || noted.host !== hostname() || noted.start === null || startOf(noted.pid) !== noted.start) {
    await removeTrainerPid(dir);
    return false;
  }
  for (const [signal, limit] of [['SIGTERM', graceMs], ['SIGKILL', killMs]] as const) {
    signalGroup(noted.pid, signal);
    for (const end = Date.now() + limit; Date.now() < end && startOf(noted.pid) === noted.start; await sleep(pollMs));
  }
  // Its children may have outlived it.
  signalGroup(noted.pid, 'SIGKILL');
  await removeTrainerPid(dir);
  return true;
}

/** Field 22 of `/proc/PID/stat` (proc(5)); null for a process that is not there or only waits to be collected. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(fields[0]!) ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
