import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../tests/factories/client.js';
import { withSampleCorpus } from '../../tests/factories/corpus.js';
import { withSampleDrafts } from '../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { signedIn } from '../../tests/factories/users.js';
import { InterpretViewsService } from './modules/serving/interpret-views.service.js';
import { ServingService } from './modules/serving/serving.service.js';

const allSet = '00000000-0000-4000-8000-000000000001';
let test: TestApp;
let admin: TestClient;
/** Threads in the order in which they were started. */
const threads: Worker[] = [];
const note = (worker: Worker) => void threads.push(worker);

beforeAll(async () => {
  process.on('worker', note);
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  await withSampleDrafts(test);
  await withSampleCorpus(test);
}, 120_000);
afterAll(async () => {
  process.off('worker', note);
  await test.close();
});

interface Job {
  id: string;
  state: string;
  operation: { id: string; attempts: number };
  error: { code: string; message: string } | null;
  progress: { step: number; phase: string }[];
  modelVersion: { id: string; artifact: string } | null;
}
const read = async (id: string) => (await admin.query<{ trainingJob: Job }>('query ($id: ID!) { trainingJob(id: $id) { id state operation { id attempts } error { code message } progress { step phase } modelVersion { id artifact } } }', { id })).trainingJob;
const start = async (input: object = {}) => (await admin.query<{ startTraining: { id: string } }>('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, ...input } })).startTraining.id;

async function until(id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (let waited = 0; waited < 60_000; waited += 50, await new Promise((resolve) => setTimeout(resolve, 50))) {
    const job = await read(id);
    if (wanted(job)) return job;
  }
  throw new Error('it did not come to that');
}
const isEnded = ({ state }: Job) => ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(state);

describe('when a thread dies', () => {
  it('a training fails with a clear error, leaves nothing behind and can be tried again', async () => {
    const id = await start({ hyperParameters: { maxEpochs: 1_000, tolerance: 0.0001, slotEpochs: 100 } });
    // Once it fits: a thread that is ended by force inside onnxruntime takes the process with it, so cancelling never does that.
    await until(id, (job) => job.progress.some(({ phase }) => phase === 'intents'));
    await threads.at(-1)!.terminate();
    const job = await until(id, isEnded);
    expect(job).toMatchObject({ state: 'FAILED', error: { code: 'TRAINING_CRASHED', message: expect.stringContaining('没有产生模型') }, modelVersion: null });
    expect(existsSync(join(test.home, 'models', 'work')) ? readdirSync(join(test.home, 'models', 'work')) : []).toEqual([]);
    await admin.query('mutation ($id: ID!) { retryOperation(id: $id) { state } }', { id: job.operation.id });
    expect((await until(id, (again) => isEnded(again) && again.modelVersion !== null)).state).toBe('SUCCEEDED');
  }, 120_000);

  it('a training that was cut off after its artifact was kept ends with the same version', async () => {
    const id = await start({ seed: 5 });
    const first = await until(id, isEnded);
    // What kill -9 leaves between moving the folder and registering it.
    await test.ctx.manager.query('UPDATE training_job SET model_version_id = NULL WHERE id = $1', [id]);
    await test.ctx.manager.query(`UPDATE operation SET state = 'FAILED' WHERE id = $1`, [first.operation.id]);
    await admin.query('mutation ($id: ID!) { retryOperation(id: $id) { state } }', { id: first.operation.id });
    const again = await until(id, (job) => isEnded(job) && job.modelVersion !== null);
    expect(again.modelVersion).toEqual(first.modelVersion);
    expect(again.progress.map((point) => point.step)).toEqual(again.progress.map((_, i) => i));
  }, 60_000);

  it('the texts that it was reading fail clearly and the next are answered', async () => {
    const serving = test.app.get(ServingService, { strict: false });
    const view = await test.app.get(InterpretViewsService, { strict: false }).ofDrafts(test.ctx);
    const { modelVersion } = await read(await start({ seed: 5 }).then(async (id) => (await until(id, isEnded)).id));
    await serving.preload(modelVersion!.artifact);
    const thread = threads.at(-1)!;
    const lost = serving.interpret(test.ctx, modelVersion!.artifact, Array.from({ length: 60 }, () => '办'.repeat(900)), view);
    const outcome = expect(lost).rejects.toMatchObject({ code: 'INFERENCE_FAILED' });
    await thread.terminate();
    await outcome;
    const [answer] = await serving.interpret(test.ctx, modelVersion!.artifact, ['我要领失业金'], view);
    expect(answer!.intents[0]!.key).toBe('apply-unemployment-benefit');
  }, 60_000);

  it('keeps three models in memory, those used last', async () => {
    const serving = test.app.get(ServingService, { strict: false });
    const hashes: string[] = [];
    for (const seed of [21, 22, 23, 24]) hashes.push((await until(await start({ seed, hyperParameters: { strengths: [48], slotEpochs: 1 } }), isEnded)).modelVersion!.artifact);
    // Together, to see that they do not push each other out in mid-flight.
    await Promise.all(hashes.slice(0, 3).map((hash) => serving.preload(hash)));
    expect(serving.loaded().sort()).toEqual(hashes.slice(0, 3).sort());
    await serving.preload(hashes[0]!);
    await serving.preload(hashes[3]!);
    expect(serving.loaded()).toHaveLength(3);
    expect(serving.loaded()).toContain(hashes[0]);
    expect(serving.loaded().at(-1)).toBe(hashes[3]);
  }, 120_000);
});
