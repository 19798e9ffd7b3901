import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withSampleCorpus } from '../../../../tests/factories/corpus.js';
import { withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

const python = process.env['BANSHI_TEST_PYTHON'];
const allSet = '00000000-0000-4000-8000-000000000001';

if (!python) console.info('skipped: trainings by the real trainer (set BANSHI_TEST_PYTHON to an interpreter with models/trainer/requirements.txt)');

describe.skipIf(!python)('the real trainer', () => {
  let test: TestApp;
  let manager: TestClient;
  beforeAll(async () => {
    test = await createTestApp({}, { BANSHI_PYTHON: python!, BANSHI_TRAINING_THREADS: '1' });
    manager = await signedIn(test, ['ADMINISTRATOR', 'RELEASE_MANAGER']);
    await withSampleDrafts(test);
    await withSampleCorpus(test);
  }, 120_000);
  afterAll(() => test.close());

  interface Job {
    state: string;
    error: object | null;
    lastPoint: { phase: string; step: number; steps: number } | null;
    environment: object | null;
    results: { variant: string | null; accuracy: number; bytes: number; latencyMs1: number; modelVersion: { id: string } | null }[];
    modelVersion: { id: string; artifact: string; problems: string[] } | null;
    progress: { phase: string; step: number; metrics: Record<string, number> }[];
    logs: { items: { line: string }[] };
  }
  const fields = 'state error { code message } lastPoint { phase step steps } environment results { variant accuracy bytes latencyMs1 modelVersion { id } } modelVersion { id artifact problems } progress { phase step metrics } logs(take: 200) { items { line } }';
  const read = async (id: string) => (await manager.query<{ trainingJob: Job }>(`query ($id: ID!) { trainingJob(id: $id) { ${fields} } }`, { id })).trainingJob;
  const start = async (input: object) => (await manager.query<{ startTraining: { id: string } }>('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method: 'full', ...input } })).startTraining.id;

  async function until(id: string, wanted: (job: Job) => boolean): Promise<Job> {
    for (let waited = 0; waited < 540_000; waited += 200, await new Promise((resolve) => setTimeout(resolve, 200))) {
      const job = await read(id);
      if (wanted(job)) return job;
      if (job.state === 'FAILED') throw new Error(JSON.stringify([job.error, job.logs.items.slice(-15)], null, 1));
    }
    throw new Error('it did not come to that');
  }

  it('makes a model that serves, with its INT8 variant, the same one whether it was killed on the way or not', async () => {
    const settings = { baseModel: null, hyperParameters: { epochs: 2, learningRate: 0.001, checkpointSteps: 5 }, variants: ['int8'], seed: 3 };
    const whole = await until(await start(settings), (job) => job.state === 'SUCCEEDED');
    console.info(JSON.stringify({ results: whole.results, environment: whole.environment, points: whole.progress.length }));
    expect(whole.modelVersion!.problems).toEqual([]);
    expect(whole.results.map(({ variant }) => variant)).toEqual([null, 'int8']);
    expect(whole.progress.some(({ phase, metrics }) => phase === 'train' && typeof metrics['macroF1'] === 'number')).toBe(true);

    const id = await start({ ...settings, hyperParameters: { ...settings.hyperParameters } });
    await until(id, (job) => job.lastPoint?.phase === 'train' && job.lastPoint.step >= 12);
    process.kill((JSON.parse(readFileSync(join(test.home, 'models', 'work', id, 'trainer.pid.json'), 'utf8')) as { pid: number }).pid, 'SIGKILL');
    const killed = await until(id, (job) => job.state === 'SUCCEEDED');
    expect(killed.logs.items.some(({ line }) => line.includes('goes on from step'))).toBe(true);
    expect(killed.modelVersion!.artifact).toBe(whole.modelVersion!.artifact);

    await manager.query('mutation ($id: ID!) { chooseModel(id: $id) { key } }', { id: whole.modelVersion!.id });
    const { tryInterpret } = await manager.query<{ tryInterpret: { model: string; intents: unknown[] } }>('{ tryInterpret(text: "我想申请居住证") { model intents { key } } }');
    expect(tryInterpret.model).toBe(whole.modelVersion!.artifact);
    expect(tryInterpret.intents.length).toBeGreaterThan(0);
  }, 600_000);

  it('starts from the encoder that ships, and distils into its shape', async () => {
    const job = await until(await start({ hyperParameters: { epochs: 1 }, variants: ['distilled'], seed: 4 }), ({ state }) => state === 'SUCCEEDED');
    console.info(JSON.stringify(job.results));
    expect(job.results.map(({ variant, modelVersion }) => [variant, modelVersion !== null])).toEqual([[null, true], ['distilled', true]]);
    expect(job.modelVersion!.problems).toEqual([]);
    expect(job.results[0]!.accuracy).toBeGreaterThan(0.3);
  }, 600_000);
});
