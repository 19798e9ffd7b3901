import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeModel, encodeModel, quantisePerToken, splitWeights, verifyArtifact } from '@banshi/artifact';
import { InferencePool, ModelSession } from '@banshi/runtime';
import * as ort from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Encoder } from './encoder.js';
import { smallHall } from './fixtures/small-hall.js';
import { TINY_LENGTH, TINY_SIZE, writeTinyEncoder } from './fixtures/tiny-encoder.js';
import { startHeadJob } from './head-job.js';
import { sentenceVectors } from './sentence-vectors.js';
import { trainHead } from './train-head.js';
import type { TrainedHead } from './train-head.js';
import type { TrainingInput } from './training-input.js';

const hall = smallHall();
const texts = [...hall.test.map(({ text }) => text), '办', '𠮷😀👨‍👩‍👧 ＡＢＣ１２３', '很长的一句话'.repeat(20)];

let work: string;
let encoderDir: string;
let cacheDir: string;
let trained: TrainedHead;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'banshi-encoder-head-'));
  encoderDir = await writeTinyEncoder(join(work, 'encoder'), hall.train.map(({ text }) => text));
  cacheDir = join(work, 'cache');
  trained = await trainHead(hall, join(work, 'model'), { seed: 7, encoder: { dir: encoderDir }, cacheDir });
}, 60_000);
afterAll(() => rm(work, { recursive: true, force: true }));

/** Vectors as the trainer gets them. */
async function vectorsOf(given: readonly string[]): Promise<Float32Array[]> {
  const encoder = await Encoder.open(encoderDir);
  const ids = given.map((text) => encoder.codec.encode(text, 2002));
  return sentenceVectors(encoder, ids, { onProgress: () => undefined, onWarning: () => undefined }).finally(() => encoder.close());
}

describe('a head on an encoder', () => {
  it('is one verified artifact that names its encoder and shares its weights', async () => {
    expect(await verifyArtifact(trained.dir)).toEqual({ ok: true, problems: [] });
    expect(trained.manifest.baseModelHash).toBe((await Encoder.open(encoderDir)).info.hash);
    expect(trained.config).toMatchObject({ pooling: 'cls', embeddingSize: TINY_SIZE, tokenizer: { padId: 0, unit: 'code-point' } });
    const again = await trainHead({ ...hall, snapshotHash: 'e'.repeat(64) }, join(work, 'second'), { seed: 7, encoder: { dir: encoderDir }, cacheDir });
    expect((await stat(join(again.dir, 'encoder.bin'))).ino).toBe((await stat(join(trained.dir, 'encoder.bin'))).ino);
    expect(trained.metrics.intent.accuracy).toBeGreaterThan(0.85);
  }, 60_000);

  it('serves the vectors that it was fitted on, whatever stands beside a text', async () => {
    const [session, expected] = [await ModelSession.open(trained.dir), await vectorsOf(texts)];
    const together = await session.raw(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await session.raw([text]);
      expect(alone!.embedding).toEqual(together[i]!.embedding);
      alone!.embedding.forEach((value, d) => expect(value).toBeCloseTo(expected[i]![d]!, 5));
    }
    await session.close();
  });

  it('is equal to the encoder and a linear layer computed apart', async () => {
    const session = await ModelSession.open(trained.dir);
    const [served] = await session.raw([texts[0]!]);
    await session.close();
    const { graph } = decodeModel(await readFile(join(trained.dir, 'model.onnx')));
    const weights = graph.initializer.find(({ name }) => name.startsWith('vector_weights'))!.rawData!;
    const table = new Float32Array(weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength));
    const classes = trained.config.intents.length;
    const [vector] = await vectorsOf([texts[0]!]);
    // The logits of the same artifact without its vectors give the rest.
    const bare = join(work, 'bare');
    await cp(trained.dir, bare, { recursive: true });
    const zeroed = decodeModel(await readFile(join(bare, 'model.onnx')));
    zeroed.graph.initializer.find(({ name }) => name.startsWith('vector_weights'))!.rawData = new Uint8Array(weights.byteLength);
    await writeFile(join(bare, 'model.onnx'), encodeModel(zeroed));
    const rest = await ModelSession.openUnsealed(bare);
    const [ngrams] = await rest.raw([texts[0]!]);
    await rest.close();
    served!.intentLogits.forEach((logit, c) => expect(logit).toBeCloseTo(ngrams!.intentLogits[c]! + vector!.reduce((sum, value, d) => sum + value * table[d * classes + c]!, 0), 4));
  });

  it('gives the same model from kept vectors as from fresh ones', async () => {
    const options = { seed: 7, encoder: { dir: encoderDir } };
    const fresh = await trainHead(hall, join(work, 'fresh'), options);
    expect(fresh.modelHash).toBe(trained.modelHash);
    expect((await stat(join(fresh.dir, 'encoder.bin'))).nlink).toBe(1);
    const size = async (): Promise<number> => (await stat(join(cacheDir, (await readdir(cacheDir)).find((name) => name.endsWith('.vectors'))!))).size;
    const before = await size();
    const kept = await trainHead(hall, join(work, 'kept'), { ...options, cacheDir });
    expect(kept.modelHash).toBe(trained.modelHash);
    expect(await size()).toBe(before);
  }, 60_000);

  it('is served by a pool, long texts and rare characters too', async () => {
    const pool = new InferencePool({ maxTextLength: 10_000 });
    await pool.load(trained.dir);
    const [long, rare, sentence] = await pool.interpret(trained.modelHash, ['办'.repeat(10_000), '𠮷😀👨‍👩‍👧', '我想申请失业保险金，身份证号是110101198001011234'], { embedding: true });
    expect(long!.truncated).toBe(true);
    expect(Math.hypot(...rare!.embedding!)).toBeCloseTo(1);
    expect(sentence!.slots).toContainEqual(expect.objectContaining({ slot: 'id-number', start: 15, end: 33 }));
    await pool.close();
  }, 60_000);

  it('learns nothing from permuted labels', async () => {
    const permute = (part: TrainingInput['train']): TrainingInput['train'] => part.map((example, i) => ({ ...example, intent: part[(i * 7 + 3) % part.length]!.intent }));
    const { metrics } = await trainHead({ ...hall, train: permute(hall.train), validation: permute(hall.validation) }, join(work, 'chance'), { seed: 7, encoder: { dir: encoderDir }, cacheDir });
    expect(metrics.intent.accuracy).toBeLessThan(0.5);
  }, 60_000);

  it('trains on a handful of texts', async () => {
    const pick = hall.intents.slice(0, 2).flatMap(({ key }) => hall.train.filter(({ intent }) => intent === key).slice(0, 3));
    const few = await trainHead({ ...hall, train: pick, validation: [], test: [] }, join(work, 'few'), { encoder: { dir: encoderDir }, cacheDir });
    expect(few.config.intents).toHaveLength(2);
  }, 60_000);

  it('is cancelled while it encodes, leaving nothing', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...hall.train[i % hall.train.length]!, id: `${i}`, text: `${hall.train[i % hall.train.length]!.text}${i}`, spans: [] }));
    let sawEncoding: () => void;
    const encoding = new Promise<void>((resolve) => (sawEncoding = resolve));
    const job = startHeadJob({ ...hall, train: many }, join(work, 'cancelled'), { encoder: { dir: encoderDir }, cacheDir, onProgress: ({ metrics }) => metrics.encoded !== undefined && sawEncoding() });
    await encoding;
    const start = performance.now();
    await job.cancel();
    expect(performance.now() - start).toBeLessThan(1000);
    await expect(job.promise).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readdir(work)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  }, 60_000);

  it('refuses an encoder that is damaged, absent or reads words', async () => {
    const train = (dir: string): Promise<TrainedHead> => trainHead(hall, join(work, 'refused'), { encoder: { dir } });
    await expect(train(join(work, 'nowhere'))).rejects.toMatchObject({ code: 'encoder-unsuitable' });
    const damaged = join(work, 'damaged');
    await cp(encoderDir, damaged, { recursive: true });
    await writeFile(join(damaged, 'encoder.onnx'), 'x');
    await expect(train(damaged)).rejects.toMatchObject({ code: 'encoder-unsuitable' });
  });
});

describe('quantisePerToken', () => {
  it('stays near batch-wide quantisation and needs no batch', async () => {
    const bytes = await readFile(join(encoderDir, 'encoder.onnx'));
    const run = async (model: Uint8Array): Promise<Float32Array> => {
      const session = await ort.InferenceSession.create(model);
      const ids = BigInt64Array.from([2n, 90n, 91n, 3n]);
      const { embedding } = await session.run({ input_ids: new ort.Tensor('int64', ids, [1, 4]), attention_mask: new ort.Tensor('int64', ids.map(() => 1n), [1, 4]) });
      await session.release();
      return embedding!.data as Float32Array;
    };
    const [before, after] = [await run(bytes), await run(encodeModel(quantisePerToken(decodeModel(bytes))))];
    expect(before.reduce((sum, value, d) => sum + value * after[d]!, 0)).toBeGreaterThan(0.99);
    expect(quantisePerToken(decodeModel(encodeModel(quantisePerToken(decodeModel(bytes)))))).toMatchObject({ graph: { node: expect.not.arrayContaining([expect.objectContaining({ opType: 'DynamicQuantizeLinear' })]) } });
  });

  it('moves large weights out, aligned, and leaves small ones in', async () => {
    const model = decodeModel(await readFile(join(encoderDir, 'encoder.onnx')));
    const split = splitWeights(model, 'encoder.bin');
    const outside = split.model.graph.initializer.filter(({ dataLocation }) => dataLocation === 1);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.every(({ externalData }) => Number(externalData!.find(({ key }) => key === 'offset')!.value) % 4096 === 0)).toBe(true);
    expect(split.weights.length).toBeGreaterThan(TINY_SIZE * TINY_LENGTH * 4);
    expect(() => splitWeights(split.model, 'again.bin')).toThrow(RangeError);
  });
});
