import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withSampleCorpus } from '../../../../tests/factories/corpus.js';
import { freePort, RayCluster } from '../../../../tests/factories/ray-cluster.js';
import { withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { RayClient } from './executors/ray/ray-client.js';
import { rayPackage } from './executors/ray/ray-package.js';
import { TransferLinks } from './executors/ray/transfer-links.js';

const bin = process.env['BANSHI_TEST_RAY'];
const python = process.env['BANSHI_TEST_PYTHON'];
const isThere = Boolean(bin && python);
const allSet = '00000000-0000-4000-8000-000000000001';

if (!isThere) console.info('skipped: trainings on a real Ray cluster (set BANSHI_TEST_RAY to the bin folder of ray[default] 2.60 and BANSHI_TEST_PYTHON to an interpreter with models/trainer/requirements.txt)');

describe('without a cluster', () => {
  it('says so before anything is queued, and which variable to set', async () => {
    const port = await freePort();
    for (const [variables, code] of [[{}, 'RAY_OFF'], [{ BANSHI_RAY_URL: `http://127.0.0.1:${port}` }, 'RAY_LOST']] as const) {
      const test = await createTestApp({}, variables);
      const manager = await signedIn(test, ['RELEASE_MANAGER']);
      const { errors } = await manager.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method: 'full', baseModel: null, executor: 'ray' } });
      expect(errors![0]!.extensions).toMatchObject({ code, field: 'input.executor' });
      const { trainingExecutors } = await manager.query<{ trainingExecutors: object[] }>('{ trainingExecutors { key isAvailable reason devices } }');
      expect(trainingExecutors[1]).toMatchObject({ key: 'ray', isAvailable: false, reason: expect.stringContaining('Ray') });
      await test.close();
    }
  }, 60_000);

  it('transfers nothing by a link that is forged, has expired, or is for something else', async () => {
    const test = await createTestApp();
    const links = test.app.get(TransferLinks, { strict: false });
    const job = '00000000-0000-4000-8000-00000000beef';
    const good = await links.sign(test.url, 'GET', job, 'input');
    const past = await links.sign(test.url, 'GET', job, 'input', 0);
    const statuses = [];
    for (const [method, url] of [['GET', good], ['GET', past], ['PUT', good], ['GET', good.replace('/input', '/output')], ['GET', `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`], ['GET', good.split('?')[0]!], ['GET', `${good}&expires=9999999999`]] as const) {
      statuses.push((await fetch(url, { method, ...(method === 'PUT' ? { body: 'x' } : {}) })).status);
    }
    // The good one too: its job is not running.
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403]);
    const query = new URL(good).searchParams;
    expect(await links.isValid('GET', job, 'input', query.get('expires')!, query.get('signature')!)).toBe(true);
    await test.close();
  }, 60_000);
});

describe.skipIf(!isThere)('on a real Ray cluster', () => {
  let cluster: RayCluster;
  let test: TestApp;
  let manager: TestClient;
  beforeAll(async () => {
    cluster = await RayCluster.create(bin!);
    await cluster.start();
    test = await createTestApp({}, { BANSHI_RAY_URL: cluster.url, BANSHI_RAY_TOKEN: cluster.token, BANSHI_RAY_PYTHON: python!, BANSHI_TRAINING_THREADS: '1' });
    // Its port is known only once it listens.
    test.app.get<Environment>(ENVIRONMENT, { strict: false }).ray!.callback = test.url;
    manager = await signedIn(test, ['ADMINISTRATOR', 'RELEASE_MANAGER']);
    await withSampleDrafts(test);
    await withSampleCorpus(test);
  }, 180_000);
  afterAll(async () => {
    await test.close();
    await cluster.remove();
  }, 60_000);

  interface Job {
    id: string;
    state: string;
    externalId: string | null;
    error: object | null;
    operation: { step: string | null };
    lastPoint: { phase: string; step: number } | null;
    environment: Record<string, unknown> | null;
    modelVersion: { problems: string[] } | null;
    progress: { phase: string; step: number }[];
    logs: { items: { line: string }[] };
  }
  const fields = 'id state externalId error { code message } operation { step } lastPoint { phase step } environment modelVersion { problems } progress { phase step } logs(take: 200) { items { line } }';
  const read = async (id: string) => (await manager.query<{ trainingJob: Job }>(`query ($id: ID!) { trainingJob(id: $id) { ${fields} } }`, { id })).trainingJob;
  const start = async (epochs: number, seed: number) =>
    (await manager.query<{ startTraining: { id: string } }>('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method: 'full', executor: 'ray', baseModel: null, seed, hyperParameters: { epochs, patience: 0, learningRate: 0.001 } } })).startTraining.id;
  async function until(id: string, wanted: (job: Job) => boolean): Promise<Job> {
    for (let waited = 0; waited < 240_000; waited += 200, await new Promise((resolve) => setTimeout(resolve, 200))) {
      const job = await read(id);
      if (wanted(job)) return job;
      if (job.state === 'FAILED') throw new Error(JSON.stringify([job.error, job.logs.items.slice(-30)], null, 1));
    }
    throw new Error(`it did not come to that: ${JSON.stringify(await read(id), null, 1)}`);
  }
  const statusOf = async (submission: string) => ((await (await cluster.request('GET', `/api/jobs/${submission}`)).json()) as { status: string }).status;
  const isTraining = (job: Job) => job.lastPoint?.phase === 'train' && job.state === 'RUNNING';

  it('a job is submitted, watched, and brings its model home', async () => {
    const job = await until(await start(2, 1), ({ state }) => state === 'SUCCEEDED');
    expect(job.modelVersion!.problems).toEqual([]);
    expect(job.externalId).toBe(`banshi-${job.id}-1`);
    expect(job.environment).toMatchObject({ executor: 'ray', cluster: cluster.url, trainer: expect.any(String) });
    expect(job.progress.length).toBeGreaterThan(1);
    expect(await statusOf(job.externalId!)).toBe('SUCCEEDED');
  }, 250_000);

  it('a job is stopped within five seconds, and resumed by a submission of its own', async () => {
    const id = await start(100, 2);
    await until(id, isTraining);
    const asked = Date.now();
    await manager.query('mutation ($id: ID!) { cancelTraining(id: $id) { id } }', { id });
    const cancelled = await until(id, ({ state }) => state === 'CANCELLED');
    expect(Date.now() - asked).toBeLessThan(5_500);
    expect(cancelled.modelVersion).toBeNull();
    await expect.poll(() => statusOf(`banshi-${id}-1`), { timeout: 10_000 }).toBe('STOPPED');
    await manager.query('mutation ($id: ID!) { resumeTraining(id: $id) { id } }', { id });
    await until(id, ({ externalId, operation, state }) => externalId === `banshi-${id}-2` && state === 'RUNNING' && operation.step !== null);
    await manager.query('mutation ($id: ID!) { cancelTraining(id: $id) { id } }', { id });
    await until(id, ({ state }) => state === 'CANCELLED');
    await expect.poll(() => statusOf(`banshi-${id}-2`).catch(() => 'STOPPED'), { timeout: 15_000 }).toBe('STOPPED');
  }, 250_000);

  it('a submission that was sent twice is one', async () => {
    const client = new RayClient({ url: cluster.url, token: cluster.token, python: 'python', callback: null });
    const { name, content } = await rayPackage();
    const submission = { id: 'banshi-twice', entrypoint: 'true', workingDir: await client.upload(name, content), environment: {}, gpus: 0 };
    expect([await client.submit(submission), await client.submit(submission)]).toEqual([true, false]);
    expect(await client.job('banshi-nobody')).toBeNull();
    await expect(new RayClient({ url: cluster.url, token: 'wrong'.repeat(8), python: 'python', callback: null }).job('x')).rejects.toMatchObject({ code: 'RAY_UNAUTHORISED' });
  }, 60_000);

  it('a job stopped by somebody else on the cluster says so', async () => {
    const id = await start(100, 3);
    await until(id, isTraining);
    await cluster.request('POST', `/api/jobs/banshi-${id}-1/stop`);
    await expect(until(id, ({ state }) => state === 'SUCCEEDED')).rejects.toThrow('RAY_STOPPED');
  }, 250_000);

  it('a cluster that is killed in mid-job is waited for, and the job goes on when it is back', async () => {
    const id = await start(6, 4);
    await until(id, isTraining);
    await cluster.kill();
    await until(id, ({ operation }) => operation.step === 'cluster-lost');
    await cluster.start();
    const job = await until(id, ({ state }) => state === 'SUCCEEDED');
    expect(job.externalId).toBe(`banshi-${id}-2`);
    expect(job.modelVersion!.problems).toEqual([]);
  }, 300_000);
});
