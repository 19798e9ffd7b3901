import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { shippedEncoderFolder } from '@banshi/encoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TINY_SIZE, writeTinyEncoder } from './fixtures/tiny-encoder.js';
import { createEncoder } from './sentence-encoder.js';
import type { SentenceEncoder } from './sentence-encoder.js';

const texts = ['办居住证要什么材料', '办', '', '𠮷😀👨‍👩‍👧', '很长的一句话'.repeat(500), '办居住证要什么材料'];

let work: string;
let encoder: SentenceEncoder;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'banshi-sentences-'));
  encoder = await createEncoder(await writeTinyEncoder(join(work, 'encoder'), texts));
});
afterAll(async () => {
  await encoder.close();
  await rm(work, { recursive: true, force: true });
});

describe('createEncoder', () => {
  it('gives every text a unit vector of its own, whatever stands beside it', async () => {
    const together = await encoder.encode(texts);
    expect(together.map(({ length }) => length)).toEqual(texts.map(() => TINY_SIZE));
    for (const vector of together) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(together[5]).toEqual(together[0]);
    for (const [i, text] of texts.entries()) {
      const [alone] = await encoder.encode([text]);
      alone!.forEach((value, d) => expect(value).toBeCloseTo(together[i]![d]!, 5));
    }
    expect(await encoder.encode([])).toEqual([]);
  }, 30_000);

  it('lets a question pass while many passages are encoded', async () => {
    const order: string[] = [];
    const passages = encoder.encode(Array.from({ length: 3000 }, (_, i) => `第${i}段`)).then(() => order.push('passages'));
    await encoder.encode(['怎么办']);
    order.push('question');
    await passages;
    expect(order).toEqual(['question', 'passages']);
  }, 30_000);

  it('puts near what means the same, with the encoder that ships', async () => {
    const shipped = await createEncoder(shippedEncoderFolder());
    const [asked, same, other] = await shipped.encode(['怎么办理居住证', '居住证如何办', '公积金能取多少']);
    const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, d) => sum + value * b[d]!, 0);
    expect(cosine(asked!, same!)).toBeGreaterThan(cosine(asked!, other!) + 0.1);
    await shipped.close();
  }, 30_000);

  it('starts another thread where one has died', async () => {
    let worker: Worker;
    process.once('worker', (started) => (worker = started));
    const mortal = await createEncoder(join(work, 'encoder'));
    const before = await mortal.encode(['办']);
    await worker!.terminate();
    expect(await mortal.encode(['办'])).toEqual(before);
    await mortal.close();
  }, 30_000);

  it('refuses a folder that holds no encoder, and calls after it was closed', async () => {
    await expect(createEncoder(join(work, 'nowhere'))).rejects.toMatchObject({ code: 'encoder-unsuitable' });
    const closed = await createEncoder(join(work, 'encoder'));
    const open = closed.encode(['一', '二']);
    await Promise.all([expect(open).rejects.toMatchObject({ code: 'worker-failed' }), closed.close()]);
    await expect(closed.encode(['三'])).rejects.toMatchObject({ code: 'worker-failed' });
    await closed.close();
  }, 30_000);
});
