import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeModel, encodeModel, GraphBuilder } from '@banshi/artifact';
import * as ort from 'onnxruntime-node';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dir: string;
beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'banshi-onnx-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

function scaledSum(external: boolean): Uint8Array {
  const graph = new GraphBuilder('scaled_sum');
  const x = graph.input('x', 'float', ['batch', 3]);
  const weights = external ? graph.external('w', 'float', [3], { location: 'weights.bin', offset: 4, length: 12 }) : graph.constant('w', Float32Array.of(1, 2, 3), [3]);
  graph.op('ReduceSum', [graph.op('Mul', [x, weights]), graph.int64('axis', [1])], { keepdims: 0 }, 'y');
  graph.output('y', 'float', ['batch']);
  return graph.bytes({ name: 'test', version: '1' });
}

async function run(model: string | Uint8Array): Promise<number[]> {
  const session = typeof model === 'string' ? await ort.InferenceSession.create(model) : await ort.InferenceSession.create(model);
  const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.of(1, 1, 1, 1, 0, 2), [2, 3]) });
  await session.release();
  return Array.from(y!.data as Float32Array);
}

it('writes graphs that onnxruntime runs', async () => {
  expect(await run(scaledSum(false))).toEqual([6, 7]);
});

it('survives decoding and encoding', async () => {
  const bytes = encodeModel(decodeModel(scaledSum(false)));
  expect(await run(bytes)).toEqual([6, 7]);
});

it('takes weights from a shared file', async () => {
  await writeFile(join(dir, 'weights.bin'), new Uint8Array(Float32Array.of(9, 1, 2, 3).buffer));
  await writeFile(join(dir, 'model.onnx'), scaledSum(true));
  expect(await run(join(dir, 'model.onnx'))).toEqual([6, 7]);
});
