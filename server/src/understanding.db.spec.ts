import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../tests/factories/client.js';
import { withSampleCorpus } from '../../tests/factories/corpus.js';
import { withSampleDrafts } from '../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { signedIn } from '../../tests/factories/users.js';
import { ModelVersionsService } from './modules/registry/model-versions.service.js';
import { InterpretViewsService } from './modules/serving/interpret-views.service.js';
import { ServingService } from './modules/serving/serving.service.js';

let test: TestApp;
let manager: TestClient;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR'], { name: '张三' });
  manager = await signedIn(test, ['RELEASE_MANAGER'], { name: '王五' });
  await withSampleDrafts(test);
}, 120_000);
afterAll(() => test.close());

interface Job {
  id: string;
  n: number;
  state: string;
  error: { code: string; message: string } | null;
  progress: { step: number; phase: string; loss: number | null }[];
  modelVersion: { id: string; n: number; artifact: string } | null;
}
const fields = 'id n state error { code message } progress { step phase loss } modelVersion { id n artifact }';

const allSet = async () => (await manager.query<{ trainingSets: { items: { id: string; key: string; count: number }[] } }>('{ trainingSets { items { id key count } } }')).trainingSets.items.find((set) => set.key === 'all')!;
const jobOf = async (id: string) => (await manager.query<{ trainingJob: Job }>(`query ($id: ID!) { trainingJob(id: $id) { ${fields} } }`, { id })).trainingJob;

async function start(input: object = {}): Promise<Job> {
  const { id } = await allSet();
  return (await manager.query<{ startTraining: Job }>(`mutation ($input: StartTrainingInput!) { startTraining(input: $input) { ${fields} } }`, { input: { trainingSet: id, ...input } })).startTraining;
}

async function ended(id: string, patience = 120_000): Promise<Job> {
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const job = await jobOf(id);
    if (!['QUEUED', 'RUNNING'].includes(job.state)) return job;
  }
  throw new Error('the training did not end');
}

describe('before there is a corpus', () => {
  it('says that there is nothing to train on, before and instead of training', async () => {
    const { id } = await allSet();
    const { trainingEstimate } = await manager.query<{ trainingEstimate: { utterances: number; warnings: { code: string }[] } }>('query ($id: ID!) { trainingEstimate(trainingSet: $id) { seconds utterances warnings { code message } } }', { id });
    expect(trainingEstimate).toMatchObject({ utterances: 0, warnings: expect.arrayContaining([expect.objectContaining({ code: 'EMPTY' })]) });
    const { errors } = await manager.ask('mutation ($id: ID!) { startTraining(input: {trainingSet: $id}) { id } }', { id });
    expect(errors![0]!.extensions.code).toBe('EMPTY_TRAINING_SET');
    expect((await admin.ask('{ tryInterpret(text: "你好") { model } }')).errors![0]!.extensions.code).toBe('NO_MODEL');
  });

  it('says what to do when the set is too small or has one intent', async () => {
    for (const [texts, code] of [[['一', '二'], 'TOO_FEW_UTTERANCES'], [['三', '四', '五', '六', '七', '八'], 'ONE_INTENT_ONLY']] as const) {
      await admin.query('mutation ($input: CreateUtterancesInput!) { createUtterances(input: $input) { created { id } } }', { input: { intent: 'greeting', texts } });
      expect(await ended((await start()).id)).toMatchObject({ state: 'FAILED', error: { code }, modelVersion: null });
    }
    const { utterances } = await admin.query<{ utterances: { items: { id: string }[] } }>('{ utterances(take: 100) { items { id } } }');
    await admin.query('mutation ($ids: [ID!]!) { deleteUtterances(ids: $ids) }', { ids: utterances.items.map((row) => row.id) });
  });

  it.each([
    ['UNKNOWN_METHOD', { method: 'magic' }],
    ['INVALID_HYPER_PARAMETERS', { hyperParameters: { maxEpochs: -1 } }],
    ['INVALID_HYPER_PARAMETERS', { hyperParameters: { nonsense: 1 } }],
    ['INVALID_SEED', { seed: -5 }],
  ])('refuses with %s', async (code, input) => {
    const { id } = await allSet();
    const { errors } = await manager.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: id, ...input } });
    expect(errors![0]!.extensions.code).toBe(code);
  });
});

describe('with the sample corpus', () => {
  let job: Job;
  beforeAll(async () => {
    expect(await withSampleCorpus(test)).toBeGreaterThan(900);
    const started = Date.now();
    job = await ended((await start({ seed: 7 })).id);
    console.info(`training took ${Date.now() - started} ms from click to model`);
  }, 150_000);

  it('trains, registers the version and keeps progress and logs', async () => {
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null });
    expect(job.progress.map((point) => point.step)).toEqual(job.progress.map((_, i) => i));
    expect(job.progress.at(-1)!.phase).toBe('done');
    const { trainingJob } = await manager.query<{ trainingJob: { logs: { totalItems: number; items: { line: string }[] }; snapshot: { count: number; splits: { train: number; test: number } } } }>(
      'query ($id: ID!) { trainingJob(id: $id) { logs(q: "Snapshot") { totalItems items { at line } } snapshot { count splits { train validation test } } } }',
      { id: job.id },
    );
    expect(trainingJob.logs.items[0]!.line).toContain('utterances');
    const { modelVersion } = await manager.query<{ modelVersion: { n: number; metrics: { intent: { accuracy: number; macroF1: number; ece: number }; slots: { microF1: number } }; manifest: { files: Record<string, object> }; problems: string[]; aliases: string[]; intents: string[]; slots: string[]; size: number; job: { id: string }; snapshot: { sha256: string } } }>(
      'query ($id: ID!) { modelVersion(id: $id) { n metrics manifest problems aliases intents slots size card job { id } snapshot { sha256 } } }',
      { id: job.modelVersion!.id },
    );
    const { intent, slots } = modelVersion.metrics;
    console.info(`accuracy ${intent.accuracy.toFixed(3)}, macro-F1 ${intent.macroF1.toFixed(3)}, ECE ${intent.ece.toFixed(3)}, slot F1 ${slots.microF1.toFixed(3)}, ${modelVersion.size} bytes; split ${JSON.stringify(trainingJob.snapshot.splits)}`);
    expect(intent.accuracy).toBeGreaterThan(0.75);
    expect(modelVersion).toMatchObject({ problems: [], aliases: [], job: { id: job.id } });
    expect(modelVersion.intents).toHaveLength(18);
    expect(modelVersion.slots).toHaveLength(8);
  });

  it('gives the same snapshot and the same version for the same data and seed', async () => {
    const again = await ended((await start({ seed: 7 })).id);
    expect(again.modelVersion).toEqual(job.modelVersion);
    const { trainingSet } = await manager.query<{ trainingSet: { snapshots: { n: number }[] } }>('query ($id: ID!) { trainingSet(id: $id) { snapshots { n sha256 } } }', { id: (await allSet()).id });
    expect(trainingSet.snapshots.filter((snapshot) => snapshot.n > 2)).toHaveLength(1);
  }, 120_000);

  it('keeps snapshots and versions unchangeable', async () => {
    await expect(test.ctx.manager.query('UPDATE corpus_snapshot SET count = 0')).rejects.toThrow(/append-only/);
    await expect(test.ctx.manager.query(`UPDATE model_version SET metrics = '{}'`)).rejects.toThrow(/never changes/);
    await expect(test.ctx.manager.query('DELETE FROM model_version')).rejects.toThrow(/append-only/);
  });

  it('shows the held-out sentences behind each cell of the confusion matrix', async () => {
    const { modelVersion } = await manager.query<{ modelVersion: { metrics: { intent: { confusion: { keys: string[]; counts: number[][] } } } } }>('query ($id: ID!) { modelVersion(id: $id) { metrics } }', { id: job.modelVersion!.id });
    const { keys, counts } = modelVersion.metrics.intent.confusion;
    const behind = async (intent: string, predicted: string) =>
      (await manager.query<{ heldOutTexts: { items: { text: string; confidence: number }[]; read: number } }>(
        'query ($id: ID!, $intent: String!, $predicted: String!) { heldOutTexts(modelVersion: $id, intent: $intent, predicted: $predicted) { items { id text confidence } read } }',
        { id: job.modelVersion!.id, intent, predicted },
      )).heldOutTexts;
    for (const [row, intent] of keys.entries()) {
      for (const [column, predicted] of keys.entries()) {
        if (row !== column && counts[row]![column] === 0) continue;
        const { items, read } = await behind(intent, predicted);
        expect(items).toHaveLength(counts[row]![column]!);
        expect(read).toBe(counts[row]!.reduce((sum, count) => sum + count, 0));
      }
    }
    expect((await behind('no-such-intent', keys[0]!)).items).toEqual([]);
  });

  it('sorts versions by their figures', async () => {
    for (const field of ['accuracy', 'macroF1', 'slotF1']) {
      const { modelVersions } = await manager.query<{ modelVersions: { totalItems: number } }>(`{ modelVersions(sort: {field: "${field}", order: DESC}) { items { id } totalItems } }`);
      expect(modelVersions.totalItems).toBeGreaterThan(0);
    }
  });

  it('understands the sentence of the tour, and says what the check digit should be', async () => {
    const { tryInterpret } = await admin.query<{ tryInterpret: { intents: { key: string; title: string; confidence: number }[]; outOfScope: boolean; slots: object[] } }>(
      '{ tryInterpret(text: "我想申请失业保险金，身份证号是110101198001011234") { intents { key title confidence } outOfScope slots { slot title start end text value valid reason field source } } }',
    );
    expect(tryInterpret.intents[0]).toMatchObject({ key: 'apply-unemployment-benefit', title: '申领失业保险金' });
    expect(tryInterpret.outOfScope).toBe(false);
    expect(tryInterpret.slots).toEqual([expect.objectContaining({ slot: 'id-number', start: 15, end: 33, text: '110101198001011234', value: '110101198001011234', valid: false, reason: expect.stringContaining('末位应为 2'), field: expect.any(String) })]);
    const english = await signedIn(test, ['ADMINISTRATOR']);
    await english.query('mutation { setLanguage(language: "en") { id } }');
    const answer = await english.query<{ tryInterpret: { slots: { reason: string }[] } }>('{ tryInterpret(text: "身份证号是110101198001011234") { slots { reason } } }');
    expect(answer.tryInterpret.slots[0]!.reason).toContain('should be 2');
  });

  it.each([
    ['EMPTY_TEXT', '   '],
    ['TEXT_TOO_LONG', '办'.repeat(10_001)],
  ])('refuses with %s', async (code, text) => {
    expect((await admin.ask('query ($text: String!) { tryInterpret(text: $text) { model } }', { text })).errors![0]!.extensions.code).toBe(code);
  });

  it('leaves the event loop free while it computes', async () => {
    const serving = test.app.get(ServingService, { strict: false });
    const view = await test.app.get(InterpretViewsService, { strict: false }).ofDrafts(test.ctx);
    const texts = Array.from({ length: 32 }, (_, i) => `第${i}位市民想申请失业保险金，手机号13800138${String(i).padStart(3, '0')}，2026年3月31日离职`);
    await serving.interpret(test.ctx, job.modelVersion!.artifact, texts, view);
    const busy = async (work: () => Promise<number>) => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const started = performance.now();
      const count = await work();
      const ms = performance.now() - started;
      delay.disable();
      const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6);
      console.info(`${Math.round(count / (ms / 1_000))} texts/s; event loop p50 ${p50!.toFixed(1)} ms, p99 ${p99!.toFixed(1)} ms, max ${max!.toFixed(1)} ms of ${Math.round(ms)}`);
      return { ms, p99: p99!, max: max! };
    };
    const long = Array.from({ length: 48 }, (_, i) => `${'第一条手机号13800138000，请问怎么办理失业登记？'.repeat(20)}${i}`);
    const heavy = await busy(async () => (await serving.interpret(test.ctx, job.modelVersion!.artifact, long, view)).length);
    // Computed here instead of in a thread, the longest stop would be most of the whole.
    expect(heavy.max).toBeLessThan(heavy.ms / 3);
  }, 60_000);

  it('writes the chosen version into the draft, for a release manager too, and then refuses to delete it', async () => {
    const id = job.modelVersion!.id;
    const { chooseModel } = await manager.query<{ chooseModel: { kind: string; key: string; draft: { body: { version: number; intents: string[]; metrics: { perIntent: object[] } } } } }>('mutation ($id: ID!) { chooseModel(id: $id) { kind key draft { rev body } } }', { id });
    expect(chooseModel).toMatchObject({ kind: 'model', key: 'hall', draft: { body: { version: job.modelVersion!.n, artifact: job.modelVersion!.artifact } } });
    expect(chooseModel.draft.body.metrics.perIntent.length).toBeGreaterThan(10);
    await manager.query('mutation ($id: ID!) { chooseModel(id: $id) { key } }', { id });
    const { modelVersions, intents } = await admin.query<{ modelVersions: { items: { aliases: string[] }[] }; intents: { items: { key: string; f1: number | null }[] } }>('{ modelVersions { items { n aliases } } intents { items { key f1 utterances } } }');
    expect(modelVersions.items[0]!.aliases).toEqual(['candidate']);
    expect(intents.items.find((intent) => intent.key === 'greeting')!.f1).toBeGreaterThan(0);
    expect((await manager.ask('mutation ($id: ID!) { deleteModelVersion(id: $id) }', { id })).errors![0]!.extensions).toMatchObject({ code: 'IN_USE', details: { usedBy: [{ kind: 'draft', key: 'hall' }] } });
    expect((await (await signedIn(test, ['ANNOTATOR'])).ask('mutation ($id: ID!) { chooseModel(id: $id) { key } }', { id })).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('hands out the files that the manifest lists, and no others', async () => {
    const onnx = await manager.fetch(`/api/models/${job.modelVersion!.n}/files/model.onnx`);
    expect(onnx.status).toBe(200);
    expect((await onnx.arrayBuffer()).byteLength).toBe(Number(onnx.headers.get('content-length')));
    expect(await (await manager.fetch(`/api/models/${job.modelVersion!.n}/files/card.md`)).text()).toContain('模型说明');
    for (const path of ['1/files/..%2Fsecret', '1/files/nothing', '99/files/card.md', 'x/files/card.md']) expect((await manager.fetch(`/api/models/${path}`)).status).toBe(404);
  });

  it('shows progress live', async () => {
    const cookie = (manager as unknown as { cookie: string }).cookie;
    class Socket extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers: { cookie, origin: test.url } });
      }
    }
    const client = createClient({ url: `${test.url.replace('http', 'ws')}/graphql`, webSocketImpl: Socket });
    const running = await start({ seed: 8 });
    const steps: number[] = [];
    await new Promise<void>((resolve, reject) => {
      client.subscribe<{ trainingProgress: { step: number; phase: string } }>(
        { query: 'subscription ($job: ID!) { trainingProgress(job: $job) { step phase loss metrics } }', variables: { job: running.id } },
        { next: ({ data, errors }) => (errors ? reject(new Error(JSON.stringify(errors))) : (steps.push(data!.trainingProgress.step), data!.trainingProgress.phase === 'done' ? resolve() : undefined)), error: reject, complete: resolve },
      );
    });
    await client.dispose();
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.length).toBeGreaterThan(10);
    const { compareModels } = await manager.query<{ compareModels: { isSameTest: boolean; intents: { key: string; a: { interval: number[]; support: number } }[] } }>('query ($a: ID!, $b: ID!) { compareModels(a: $a, b: $b) }', { a: job.modelVersion!.id, b: (await ended(running.id)).modelVersion!.id });
    expect(compareModels.isSameTest).toBe(true);
    expect(compareModels.intents.find((row) => row.key === 'greeting')!.a.support).toBeGreaterThan(0);
  }, 120_000);

  it('is cancelled within five seconds, leaving no version', async () => {
    const running = await start({ seed: 9, hyperParameters: { maxEpochs: 1_000, tolerance: 0.0001, slotEpochs: 100 } });
    while ((await jobOf(running.id)).progress.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = Date.now();
    await manager.query('mutation ($id: ID!) { cancelTraining(id: $id) { id } }', { id: running.id });
    const job = await ended(running.id, 5_000);
    console.info(`cancelled in ${Date.now() - asked} ms`);
    expect(job).toMatchObject({ state: 'CANCELLED', modelVersion: null });
  }, 60_000);

  it('never loads a version whose files were changed, and its list says so', async () => {
    const { modelVersions } = await manager.query<{ modelVersions: { items: { id: string; n: number; artifact: string }[] } }>('{ modelVersions { items { id n artifact } } }');
    const victim = modelVersions.items.find((version) => version.id !== job.modelVersion!.id)!;
    await appendFile(join(test.home, 'models', victim.artifact, 'config.json'), ' ');
    const list = await manager.query<{ modelVersions: { items: { id: string; problems: string[] }[] } }>('{ modelVersions { items { id problems } } }');
    expect(list.modelVersions.items.find((version) => version.id === victim.id)!.problems).not.toEqual([]);
    expect((await admin.ask('query ($id: ID!) { tryInterpret(text: "你好", modelVersion: $id) { model } }', { id: victim.id })).errors![0]!.extensions.code).toBe('MODEL_DAMAGED');
    expect((await manager.ask('mutation ($id: ID!) { chooseModel(id: $id) { key } }', { id: victim.id })).errors![0]!.extensions.code).toBe('MODEL_DAMAGED');
    await manager.query('mutation ($id: ID!) { deleteModelVersion(id: $id) }', { id: victim.id });
    await expect(test.app.get(ModelVersionsService, { strict: false }).get(test.ctx, victim.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
