import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, fileSha256 } from '@banshi/artifact';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { BaseModel } from '../base-model.entity.js';
import { registryErrors } from '../registry.errors.js';
import { shippedEncoderFolder } from './shipped-encoder.js';

export type FileList = BaseModel['files'];

const manifestName = 'manifest.json';

/** Base models under `base-models/<hash>/`; a folder appears there as a whole and is never written again. */
@Injectable()
export class BaseModelStore {
  readonly root: string;
  /** What was verified, and how the files looked then. */
  private readonly verified = new Map<string, string>();

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.root = join(environment.home, 'base-models');
  }

  /** A new folder on the same file system to collect files in. */
  async workFolder(): Promise<string> {
    const dir = join(this.root, 'work', randomUUID());
    await mkdir(dir, { recursive: true });
    return dir;
  }

  /** Names the folder by the hash of its files and moves it to its place. */
  async adopt(dir: string): Promise<{ sha256: string; files: FileList }> {
    const files = await listFiles(dir);
    const sha256 = hashOf(files);
    const target = join(this.root, sha256);
    if (await this.problem(target, files)) {
      await writeFile(join(dir, manifestName), canonicalJson({ files }));
      for (const name of await readdir(dir)) await sync(join(dir, name));
      await rm(target, { recursive: true, force: true });
      await rename(dir, target);
      await sync(this.root);
    }
    return { sha256, files };
  }

  /** The folder of a base model whose files are whole. Throws BASE_MODEL_DAMAGED. */
  async folder(base: Pick<BaseModel, 'name' | 'source' | 'sha256' | 'files'>): Promise<string> {
    const dir = base.source === 'shipped' ? shippedEncoderFolder() : join(this.root, base.sha256);
    const file = await this.problem(dir, base.files);
    if (file) throw new DomainError(registryErrors.BASE_MODEL_DAMAGED, { params: { name: base.name, file } });
    return dir;
  }

  async remove(sha256: string): Promise<void> {
    await rm(join(this.root, sha256), { recursive: true, force: true });
  }

  /** Name of a file that is missing or changed; null where all are whole. Hashes again only what looks different. */
  private async problem(dir: string, files: FileList): Promise<string | null> {
    for (const [name, { sha256, bytes }] of Object.entries(files)) {
      const path = join(dir, name);
      const stats = await stat(path).catch(() => null);
      if (!stats?.isFile() || stats.size !== bytes) return name;
      const look = `${sha256} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
      if (this.verified.get(path) === look) continue;
      if ((await fileSha256(path)) !== sha256) return name;
      this.verified.set(path, look);
    }
    return null;
  }
}

/** Hash of a list of files, as it names an artifact too. */
export const hashOf = (files: FileList): string => createHash('sha256').update(canonicalJson({ files })).digest('hex');

export async function listFiles(dir: string): Promise<FileList> {
  const files: FileList = {};
  for (const name of (await readdir(dir)).sort()) {
    if (name === manifestName) continue;
    const path = join(dir, name);
    files[name] = { sha256: await fileSha256(path), bytes: (await stat(path)).size };
  }
  return files;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
