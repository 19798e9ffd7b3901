import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeTrainer } from '../factories/fake-trainer.js';
import { AcknowledgedWork } from './acknowledged-work.js';
import { ServerProcess, type Victim } from './server-process.js';

const main = new URL('../../server/dist/main.js', import.meta.url);
const killsEach = 5;
/** Long enough for every kind of request to be acknowledged, short enough for the suite. */
const workMs = { least: 300, spread: 1_200 };
const random = (spread: number) => Math.floor(Math.random() * spread);

let server: ServerProcess;
let work: AcknowledgedWork;
const trainer = new FakeTrainer();

/** Brings the product back: PostgreSQL alone is restarted by the server, which must survive it. */
async function recover(victim: Victim): Promise<number> {
  const begin = Date.now();
  if (victim === 'postgres') await server.postgresRestarted();
  else await server.start();
  return Date.now() - begin;
}

async function trained(id: string, limitMs: number) {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(200)) {
    const job = await work.trainingState(id).catch(() => null);
    if (job && job.state !== 'QUEUED' && job.state !== 'RUNNING') return job;
  }
  throw new Error(`training is still ${JSON.stringify(await work.trainingState(id))}`);
}

describe.skipIf(!existsSync(main))('kill -9', () => {
  beforeAll(async () => {
    server = new ServerProcess(trainer.path);
    await server.start();
    work = await AcknowledgedWork.begin(server);
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    trainer.remove();
  });

  it.each<Victim>(['node', 'postgres', 'both'])(
    `of %s, ${killsEach} times at random moments, loses nothing that was acknowledged`,
    async (victim) => {
      const before = { ...work.counts };
      for (let n = 0; n < killsEach; n += 1) {
        work.start();
        await sleep(workMs.least + random(workMs.spread));
        await server.kill(victim);
        const recoveryMs = await recover(victim);
        await work.stop();
        // The first connection after a kill of PostgreSQL may still be a dead one: that is a refusal, not a loss, so it is asked again.
        await expect.poll(() => work.lost().catch((error: unknown) => [String(error)]), { timeout: 20_000, message: `after kill ${n + 1}` }).toEqual([]);
        expect(recoveryMs).toBeLessThan(60_000);
      }
      for (const kind of ['drafts', 'cases', 'tasks', 'turns'] as const) expect(work.counts[kind], kind).toBeGreaterThan(before[kind]);
    },
    150_000,
  );

  it.each<Victim>(['node', 'both'])('of %s while a model is trained lets the job run again and end', async (victim) => {
    const id = await work.train(1 + random(1_000_000));
    for (let job = await work.trainingState(id); (job.operation.progress ?? 0) < 0.05 && job.state !== 'SUCCEEDED'; job = await work.trainingState(id)) await sleep(50);
    await sleep(random(1_000));
    await server.kill(victim);
    await recover(victim);
    const job = await trained(id, 90_000);
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null, modelVersion: { n: expect.any(Number) } });
    expect(job.operation.attempts).toBeGreaterThanOrEqual(1);
  }, 150_000);

  it.each<Victim>(['node', 'both'])('of %s while all weights are trained lets the trainer go on from its last checkpoint, once', async (victim) => {
    trainer.behave({ stepMs: 150 });
    const id = await work.train(1 + random(1_000_000), { method: 'full', hyperParameters: { epochs: 10 } });
    for (let job = await work.trainingState(id); (job.progress.at(-1)?.step ?? 0) < 12; job = await work.trainingState(id)) await sleep(50);
    await sleep(random(1_000));
    await server.kill(victim);
    await recover(victim);
    const job = await trained(id, 120_000);
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null, modelVersion: { n: expect.any(Number) } });
    // It was not begun again, and the trainer that outlived the server did not go on beside the new one.
    expect(job.logs.items.filter(({ line }) => line.includes('resumed at step'))).toHaveLength(1);
    const steps = job.progress.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(50);
  }, 180_000);

  it('leaves the audit log whole and every case once', async () => {
    const { isAuditIntact, numbers } = await work.consistency();
    expect(isAuditIntact).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
    // Beyond those acknowledged there is at most one by form and one by conversation that were under way at each kill.
    expect(numbers.length).toBeLessThanOrEqual(work.counts.cases + work.counts.chatCases + 2 * (3 * killsEach + 4));
    expect(work.counts.bundles).toBeGreaterThan(0);
    console.info(`acknowledged and kept: ${JSON.stringify(work.counts)}`);
  });
});
