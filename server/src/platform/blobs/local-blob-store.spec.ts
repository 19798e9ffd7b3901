import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalBlobStore } from './local-blob-store.js';

let folder: string;
let store: LocalBlobStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banshi-blobs-'));
  store = new LocalBlobStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const put = (content: string, limit = 1_000) => store.write(Readable.from([Buffer.from(content)]), limit);

describe('blobs', () => {
  it('keep a content under its hash, once', async () => {
    const first = await put('办事');
    expect(first).toEqual({ sha256: '9ca6185efdaa0f35a0048f2f92b317ed905eecb014646d73069d8e611b068c66', size: 6 });
    expect(await put('办事')).toEqual(first);
    expect(files()).toHaveLength(1);
    expect(await text(await store.read(first.sha256))).toBe('办事');
  });

  it('refuse what is larger than allowed and leave nothing of it', async () => {
    await expect(put('x'.repeat(11), 10)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(files()).toEqual([]);
    expect((await put('x'.repeat(10), 10)).size).toBe(10);
  });

  it('leave nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('connection reset');
      })(),
    );
    await expect(store.write(broken, 100)).rejects.toThrow('connection reset');
    expect(files()).toEqual([]);
  });

  it.each(['../secret', '/etc/passwd', 'A'.repeat(64), '..%2fsecret', '', `${'a'.repeat(63)}/`, 'a'.repeat(65)])('do not lead outside by the name %s', async (name) => {
    writeFileSync(join(folder, 'secret'), 'x');
    expect(await store.has(name)).toBe(false);
    await expect(store.read(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
