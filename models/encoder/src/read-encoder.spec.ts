import { appendFile, copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EncoderDescription } from './encoder-info.js';
import { readEncoder } from './read-encoder.js';

const description: EncoderDescription = {
  schema: 1,
  name: 'tiny',
  title: '小编码器',
  unit: 'code-point',
  maxLength: 16,
  hiddenSize: 4,
  layers: 1,
  vocabularySize: 9,
  padId: 0,
  license: 'MIT',
  teacher: null,
};

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banshi-encoder-'));
  for (const name of ['encoder.onnx', 'tokenizer.json', 'card.md']) await writeFile(join(dir, name), name);
  await writeFile(join(dir, 'encoder.json'), JSON.stringify(description));
  await seal();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('readEncoder', () => {
  it('returns what the folder holds, with a hash of its content', async () => {
    const first = await readEncoder(dir);
    expect(first).toMatchObject({ ...description, dir });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')), null, 8));
    expect((await readEncoder(dir)).hash).toBe(first.hash);
    await writeFile(join(dir, 'card.md'), 'another card');
    await seal();
    expect((await readEncoder(dir)).hash).not.toBe(first.hash);
  });

  it('refuses a folder that is absent or has no manifest', async () => {
    await expect(readEncoder(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
    await rm(join(dir, 'manifest.json'));
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a cut, a changed, a missing and a linked file', async () => {
    await appendFile(join(dir, 'encoder.onnx'), 'x');
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('13 bytes') as string });
    await writeFile(join(dir, 'encoder.onnx'), 'encoder.ONNX');
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('was changed') as string });
    await rm(join(dir, 'encoder.onnx'));
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged' });
    await copyFile(join(dir, 'card.md'), join(dir, 'elsewhere'));
    await symlink(join(dir, 'elsewhere'), join(dir, 'encoder.onnx'));
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('regular file') as string });
  });

  it('refuses another schema, values out of range and text that is no JSON', async () => {
    for (const change of [{ schema: 2 }, { schema: undefined }, { unit: 'word' }, { maxLength: 2 }, { padId: 9 }, { license: '' }, { teacher: { name: 'x' } }, { name: ' ' }]) {
      await writeFile(join(dir, 'encoder.json'), JSON.stringify({ ...description, ...change }));
      await seal();
      await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'invalid' });
    }
    await writeFile(join(dir, 'encoder.json'), '{');
    await seal();
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('refuses manifests that are broken, of another schema, incomplete, or point out of the folder', async () => {
    const files = (JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as { files: Record<string, unknown> }).files;
    const write = (value: unknown): Promise<void> => writeFile(join(dir, 'manifest.json'), JSON.stringify(value));
    await write({ schema: 2, files });
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'invalid' });
    await write({ schema: 1, files: { ...files, '../secret': { sha256: '0', bytes: 1 } } });
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'invalid' });
    await write({ schema: 1, files: { ...files, 'tokenizer.json': undefined } });
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged' });
    await writeFile(join(dir, 'manifest.json'), '{"schema"');
    await expect(readEncoder(dir)).rejects.toMatchObject({ code: 'damaged' });
  });
});

async function seal(): Promise<void> {
  const files: Record<string, { sha256: string; bytes: number }> = {};
  for (const name of ['card.md', 'encoder.json', 'encoder.onnx', 'tokenizer.json']) {
    const bytes = await readFile(join(dir, name));
    files[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  }
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ schema: 1, files }));
}
