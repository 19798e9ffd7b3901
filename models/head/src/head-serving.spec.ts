import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferencePool, ModelSession } from '@banshi/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallHall } from './fixtures/small-hall.js';
import { startHeadJob } from './head-job.js';
import type { TrainedHead, TrainingProgress } from './train-head.js';

let work: string;
let trained: TrainedHead;
const progress: TrainingProgress[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'banshi-serving-'));
  trained = await startHeadJob(smallHall(), join(work, 'model'), { seed: 7, onProgress: (line) => progress.push(line) }).promise;
}, 60_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('startHeadJob', () => {
  it('trains in a thread and reports progress', () => {
    expect(trained.metrics.intent.accuracy).toBeGreaterThan(0.9);
    expect(progress.at(-1)!.phase).toBe('done');
  });

  it('passes the problem of bad input on', async () => {
    const { promise } = startHeadJob({ ...smallHall(), train: [], validation: [] }, join(work, 'bad'));
    await expect(promise).rejects.toMatchObject({ name: 'TrainingProblem', code: 'empty-set' });
  }, 30_000);

  it('is cancelled in the middle of a fit within a second, leaving nothing', async () => {
    const base = smallHall();
    const train = Array.from({ length: 80 }, (_, copy) => base.train.map((example) => ({ ...example, id: `${copy}-${example.id}`, text: `${example.text}${copy}` }))).flat();
    let sawFit: () => void;
    const fitting = new Promise<void>((resolve) => (sawFit = resolve));
    const job = startHeadJob({ ...base, train }, join(work, 'cancelled'), { hyper: { maxEpochs: 100_000, tolerance: 0 }, onProgress: ({ phase }) => phase === 'intents' && sawFit() });
    await fitting;
    const start = performance.now();
    await job.cancel();
    expect(performance.now() - start).toBeLessThan(1000);
    await expect(job.promise).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readdir(work)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  }, 60_000);
});

describe('InferencePool', () => {
  let pool: InferencePool;
  beforeAll(async () => {
    pool = new InferencePool({ workers: 2, maxTexts: 100, maxQueuedTexts: 300, maxModels: 1 });
    await pool.load(trained.dir);
  }, 60_000);
  afterAll(() => pool.close());

  it('answers many calls at once, each in its order, like a session in this thread', async () => {
    const texts = smallHall().test.map(({ text }) => text);
    const session = await ModelSession.open(trained.dir);
    const expected = await session.interpret(texts);
    await session.close();
    const answers = await Promise.all(texts.map((text) => pool.interpret(trained.modelHash, [text])));
    answers.forEach(([answer], i) => {
      expect(answer!.intents[0]!.key).toBe(expected[i]!.intents[0]!.key);
      expect(answer!.intents[0]!.confidence).toBeCloseTo(expected[i]!.intents[0]!.confidence, 4);
      expect(answer!.slots.map(({ text }) => text)).toEqual(expected[i]!.slots.map(({ text }) => text));
      expect(answer!.embedding).toBeUndefined();
    });
  });

  it.each([
    ['model-not-loaded', '0'.repeat(64), ['办事']],
    ['empty-text', '', ['  ']],
    ['text-too-long', '', ['办'.repeat(2001)]],
    ['too-many-texts', '', new Array<string>(101).fill('办')],
  ])('refuses with %s', async (code, hash, texts) => {
    await expect(pool.interpret(hash || trained.modelHash, texts)).rejects.toMatchObject({ code });
  });

  it('counts code points for its limit', async () => {
    await expect(pool.interpret(trained.modelHash, ['𠮷'.repeat(2000)])).resolves.toHaveLength(1);
  });

  it('refuses more than it can queue instead of growing', async () => {
    const calls = Array.from({ length: 12 }, () => pool.interpret(trained.modelHash, new Array<string>(90).fill('办理居住证')));
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(results).toContainEqual(expect.objectContaining({ status: 'rejected', reason: expect.objectContaining({ code: 'overloaded' }) }));
  });

  it('never loads a changed artifact', async () => {
    const changed = join(work, 'changed');
    await cp(trained.dir, changed, { recursive: true });
    await appendFile(join(changed, 'model.onnx'), 'x');
    await expect(pool.load(changed)).rejects.toMatchObject({ code: 'artifact-invalid' });
  });

  it('replaces a worker that dies: its calls fail, the next are answered', async () => {
    const single = new InferencePool({ workers: 1 });
    await single.load(trained.dir);
    const [worker] = (single as unknown as { workers: Set<{ terminate(): Promise<void> }> }).workers;
    const lost = single.interpret(trained.modelHash, new Array<string>(60).fill('办'.repeat(900)));
    const waiting = single.interpret(trained.modelHash, ['办理居住证要什么材料']);
    const outcome = expect(lost).rejects.toMatchObject({ code: 'worker-crashed' });
    await worker!.terminate();
    await outcome;
    expect((await waiting)[0]!.intents[0]!.key).toBe('residence-permit');
    await single.close();
    await expect(single.interpret(trained.modelHash, ['办'])).rejects.toMatchObject({ code: 'closed' });
  }, 60_000);

  it('unloads', async () => {
    await pool.unload(trained.modelHash);
    expect(pool.loaded()).toEqual([]);
    await expect(pool.interpret(trained.modelHash, ['办'])).rejects.toMatchObject({ code: 'model-not-loaded' });
  });
});
