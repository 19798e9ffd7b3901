import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withLabels } from '../../../../tests/factories/corpus.js';
import { FakeTrainer } from '../../../../tests/factories/fake-trainer.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { verifyArtifact } from '@banshi/artifact';
import { keptDays, WorkFolders } from './work-folders.service.js';

const allSet = '00000000-0000-4000-8000-000000000001';
const trainer = new FakeTrainer();
let test: TestApp;
let manager: TestClient;

beforeAll(async () => {
  test = await createTestApp({}, { BANSHI_PYTHON: trainer.path });
  manager = await signedIn(test, ['RELEASE_MANAGER'], { name: '王五' });
  const admin = await signedIn(test, ['ADMINISTRATOR']);
  await withLabels(test, ['apply', 'other']);
  for (const intent of ['apply', 'other']) {
    await admin.query('mutation ($input: CreateUtterancesInput!) { createUtterances(input: $input) { created { id } } }', { input: { intent, texts: Array.from({ length: 20 }, (_, i) => `${intent === 'apply' ? '我要申请' : '你好，请问'}𠮷${i}😀`) } });
  }
}, 120_000);
beforeEach(() => trainer.behave({}));
afterAll(async () => {
  await test.close();
  trainer.remove();
});

interface Job {
  id: string;
  n: number;
  state: string;
  operation: { step: string | null; attempts: number };
  error: { code: string; message: string } | null;
  progress: { phase: string; step: number; epoch: number; loss: number | null; learningRate: number | null; metrics: Record<string, number>; secondsLeft: number | null }[];
  secondsLeft: number | null;
  environment: Record<string, unknown> | null;
  results: { variant: string | null; refused: string | null; accuracy: number; bytes: number; latencyMs1: number; modelVersion: { id: string; n: number; variant: string | null; original: { id: string } | null; variants: { id: string }[]; artifact: string } | null }[];
  modelVersion: { id: string; artifact: string; manifest: { method: string; hyper: object } } | null;
  earlyStop: { epoch: number; best: number; median: number } | null;
  settings: Record<string, unknown>;
  logs: { items: { line: string }[] };
}
const fields = `id n state operation { step attempts } error { code message } progress { phase step epoch loss learningRate metrics secondsLeft } secondsLeft environment
  results { variant refused accuracy bytes latencyMs1 modelVersion { id n variant original { id } variants { id } artifact } } modelVersion { id artifact manifest } earlyStop { epoch best median }
  settings { trainingSet snapshot method preset baseModel hyperParameters executor device variants seed } logs(take: 200) { items { line } }`;

const read = async (id: string) => (await manager.query<{ trainingJob: Job }>(`query ($id: ID!) { trainingJob(id: $id) { ${fields} } }`, { id })).trainingJob;
const start = async (input: object = {}) =>
  (await manager.query<{ startTraining: { id: string } }>('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method: 'full', ...input } })).startTraining.id;
const refusal = async (input: object) => (await manager.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method: 'full', ...input } })).errors![0]!.extensions;

async function until(id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (let waited = 0; waited < 60_000; waited += 50, await new Promise((resolve) => setTimeout(resolve, 50))) {
    const job = await read(id);
    if (wanted(job)) return job;
  }
  throw new Error('it did not come to that');
}
const ended = (id: string) => until(id, ({ state }) => ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(state));
const folderOf = (id: string) => join(test.home, 'models', 'work', id);
const versions = async () => (await manager.query<{ modelVersions: { totalItems: number } }>('{ modelVersions { totalItems } }')).modelVersions.totalItems;

describe('a full training', () => {
  it('by the binary preset gives the trainer what it says, and a model with its variant, measured', async () => {
    trainer.behave({ stepMs: 60 });
    const id = await start({ preset: 'binary', baseModel: null, variants: ['int8'], seed: 5 });
    await until(id, (job) => job.progress.length > 0 && job.secondsLeft !== null);
    expect(JSON.parse(readFileSync(join(folderOf(id), 'job.json'), 'utf8'))).toMatchObject({
      task: 'intent', base: null, seed: 5, device: 'cpu', quantise: true, distil: null,
      hyper: { epochs: 3, learningRate: 0.00002, batchSize: 32, shape: { layers: 2 } },
      labels: { intents: [{ key: 'apply', outOfScope: false }, { key: 'other', outOfScope: false }] },
    });
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null, secondsLeft: null, environment: { executor: 'local', device: 'cpu', torch: '2.13.0' } });
    expect(job.progress.map((point) => point.step)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(job.progress[4]).toMatchObject({ phase: 'train', epoch: 1, loss: 0.4, learningRate: 0.00002, metrics: { accuracy: 0.9 } });
    expect(job.results.map(({ variant, accuracy, latencyMs1, modelVersion }) => [variant, accuracy, latencyMs1, modelVersion?.variant, modelVersion?.original?.id])).toEqual([
      [null, 0.9, 2, null, undefined],
      ['int8', 0.89, 1, 'int8', job.modelVersion!.id],
    ]);
    expect(job.results[0]!.modelVersion!.variants).toEqual([{ id: job.results[1]!.modelVersion!.id }]);
    expect(job.modelVersion!.manifest).toMatchObject({ method: 'full', hyper: { task: 'intent', learningRate: 0.00002 } });
    for (const { modelVersion } of job.results) expect((await verifyArtifact(join(test.home, 'models', modelVersion!.artifact))).problems).toEqual([]);
    expect(existsSync(folderOf(id))).toBe(false);
    expect(job.settings).toMatchObject({ trainingSet: allSet, method: 'full', preset: 'binary', baseModel: null, executor: 'local', device: 'auto', variants: ['int8'], seed: 5 });
  });

  it('once more with its settings gives the same version, whether after or beside it', async () => {
    const first = await ended(await start({ baseModel: null, hyperParameters: { epochs: 2 } }));
    const [a, b] = [await start(first.settings), await start(first.settings)];
    const [jobA, jobB] = [await ended(a), await ended(b)];
    expect([jobA.modelVersion?.id, jobB.modelVersion?.id]).toEqual([first.modelVersion!.id, first.modelVersion!.id]);
  });

  it('says of a variant that failed its gate why it was not kept', async () => {
    trainer.behave({ gate: true });
    const { results } = await ended(await start({ baseModel: null, variants: ['int8'], hyperParameters: { epochs: 1 } }));
    expect(results[1]).toMatchObject({ variant: 'int8', refused: 'accuracy fell by 0.4', accuracy: 0.5, modelVersion: null });
  });

  it('keeps what the trainer and its libraries print, searchable, and figures that are no numbers as missing', async () => {
    trainer.behave({ nan: true });
    const job = await ended(await start({ baseModel: null, hyperParameters: { epochs: 1 } }));
    expect(job.progress[1]).toMatchObject({ step: 2, loss: null, metrics: {} });
    const { trainingJob } = await manager.query<{ trainingJob: Pick<Job, 'logs'> }>('query ($id: ID!) { trainingJob(id: $id) { logs(q: "COMPLAINS") { items { line } } } }', { id: job.id });
    expect(trainingJob.logs.items).toEqual([{ line: 'stderr: and complains here' }]);
  });
});

describe('a trainer that dies', () => {
  it('is started again and goes on from its checkpoint', async () => {
    trainer.behave({ crashes: 2 });
    const job = await ended(await start({ baseModel: null, hyperParameters: { epochs: 3 } }));
    expect(job).toMatchObject({ state: 'SUCCEEDED', operation: { attempts: 1 } });
    expect(job.progress.map((point) => point.step)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(job.logs.items.filter(({ line }) => line.includes('resumed at step 5'))).toHaveLength(2);
  });

  it('again and again ends in a clear error, without a model, and can be resumed', async () => {
    trainer.behave({ crashes: 3 });
    const before = await versions();
    const id = await start({ baseModel: null, hyperParameters: { epochs: 4 }, seed: 11 });
    expect(await ended(id)).toMatchObject({ state: 'FAILED', error: { code: 'TRAINER_CRASHED', message: expect.stringContaining('恢复训练') }, modelVersion: null });
    expect(await versions()).toBe(before);
    await manager.query('mutation ($id: ID!) { resumeTraining(id: $id) { state } }', { id });
    const job = await until(id, (again) => again.state === 'SUCCEEDED');
    expect(job.logs.items.some(({ line }) => line.includes('resumed at step 5'))).toBe(true);
  });
});

describe('a cancelled training', () => {
  it.each([false, true])('has ended within five seconds (deaf to SIGTERM: %s), leaves no model and goes on from its checkpoint', async (ignoresTerm) => {
    trainer.behave({ stepMs: 100, ignoresTerm });
    const before = await versions();
    const id = await start({ baseModel: null, hyperParameters: { epochs: 10 }, seed: ignoresTerm ? 21 : 22 });
    await until(id, (job) => job.progress.length >= 7);
    const { pid } = JSON.parse(readFileSync(join(folderOf(id), 'trainer.pid.json'), 'utf8')) as { pid: number };
    const asked = Date.now();
    await manager.query('mutation ($id: ID!) { cancelTraining(id: $id) { id } }', { id });
    await until(id, (job) => job.state === 'CANCELLED');
    expect(Date.now() - asked).toBeLessThan(5_500);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await versions()).toBe(before);
    trainer.behave({});
    await manager.query('mutation ($id: ID!) { resumeTraining(id: $id) { state } }', { id });
    const job = await until(id, (again) => again.state === 'SUCCEEDED');
    expect(job.logs.items.some(({ line }) => /resumed at step [1-9]/.test(line))).toBe(true);
    expect(job.progress.map((point) => point.step)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  }, 60_000);
});

it('the folder of a training that failed is kept for two weeks, and then it starts anew', async () => {
  trainer.behave({ crashes: 3 });
  const id = await start({ baseModel: null, hyperParameters: { epochs: 4 }, seed: 12 });
  await until(id, ({ state }) => state === 'FAILED');
  const folders = test.app.get(WorkFolders);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  expect(await folders.sweep(inDays(keptDays - 1))).toEqual([]);
  expect(existsSync(folderOf(id))).toBe(true);
  expect(await folders.sweep(inDays(keptDays + 1))).toContain(id);
  expect(existsSync(folderOf(id))).toBe(false);
  trainer.behave({ stepMs: 60 });
  await manager.query('mutation ($id: ID!) { resumeTraining(id: $id) { state } }', { id });
  await until(id, (job) => job.state === 'RUNNING' && job.progress.length > 0);
  expect(await folders.sweep(inDays(keptDays + 1))).toEqual([]);
  await until(id, ({ state }) => state === 'SUCCEEDED');
});

describe('what goes wrong', () => {
  it.each([
    ['out-of-memory', 'OUT_OF_MEMORY', '批大小'],
    ['loss-not-finite', 'LOSS_NOT_FINITE', '学习率'],
    ['disk-full', 'DISK_FULL', '磁盘'],
    ['checkpoint-corrupt', 'CHECKPOINT_CORRUPT', '重新开始'],
    ['base-unsafe', 'BASE_UNREADABLE', '基础模型'],
    ['parity-failed', 'PARITY_FAILED', '没有登记'],
    ['dependency-missing', 'PYTHON_INCOMPLETE', '环境'],
    ['something-new', 'TRAINER_FAILED', 'torch says so'],
  ])('%s ends the job with %s, which says what to do', async (code, expected, said) => {
    trainer.behave({ problem: { code, message: 'torch says so' } });
    const job = await ended(await start({ baseModel: null }));
    expect(job).toMatchObject({ state: 'FAILED', error: { code: expected, message: expect.stringContaining(said) }, modelVersion: null });
  });

  it('a folder that fails its check is not registered, nor is any of its variants', async () => {
    const before = await versions();
    for (const behaviour of [{ halfArtifact: true }, { noArtifact: true }]) {
      trainer.behave(behaviour);
      const job = await ended(await start({ baseModel: null, variants: ['int8'], seed: 77 }));
      expect(job).toMatchObject({ state: 'FAILED', modelVersion: null, results: [] });
      expect(['MODEL_DAMAGED', 'TRAINER_FAILED']).toContain(job.error!.code);
    }
    expect(await versions()).toBe(before);
  });

  it.each([
    ['UNKNOWN_PRESET', 'input.preset', { preset: 'magic' }],
    ['NOT_OF_METHOD', 'input.variants', { variants: ['huge'] }],
    ['NOT_OF_METHOD', 'input.executor', { executor: 'moon' }],
    ['NOT_OF_METHOD', 'input.device', { device: 'tpu' }],
    ['NO_CUDA', 'input.device', { device: 'cuda' }],
    ['INVALID_HYPER_PARAMETERS', 'input.hyperParameters.epochs', { hyperParameters: { epochs: 0 } }],
    ['NOT_FOUND', undefined, { baseModel: '00000000-0000-4000-8000-00000000dead' }],
    ['NOT_FOUND', undefined, { snapshot: '00000000-0000-4000-8000-00000000dead' }],
    ['NOT_OF_METHOD', 'input.variants', { method: 'head', variants: ['int8'] }],
  ])('refuses at once with %s at %s', async (code, field, input) => {
    expect(await refusal({ baseModel: null, ...input })).toMatchObject({ code, ...(field ? { field } : {}) });
  });
});

describe('a grid', () => {
  it('is one group of one snapshot whose bad runs are ended early', async () => {
    trainer.behave({ stepMs: 40 });
    // While another holds the one place, all three wait; then they run in the order of their numbers.
    const before = await start({ baseModel: null, hyperParameters: { epochs: 100 } });
    await until(before, ({ progress }) => progress.length > 0);
    const { startTrainingGroup: jobs } = await manager.query<{ startTrainingGroup: { id: string; groupId: string }[] }>(
      'mutation ($input: StartTrainingInput!, $grid: [TrainingGridAxis!]!) { startTrainingGroup(input: $input, grid: $grid) { id groupId } }',
      { input: { trainingSet: allSet, method: 'full', baseModel: null, hyperParameters: { epochs: 4 } }, grid: [{ key: 'learningRate', values: [0.0008, 0.0007, 0.0001] }] },
    );
    expect(new Set(jobs.map(({ groupId }) => groupId)).size).toBe(1);
    for (const { id } of jobs) await until(id, ({ operation }) => operation.step === 'waiting-cpu');
    await manager.query('mutation ($id: ID!) { cancelTraining(id: $id) { id } }', { id: before });
    const done = [];
    for (const { id } of jobs) done.push(await ended(id));
    expect(done.map(({ state }) => state)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'CANCELLED']);
    expect(done[2]).toMatchObject({ earlyStop: { epoch: 1 }, modelVersion: null });
    const { compareTrainings } = await manager.query<{ compareTrainings: object }>('query ($ids: [ID!]!) { compareTrainings(ids: $ids) { isSameTest differences { setting values } jobs { n } } }', { ids: jobs.map(({ id }) => id) });
    expect(compareTrainings).toMatchObject({ isSameTest: true, differences: [{ setting: 'hyperParameters.learningRate', values: [0.0008, 0.0007, 0.0001] }] });
    const { trainingJobs } = await manager.query<{ trainingJobs: { totalItems: number; items: { id: string }[] } }>('query ($group: ID!) { trainingJobs(filter: {group: $group, method: "full"}, sort: {field: "macroF1", order: DESC}) { totalItems items { id } } }', { group: jobs[0]!.groupId });
    expect(trainingJobs.totalItems).toBe(3);
    expect(trainingJobs.items.at(-1)!.id).toBe(jobs[2]!.id);
  }, 60_000);

  it('is refused where it is no search, or too large', async () => {
    const ask = async (grid: object[]) => (await manager.ask('mutation ($input: StartTrainingInput!, $grid: [TrainingGridAxis!]!) { startTrainingGroup(input: $input, grid: $grid) { id } }', { input: { trainingSet: allSet, method: 'full', baseModel: null }, grid })).errors![0]!.extensions.code;
    expect(await ask([])).toBe('EMPTY_GRID');
    expect(await ask([{ key: 'epochs', values: [3, 3] }])).toBe('EMPTY_GRID');
    expect(await ask([{ key: 'epochs', values: [1, 2, 3, 4, 5, 6, 7, 8] }, { key: 'seed', values: [1, 2, 3, 4, 5] }])).toBe('TOO_MANY_RUNS');
    expect(await ask([{ key: 'epochs', values: [3, 0] }])).toBe('INVALID_HYPER_PARAMETERS');
    expect(await ask([{ key: 'seed', values: [1, -2] }])).toBe('INVALID_SEED');
  });
});

describe('what there is to choose from', () => {
  it('are methods with their fields and presets, executors, and the environment', async () => {
    const { trainingMethods, trainingExecutors, trainingEnvironment } = await manager.query<Record<string, object[]>>(`{
      trainingMethods { key title base executors devices variants isLong defaults fields { key title help type default min max choices { value title } } presets { key title hyperParameters device } }
      trainingExecutors { key title isAvailable reason devices } trainingEnvironment { state isExternal python torch cuda devices problem } }`);
    expect(trainingMethods).toMatchObject([{ key: 'head' }, { key: 'full', defaults: { epochs: 8, task: 'joint' }, presets: expect.arrayContaining([expect.objectContaining({ key: 'binary', title: '二分类：申请 / 非申请' })]) }]);
    expect(trainingExecutors).toMatchObject([{ key: 'local', isAvailable: true, devices: ['auto', 'cpu'] }, ...trainingExecutors!.slice(1)]);
    expect(trainingEnvironment).toMatchObject({ state: 'ready', isExternal: true, torch: '2.13.0', problem: null });
  });

  it('has an estimate that grows with the work and learns from what was measured', async () => {
    const ask = async (hyperParameters: object, method = 'full') =>
      (await manager.query<{ trainingEstimate: { seconds: number; isMeasured: boolean } }>('query ($set: ID!, $method: String!, $hyper: JSON) { trainingEstimate(trainingSet: $set, method: $method, hyperParameters: $hyper) { seconds utterances isMeasured warnings { code } } }', { set: allSet, method, hyper: hyperParameters })).trainingEstimate;
    expect((await ask({ epochs: 1 })).isMeasured).toBe(true);
    expect((await ask({}, 'head')).isMeasured).toBe(false);
  });
});
