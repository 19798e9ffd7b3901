import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainHead } from '@banshi/head';
import { ModelSession } from '@banshi/runtime';
import { expect, it } from 'vitest';
import { shippedEncoderFolder } from '@banshi/encoder';
import { smallHall } from '../../models/head/src/fixtures/small-hall.js';
import { writeTinyEncoder } from '../../models/head/src/fixtures/tiny-encoder.js';
import { howToRun, trainerPython } from './trainer-python.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const title = 'model.onnx gives the same outputs in plain Python onnxruntime';

/** With an encoder the graph is merged of two, and the encoder's weights lie in a file of their own, hard-linked. */
const encoders: Record<string, (work: string) => Promise<string | null>> = {
  'without an encoder': () => Promise.resolve(null),
  'on a tiny encoder': (work) => writeTinyEncoder(join(work, 'encoder'), smallHall().train.map(({ text }) => text)),
  ...(existsSync(join(shippedEncoderFolder(), 'manifest.json')) ? { 'on the encoder that ships': () => Promise.resolve(shippedEncoderFolder()) } : {}),
};

for (const [name, encoder] of Object.entries(encoders)) {
  if (!trainerPython) {
    it.skip(`${title}, ${name} (${howToRun})`, () => undefined);
    continue;
  }
  it(`${title}, ${name}`, async () => {
    const work = await mkdtemp(join(tmpdir(), 'banshi-parity-'));
    try {
      const folder = await encoder(work);
      const { dir } = await trainHead(smallHall(), join(work, 'model'), { seed: 3, ...(folder === null ? {} : { encoder: { dir: folder }, cacheDir: join(work, 'cache') }) });
      const texts = [...smallHall().test.map(({ text }) => text), '办', '𠮷😀👨‍👩‍👧 ＡＢＣ１２３ [CLS] İ ㎡\n', '未见过的龘字'.repeat(100)];
      const output = execFileSync(trainerPython!, [join(root, 'tests/conformance/onnx-parity.py'), dir], { input: JSON.stringify(texts), maxBuffer: 1 << 28, env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' } });
      const theirs = JSON.parse(output.toString('utf8')) as { intent_logits: number[]; slot_logits: number[][]; embedding: number[] }[];
      const session = await ModelSession.open(dir);
      const ours = await session.raw(texts);
      await session.close();
      ours.forEach((mine, i) => {
        const other = theirs[i]!;
        expect(largestDifference(mine.intentLogits, other.intent_logits)).toBeLessThan(1e-4);
        expect(largestDifference(mine.slotLogits, other.slot_logits.flat())).toBeLessThan(1e-3);
        expect(largestDifference(mine.embedding, other.embedding)).toBeLessThan(1e-5);
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

/** Infinite when the lengths differ. */
function largestDifference(a: Float32Array, b: readonly number[]): number {
  return a.length === b.length ? a.reduce((max, value, i) => Math.max(max, Math.abs(value - b[i]!)), 0) : Infinity;
}
