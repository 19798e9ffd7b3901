import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endOrphan, writeTrainerPid } from './trainer-pid.js';
import { Slots } from './slots.js';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'banshi-pid-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A process that does not mind SIGTERM, with a child, in a group of its own: what kill -9 of a server leaves. */
function orphan(): Promise<{ pid: number; child: number }> {
  const process_ = spawn('bash', ['-c', 'trap "" TERM; sleep 60 & echo $!; wait; sleep 60'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => process_.stdout.once('data', (data: Buffer) => resolve({ pid: process_.pid!, child: Number(String(data)) })));
}
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the trainer of a server that was killed', () => {
  it('is found and ended with its children, even where it does not mind SIGTERM', async () => {
    const { pid, child } = await orphan();
    await writeTrainerPid(dir, pid);
    expect(await endOrphan(dir)).toBe(true);
    await expect.poll(() => [isAlive(pid), isAlive(child)], { timeout: 10_000 }).toEqual([false, false]);
    expect(await endOrphan(dir)).toBe(false);
  }, 15_000);

  it('is not mistaken for a process that got its number, nor for one of another machine', async () => {
    const { pid, child } = await orphan();
    for (const noted of [{ pid, start: '1', host: hostname() }, { pid, start: null, host: hostname() }, { pid, start: '1', host: 'elsewhere' }]) {
      writeFileSync(join(dir, 'trainer.pid.json'), JSON.stringify(noted));
      expect(await endOrphan(dir)).toBe(false);
    }
    writeFileSync(join(dir, 'trainer.pid.json'), '{"pid":');
    expect(await endOrphan(dir)).toBe(false);
    expect([isAlive(pid), isAlive(child)]).toEqual([true, true]);
    process.kill(-pid, 'SIGKILL');
  });
});

describe('slots', () => {
  const signal = new AbortController().signal;

  it('go to the lowest rank of those who wait, and not to who has left', async () => {
    const slots = new Slots(1);
    const order: number[] = [];
    expect(await slots.take(signal, 0)).toBe(0);
    const leaving = new AbortController();
    const left = slots.take(leaving.signal, 1);
    const waiting = [9, 5].map((rank) => slots.take(signal, rank).then((slot) => (order.push(rank), slots.release(slot))));
    leaving.abort();
    await expect(left).rejects.toThrow();
    slots.release(0);
    await Promise.all(waiting);
    expect(order).toEqual([5, 9]);
    expect(slots.isFree).toBe(true);
  });
});
