import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { freeSpace } from '../../../platform/files/free-space.js';
import { productFolder } from '../../../platform/files/product-folder.js';
import { OperationCancelled } from '../../../platform/jobs/operation-run.js';
import { trainingErrors as E } from '../training.errors.js';
import { installEnvironment, type Installation, neededBytes, usablePython } from './install-environment.js';
import { type Probe, probePython, type PythonFacts } from './probe-python.js';

/** A GPU that is plugged in or a library that is repaired is seen after so long. */
const probeMs = 600_000;
/** An interpreter that did not work is asked again sooner. */
const failedProbeMs = 20_000;

export const trainerFolder = (): string => productFolder('models', 'trainer');

export type EnvironmentState = 'missing' | 'preparing' | 'ready' | 'broken';

export interface EnvironmentReport {
  state: EnvironmentState;
  isExternal: boolean;
  facts: PythonFacts | null;
  problem: DomainError | null;
  freeBytes: number;
  neededBytes: number;
}

/**
 * The Python that trains: the interpreter that BANSHI_PYTHON names, or an environment under `<home>/python`, made on
 * first use from the trainer's pinned requirements and anew when they change. Nothing else of the server needs Python.
 */
@Injectable()
export class PythonEnvironmentService {
  private readonly root: string;
  private preparing: Promise<string> | null = null;
  private probed: { python: string; at: number; probe: Promise<Probe> } | null = null;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {
    this.root = join(environment.home, 'python');
  }

  /** How it stands. Asks the interpreter, which takes seconds the first time. */
  async describe(): Promise<EnvironmentReport> {
    const report = { isExternal: this.environment.python !== null, facts: null, problem: null, freeBytes: await freeSpace(this.environment.home), neededBytes };
    const python = await this.existing();
    if (python) {
      const probe = await this.probe(python);
      return 'facts' in probe ? { ...report, state: 'ready', facts: probe.facts } : { ...report, state: 'broken', problem: this.problemOf(probe) };
    }
    if (this.preparing) return { ...report, state: 'preparing' };
    return { ...report, state: 'missing', problem: await this.problem() };
  }

  /** What keeps a training from having a Python here; null where it has one, or one can be made. */
  async problem(): Promise<DomainError | null> {
    const python = await this.existing();
    try {
      if (python === null) await usablePython();
      else if (this.environment.python) {
        const probe = await this.probe(python);
        if (!('facts' in probe)) return this.problemOf(probe);
      }
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** GPUs of the interpreter; none while it is not there. */
  async devices(): Promise<string[]> {
    const python = await this.existing();
    const probe = python ? await this.probe(python) : null;
    return probe && 'facts' in probe ? probe.facts.devices : [];
  }

  /** The interpreter, made where it is missing. Who comes second waits for the first. */
  async ensure(options: Pick<Installation, 'signal' | 'report' | 'log'>): Promise<string> {
    const existing = await this.existing();
    if (existing) return this.working(existing);
    // Cancelling one training may not take the environment from another: who waits goes on to make it himself.
    while (this.preparing) {
      options.report(null, 'waiting-python');
      const python = await this.preparing.catch((error: unknown) => {
        if (error instanceof OperationCancelled && !options.signal.aborted) return null;
        throw error;
      });
      if (python) return python;
    }
    this.preparing = this.prepare(options).finally(() => (this.preparing = null));
    return this.preparing;
  }

  /** Removes the environment, so that the next use makes it anew. */
  async discard(): Promise<void> {
    if (this.environment.python) return;
    this.probed = null;
    await rm(join(await this.folder(), markerName), { force: true });
  }

  private async prepare(options: Pick<Installation, 'signal' | 'report' | 'log'>): Promise<string> {
    const dir = await this.folder();
    await mkdir(this.root, { recursive: true });
    await installEnvironment({ ...options, dir, cache: join(this.root, 'cache'), requirements: requirements(), needed: neededBytes });
    options.report(0.95, 'checking-python');
    const python = await this.working(join(dir, 'bin', 'python'));
    await writeFile(join(dir, `${markerName}.part`), '');
    await rename(join(dir, `${markerName}.part`), join(dir, markerName));
    return python;
  }

  /** The interpreter where it answers. Throws what is wrong with it. */
  private async working(python: string): Promise<string> {
    const probe = await this.probe(python);
    if ('facts' in probe) return python;
    throw this.problemOf(probe);
  }

  private problemOf(probe: Exclude<Probe, { facts: PythonFacts }>): DomainError {
    if (probe.problem === 'cannot-run' && this.environment.python) return new DomainError(E.PYTHON_NOT_FOUND, { params: { path: this.environment.python } });
    return new DomainError(E.PYTHON_INCOMPLETE, { params: { reason: probe.reason } });
  }

  /** The interpreter that is there to be used; null while none was made. */
  private async existing(): Promise<string | null> {
    if (this.environment.python) return this.environment.python;
    const dir = await this.folder();
    const isMade = await stat(join(dir, markerName)).then(() => true, () => false);
    return isMade ? join(dir, 'bin', 'python') : null;
  }

  /** Named by the requirements: other requirements, other environment. */
  private async folder(): Promise<string> {
    const text = await readFile(requirements()).catch(() => null);
    if (!text) throw new DomainError(E.TRAINER_MISSING, { params: { path: 'models/trainer/requirements.txt' } });
    return join(this.root, createHash('sha256').update(text).digest('hex').slice(0, 16));
  }

  private async probe(python: string): Promise<Probe> {
    const known = this.probed;
    if (known?.python === python) {
      const age = Date.now() - known.at;
      if (age < failedProbeMs || (age < probeMs && 'facts' in (await known.probe))) return known.probe;
    }
    this.probed = { python, at: Date.now(), probe: probePython(python) };
    return this.probed.probe;
  }
}

/** Written last: an environment without it is not finished. */
const markerName = 'banshi-ready';
const requirements = () => join(trainerFolder(), 'requirements.txt');
