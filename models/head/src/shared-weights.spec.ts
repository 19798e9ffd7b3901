import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeSharedWeights } from './shared-weights.js';

const weights = Uint8Array.of(1, 2, 3, 4);
let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'banshi-blob-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

it('is one file on disk for all models of an encoder', async () => {
  for (const name of ['a', 'b']) await placeSharedWeights(weights, join(dir, name), join(dir, 'blobs'));
  const [a, b] = await Promise.all(['a', 'b'].map((name) => stat(join(dir, name))));
  expect(a!.ino).toBe(b!.ino);
  expect(a!.nlink).toBe(3);
});

it('writes a damaged blob anew', async () => {
  await placeSharedWeights(weights, join(dir, 'a'), join(dir, 'blobs'));
  const [name] = await readdir(join(dir, 'blobs'));
  await chmod(join(dir, 'blobs', name!), 0o644);
  await writeFile(join(dir, 'blobs', name!), 'cut');
  await placeSharedWeights(weights, join(dir, 'b'), join(dir, 'blobs'));
  expect(await readFile(join(dir, 'b'))).toEqual(Buffer.from(weights));
  expect(await readdir(join(dir, 'blobs'))).toEqual([name]);
});

it('is a plain file without a folder to share from', async () => {
  await placeSharedWeights(weights, join(dir, 'a'), undefined);
  expect((await stat(join(dir, 'a'))).nlink).toBe(1);
});
