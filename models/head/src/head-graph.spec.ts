import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CharVocabulary } from './char-vocabulary.js';
import { shapeTable } from './character-shape.js';
import { smallHall } from './fixtures/small-hall.js';
import { headGraph } from './head-graph.js';
import { learnNgramSpace, ngramRows } from './ngram-features.js';
import { quantiseRows } from './quantise-rows.js';
import type { QuantisedRows } from './quantise-rows.js';
import { seededRandom } from './random.js';
import { learnSlotSpace, slotRows } from './slot-features.js';
import { tagLogits } from './slot-tagger.js';
import { softmaxLogits } from './softmax-regression.js';

const LABELS = 5;
const CLASSES = 4;
const random = seededRandom(11);
const texts = [...smallHall().train.map(({ text }) => text), '办', '办办办办办', '𠮷 unseen 龘 text 110101198001011234'];
const vocabulary = new CharVocabulary(texts.slice(0, 40));
const ids = texts.map((text) => vocabulary.encode(text, 2002));
const shapes = shapeTable(vocabulary);
const space = learnNgramSpace(ids.slice(0, 40), 10_000);
const slotSpace = learnSlotSpace(ids.slice(0, 40), shapes, 10_000);
const table = (rows: number, columns: number): QuantisedRows => quantiseRows(Float32Array.from({ length: rows * columns }, () => random() * 4 - 2), rows, columns);
const dense = ({ values, scale, columns }: QuantisedRows): Float32Array => Float32Array.from(values, (value, i) => value * scale[Math.floor(i / columns)]!);
const intentWeights = table(space.idf.length, CLASSES);
const slotWeights = table(slotSpace.rows, LABELS);
const bias = Float32Array.from({ length: CLASSES }, random);

let dir: string;
let session: ort.InferenceSession;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banshi-graph-'));
  const parameters = { shapes, intents: { space, weights: intentWeights, vectorWeights: new Float32Array(0), bias }, slots: { space: slotSpace, weights: slotWeights }, encoder: null, embeddingSize: 64 };
  await writeFile(join(dir, 'model.onnx'), headGraph(parameters, { name: 'test', version: '1' }));
  session = await ort.InferenceSession.create(join(dir, 'model.onnx'));
});
afterAll(async () => {
  await session.release();
  await rm(dir, { recursive: true, force: true });
});

it('computes in ONNX what the trainer computed', async () => {
  const width = Math.max(...ids.map((text) => text.length));
  const input = new BigInt64Array(ids.length * width);
  const mask = new BigInt64Array(ids.length * width);
  ids.forEach((text, r) => text.forEach((id, t) => ((input[r * width + t] = BigInt(id)), (mask[r * width + t] = 1n))));
  const tensor = (data: BigInt64Array): ort.Tensor => new ort.Tensor('int64', data, [ids.length, width]);
  const outputs = await session.run({ input_ids: tensor(input), attention_mask: tensor(mask) });
  const intents = outputs.intent_logits!.data as Float32Array;
  const slots = outputs.slot_logits!.data as Float32Array;

  const rows = { sparse: ngramRows(ids, space), sparseWidth: space.idf.length, dense: new Float32Array(0), denseWidth: 0 };
  const expected = softmaxLogits(rows, { weights: dense(intentWeights), denseWeights: new Float32Array(0), bias }, ids.keys());
  const tagger = { weights: dense(slotWeights), labels: LABELS };
  ids.forEach((text, r) => {
    expected[r]!.forEach((logit, c) => expect(intents[r * CLASSES + c]).toBeCloseTo(logit, 4));
    const tags = tagLogits(slotRows(text, shapes, slotSpace), tagger);
    tags.forEach((logit, i) => expect(slots[r * width * LABELS + i]).toBeCloseTo(logit, 3));
  });
});
