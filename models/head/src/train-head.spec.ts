import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArtifact } from '@banshi/artifact';
import { ModelSession } from '@banshi/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallHall } from './fixtures/small-hall.js';
import { trainHead } from './train-head.js';
import type { TrainedHead, TrainingProgress } from './train-head.js';

let work: string;
let trained: TrainedHead;
let session: ModelSession;
const progress: TrainingProgress[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'banshi-head-'));
  trained = await trainHead(smallHall(), join(work, 'model'), { seed: 7, onProgress: (line) => progress.push(line) });
  session = await ModelSession.open(trained.dir);
}, 60_000);
afterAll(async () => {
  await session.close();
  await rm(work, { recursive: true, force: true });
});

describe('trainHead', () => {
  it('writes an artifact that passes its manifest', async () => {
    expect(await verifyArtifact(trained.dir)).toEqual({ ok: true, problems: [] });
    expect(trained.bytes).toBeLessThan(2_000_000);
    expect(session.modelHash).toBe(trained.modelHash);
  });

  it('learns the hall', () => {
    expect(trained.metrics.intent.accuracy).toBeGreaterThan(0.9);
    expect(trained.metrics.slots!.microF1).toBeGreaterThan(0.8);
    expect(trained.metrics.outOfScope!.recall).toBeGreaterThan(0.6);
    expect(trained.metrics.intent.confusion.keys).toHaveLength(5);
  });

  it('reports rising steps, the phases in order and the end', () => {
    expect(progress.map(({ step }) => step)).toEqual(progress.map((_, i) => i));
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['prepare', 'intents', 'slots', 'write', 'evaluate', 'done']);
  });

  it('leaves out labels that no example has, and says so', () => {
    expect(trained.config.slotLabels).not.toContain('B-never-used');
    expect(trained.warnings).toContainEqual(expect.objectContaining({ code: 'label-without-example', label: 'never-used' }));
  });

  it('gives the same model for the same seed', async () => {
    const again = await trainHead(smallHall(), join(work, 'again'), { seed: 7 });
    expect(again.modelHash).toBe(trained.modelHash);
    const other = await trainHead({ ...smallHall(), snapshotHash: 'e'.repeat(64) }, join(work, 'again'), { seed: 7 });
    expect(other.modelHash).not.toBe(trained.modelHash);
  }, 60_000);

  it('leaves nothing behind when the input is bad', async () => {
    await expect(trainHead({ ...smallHall(), train: [], validation: [] }, join(work, 'bad'))).rejects.toMatchObject({ code: 'empty-set' });
    expect((await readdir(work)).filter((name) => name.startsWith('bad'))).toEqual([]);
  });

  it('stops when its signal was aborted', async () => {
    await expect(trainHead(smallHall(), join(work, 'stopped'), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(access(join(work, 'stopped'))).rejects.toThrow();
  });

  it('trains without validation, test, slots or span labels', async () => {
    const { train, validation, test, ...rest } = smallHall();
    const plain = [...train, ...validation, ...test].map((example) => ({ ...example, spans: [] }));
    const bare = await trainHead({ ...rest, slots: [], train: plain, validation: [], test: [] }, join(work, 'bare'));
    expect(bare.config.slotLabels).toEqual(['O']);
    expect(bare.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-test-part', 'cross-validated']));
    const model = await ModelSession.open(bare.dir);
    const [answer] = await model.interpret(['我想办居住证']);
    expect(answer).toMatchObject({ slots: [], outOfScope: false });
    expect(answer!.intents[0]!.key).toBe('residence-permit');
    await model.close();
  }, 60_000);
});

describe('interpretation', () => {
  it('understands the sentence of the tour', async () => {
    const text = '我想申请失业保险金，身份证号是110101198001011234';
    const [answer] = await session.interpret([text], { embedding: true });
    expect(answer!.intents[0]!.key).toBe('unemployment-benefit');
    expect(answer!.outOfScope).toBe(false);
    expect(answer!.slots).toContainEqual(expect.objectContaining({ slot: 'id-number', start: 15, end: 33, text: '110101198001011234' }));
    expect(answer!.intents.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
    expect(Math.hypot(...answer!.embedding!)).toBeCloseTo(1);
  });

  it('counts code points beside rare characters, emoji and full width', async () => {
    const text = '𠮷😀👨‍👩‍👧 办居住证，手机号１３８００００９９９９';
    const [answer] = await session.interpret([text]);
    const span = answer!.slots.find(({ slot }) => slot === 'phone')!;
    expect(Array.from(text).slice(span.start, span.end).join('')).toBe(span.text);
    expect(span.text).toBe('１３８００００９９９９');
  });

  it('reads full width and capitals like their plain forms', async () => {
    const [plain, wide] = await session.raw(['abc办理居住证123', 'ＡbＣ办理居住证１２３']);
    expect(wide!.intentLogits).toEqual(plain!.intentLogits);
  });

  it('gives a text the same answer alone and in a batch', async () => {
    const texts = smallHall().test.map(({ text }) => text);
    const together = await session.raw(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await session.raw([text]);
      alone!.intentLogits.forEach((logit, k) => expect(together[i]!.intentLogits[k]).toBeCloseTo(logit, 4));
      alone!.slotLogits.forEach((logit, k) => expect(together[i]!.slotLogits[k]).toBeCloseTo(logit, 3));
      alone!.embedding.forEach((value, k) => expect(together[i]!.embedding[k]).toBeCloseTo(value, 5));
    }
  });

  it('turns nonsense and longest texts away without failing', async () => {
    const [nonsense, long] = await session.interpret(['qwzx vbk', '办'.repeat(2500)]);
    expect(nonsense!.outOfScope).toBe(true);
    expect(long!.truncated).toBe(true);
  });

  it('puts near copies close together in the vector space', async () => {
    const [a, b, c] = await session.raw(['我想申请失业保险金', '我要申请失业保险金', '今天天气怎么样']);
    const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
    expect(dot(a!.embedding, b!.embedding)).toBeGreaterThan(dot(a!.embedding, c!.embedding) + 0.2);
  });
});
