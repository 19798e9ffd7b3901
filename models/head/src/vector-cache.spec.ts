import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorCache, vectorKey } from './vector-cache.js';

const SIZE = 4;
const RECORD = 32 + 4 * SIZE + 4;
const ENCODER = 'e'.repeat(64);
const keyOf = (n: number): string => vectorKey([2, n, 3]);
const vectorOf = (n: number): Float32Array => Float32Array.of(n, n / 3, -n, 0.1);

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banshi-vectors-'));
  path = join(dir, `${ENCODER}-${SIZE}.vectors`);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (maxBytes?: number): Promise<VectorCache> => VectorCache.open(dir, ENCODER, SIZE, maxBytes);
async function write(...numbers: number[]): Promise<void> {
  const cache = await open();
  for (const n of numbers) cache.add(keyOf(n), vectorOf(n));
  await cache.flush();
}

describe('VectorCache', () => {
  it('gives back what was added, to the bit, and nothing else', async () => {
    await write(1, 2);
    await write(3);
    const cache = await open();
    for (const n of [1, 2, 3]) expect(cache.get(keyOf(n))).toEqual(vectorOf(n));
    expect(cache.get(keyOf(4))).toBeUndefined();
    expect(vectorKey([2, 1, 3])).not.toBe(vectorKey([2, 3, 1]));
  });

  it('ignores a torn tail and goes on after it', async () => {
    await write(1, 2, 3);
    await truncate(path, 3 * RECORD - 5);
    expect((await open()).get(keyOf(3))).toBeUndefined();
    await write(4);
    const cache = await open();
    for (const n of [1, 2, 4]) expect(cache.get(keyOf(n))).toEqual(vectorOf(n));
    expect((await stat(path)).size).toBe(3 * RECORD);
    expect(await readdir(dir)).toHaveLength(1);
  });

  it('trusts nothing from a changed record on', async () => {
    await write(1, 2, 3);
    const bytes = await readFile(path);
    bytes[RECORD + 40]! ^= 1;
    await writeFile(path, bytes);
    const cache = await open();
    expect([1, 2, 3].map((n) => cache.get(keyOf(n)) !== undefined)).toEqual([true, false, false]);
    await writeFile(path, 'no vectors at all');
    expect((await open()).get(keyOf(1))).toBeUndefined();
  });

  it('lets two trainings write at once', async () => {
    const [a, b] = [await open(), await open()];
    a.add(keyOf(1), vectorOf(1));
    b.add(keyOf(2), vectorOf(2));
    await Promise.all([a.flush(), b.flush()]);
    const cache = await open();
    for (const n of [1, 2]) expect(cache.get(keyOf(n))).toEqual(vectorOf(n));
  });

  it('keeps to its bound, dropping what was not used', async () => {
    await write(1, 2, 3);
    const cache = await open(3 * RECORD + 1);
    cache.get(keyOf(2));
    cache.add(keyOf(4), vectorOf(4));
    await cache.flush();
    const after = await open();
    expect([1, 2, 3, 4].map((n) => after.get(keyOf(n)) !== undefined)).toEqual([false, true, false, true]);
  });

  it('knows one encoder from another', async () => {
    await write(1);
    expect((await VectorCache.open(dir, 'f'.repeat(64), SIZE)).get(keyOf(1))).toBeUndefined();
  });
});
