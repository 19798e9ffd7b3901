import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { commonErrors, DomainError, found } from '../errors/domain-error.js';
import { BlobStore, type StoredBlob } from './blob-store.js';

const hashPattern = /^[0-9a-f]{64}$/;

/** Files under `<folder>/ab/abcdef…`, written beside and renamed, so that a name never stands for half a file. */
export class LocalBlobStore extends BlobStore {
  constructor(private readonly folder: string) {
    super();
  }

  async write(content: Readable, maxBytes: number): Promise<StoredBlob> {
    const temporaryFolder = join(this.folder, 'tmp');
    await mkdir(temporaryFolder, { recursive: true });
    const temporary = join(temporaryFolder, randomUUID());
    try {
      const blob = await this.writeTemporary(content, temporary, maxBytes);
      const target = this.locate(blob.sha256);
      await mkdir(join(target, '..'), { recursive: true });
      await rename(temporary, target);
      await syncFolder(join(target, '..'));
      return blob;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async read(sha256: string): Promise<Readable> {
    return createReadStream(await this.path(sha256));
  }

  async path(sha256: string): Promise<string> {
    return found((await this.has(sha256)) ? this.locate(sha256) : null, `blob ${sha256.slice(0, 80)}`);
  }

  async remove(sha256: string): Promise<void> {
    if (hashPattern.test(sha256)) await rm(this.locate(sha256), { force: true });
  }

  async has(sha256: string): Promise<boolean> {
    if (!hashPattern.test(sha256)) return false;
    return access(this.locate(sha256)).then(
      () => true,
      () => false,
    );
  }

  private async writeTemporary(content: Readable, path: string, maxBytes: number): Promise<StoredBlob> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx');
    let size = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxBytes) throw new DomainError(commonErrors.TOO_LARGE, { params: { limit: `${Math.floor(maxBytes / 1_048_576)} MB` } });
        hash.update(chunk);
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), size };
  }

  private locate(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** A rename survives a power cut only once its folder is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
