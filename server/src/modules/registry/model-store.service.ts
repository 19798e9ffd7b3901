import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestHash, readManifest, verifyArtifact } from '@banshi/artifact';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { registryErrors } from './registry.errors.js';

const hashPattern = /^[0-9a-f]{64}$/;

/** Artifact folders under `models/<manifest hash>/`. A folder appears there as a whole or not at all, and is never written again. */
@Injectable()
export class ModelStoreService {
  private readonly root: string;
  /** Last verdict by hash, with what the files looked like then. */
  private readonly verdicts = new Map<string, { look: string; problems: string[] }>();

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.root = join(environment.home, 'models');
  }

  /** Folder of an artifact, whether it is there or not. */
  folder(artifact: string): string {
    if (!hashPattern.test(artifact)) throw new Error(`not a manifest hash: ${artifact.slice(0, 80)}`);
    return join(this.root, artifact);
  }

  /** A folder beside the artifacts, on the same file system, for a training to write to. */
  workFolder(job: string): string {
    return join(this.root, 'work', job);
  }

  /** Where trainings keep what later ones need again: sentence vectors, and the encoder's weights that models share by hard links. */
  cacheFolder(): string {
    return join(this.root, 'cache');
  }

  /**
   * Verifies a finished folder and moves it to its place; answers its hash. Where the same artifact is there already and
   * whole, that one stays. Throws MODEL_DAMAGED where the folder fails its manifest.
   */
  async adopt(dir: string): Promise<string> {
    const { ok, problems } = await verifyArtifact(dir);
    if (!ok) throw damaged(problems);
    const artifact = manifestHash(await readManifest(dir));
    if ((await this.problems(artifact)).length === 0) {
      await rm(dir, { recursive: true, force: true });
      return artifact;
    }
    const target = this.folder(artifact);
    for (const name of await readdir(dir)) await sync(join(dir, name));
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(dir, target);
    await sync(dirname(target));
    return artifact;
  }

  /** What is wrong with the files; empty where they are whole. Hashes them again only when they look different. */
  async problems(artifact: string): Promise<string[]> {
    const dir = this.folder(artifact);
    const look = await lookOf(dir);
    const known = this.verdicts.get(artifact);
    if (known?.look === look) return known.problems;
    const { problems } = await verifyArtifact(dir);
    // The folder may hold a whole artifact, but another one than its name says.
    if (problems.length === 0 && manifestHash(await readManifest(dir)) !== artifact) problems.push('the manifest is not the one of this version');
    this.verdicts.set(artifact, { look, problems });
    return problems;
  }

  /** The folder of a whole artifact. Throws MODEL_DAMAGED. */
  async verified(artifact: string): Promise<string> {
    const problems = await this.problems(artifact);
    if (problems.length > 0) throw damaged(problems);
    return this.folder(artifact);
  }

  async remove(artifact: string): Promise<void> {
    this.verdicts.delete(artifact);
    await rm(this.folder(artifact), { recursive: true, force: true });
  }
}

const damaged = (problems: readonly string[]) => new DomainError(registryErrors.MODEL_DAMAGED, { params: { problems: problems.slice(0, 3).join('; ') }, details: { problems } });

/** Names, sizes and times of the files: a change of any content changes one of them, short of intent. */
async function lookOf(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).sort();
    const stats = await Promise.all(names.map((name) => stat(join(dir, name))));
    return names.map((name, i) => `${name}:${stats[i]!.size}:${stats[i]!.mtimeMs}:${stats[i]!.ctimeMs}`).join('|');
  } catch {
    return 'missing';
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
