import { constants, type Stats } from 'node:fs';
import { copyFile, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { bytesText, freeSpace } from '../../../platform/files/free-space.js';
import { registryErrors } from '../registry.errors.js';
import { baseModelFileNames, baseModelFiles, isPickle } from './base-model-files.js';

const E = registryErrors;
/** How deep folders are looked for: `<owner>/<name>`. */
const maxDepth = 2;
const maxListed = 200;

/** The configured folder of base models, and what may be read of it. */
@Injectable()
export class BaseModelSources {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  async describe(): Promise<{ folder: string | null; folders: string[]; hub: string | null }> {
    const { baseModels, hub } = this.environment;
    return { folder: baseModels, folders: baseModels ? (await modelFolders(baseModels, '', 0)).slice(0, maxListed) : [], hub: hub?.url ?? null };
  }

  /** The real path of a folder that may be registered. Throws BASE_FOLDER_OFF, BASE_FOLDER_MISSING or BASE_FOLDER_OUTSIDE. */
  async resolve(location: string): Promise<string> {
    const { baseModels } = this.environment;
    if (!baseModels) throw new DomainError(E.BASE_FOLDER_OFF, { field: 'input.source' });
    const root = await realpath(baseModels).catch(() => null);
    if (!root) throw new DomainError(E.BASE_FOLDER_MISSING, { field: 'input.location', params: { path: baseModels } });
    const asked = resolve(root, location);
    // Before the disk is asked: what lies outside is nobody's business, not even whether it is there.
    if (!isWithin(root, asked) && !isWithin(resolve(baseModels), asked)) throw outside(baseModels);
    const path = await realpath(asked).catch(() => null);
    if (!path || !(await stat(path)).isDirectory()) throw new DomainError(E.BASE_FOLDER_MISSING, { field: 'input.location', params: { path: location.slice(0, 200) } });
    if (!isWithin(root, path)) throw outside(baseModels);
    return path;
  }

  /** Copies the files that count from a folder into `target`; links are followed only within the configured folder. */
  async copy(path: string, target: string, report: (share: number) => void): Promise<void> {
    const root = await realpath(this.environment.baseModels!);
    const names = await readdir(path);
    const wanted: { name: string; from: string; stats: Stats }[] = [];
    for (const name of baseModelFileNames.filter((known) => names.includes(known))) {
      const from = await realpath(join(path, name)).catch(() => null);
      if (!from) throw new DomainError(E.BASE_FILE_MISSING, { params: { file: name } });
      if (!isWithin(root, from)) throw outside(this.environment.baseModels!);
      const stats = await stat(from);
      if (!stats.isFile()) throw new DomainError(E.BASE_CORRUPT, { params: { file: name, reason: 'not a file' } });
      if (stats.size > baseModelFiles[name].maxBytes) throw new DomainError(E.BASE_TOO_LARGE, { params: { file: name, limit: bytesText(baseModelFiles[name].maxBytes) } });
      wanted.push({ name, from, stats });
    }
    refuseWithoutSafetensors(names);
    const bytes = wanted.reduce((sum, { stats }) => sum + stats.size, 0);
    await requireSpace(target, bytes);
    let done = 0;
    for (const { name, from, stats } of wanted) {
      await copyFile(from, join(target, name), constants.COPYFILE_FICLONE);
      report((done += stats.size) / Math.max(bytes, 1));
    }
  }
}

/** Weights as pickle run whatever program was put into them. */
export function refuseWithoutSafetensors(names: readonly string[]): void {
  if (names.includes('model.safetensors')) return;
  const pickle = names.find(isPickle);
  if (pickle) throw new DomainError(E.BASE_UNSAFE, { params: { file: pickle } });
  throw new DomainError(E.BASE_FILE_MISSING, { params: { file: 'model.safetensors' } });
}

export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const free = await freeSpace(folder);
  if (free < bytes) throw new DomainError(E.DISK_FULL, { params: { needed: bytesText(bytes), free: bytesText(free) } });
}

const outside = (root: string) => new DomainError(E.BASE_FOLDER_OUTSIDE, { field: 'input.location', params: { root } });

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function modelFolders(root: string, within: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, within), { withFileTypes: true }).catch(() => []);
  const here = within !== '' && entries.some((entry) => entry.name === 'config.json') ? [within] : [];
  if (depth === maxDepth) return here;
  const below = await Promise.all(entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => modelFolders(root, join(within, entry.name), depth + 1)));
  return [...here, ...below.flat()].sort();
}
