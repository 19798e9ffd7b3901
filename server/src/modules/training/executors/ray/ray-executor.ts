import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../../platform/configuration/configuration.module.js';
import type { Environment, RayEnvironment } from '../../../../platform/configuration/environment.js';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { OperationCancelled } from '../../../../platform/jobs/operation-run.js';
import { trainingErrors as E } from '../../training.errors.js';
import { toProblem } from '../trainer-problems.js';
import type { ExecutorState, TrainerTask, TrainingExecutor } from '../training-executor.js';
import { RayClient, type RayJob, RayLost } from './ray-client.js';
import { RayLog } from './ray-log.js';
import { rayPackage } from './ray-package.js';
import { readRayState, writeRayState } from './ray-state.js';
import { isThere, transferFile, transferFolder, unpackArtifacts } from './transfer-folder.js';
import { TransferLinks } from './transfer-links.js';

const pollMs = 1_000;
/** A cluster that was restarted is back within this; a job waits for it so long. */
const patienceMs = 180_000;
/** Submissions that ended without a word, or were forgotten by a cluster that was started anew. */
const maxLosses = 3;
/** Ray ends a job in 2 to 4 s. */
const stopMs = 4_500;
/** Of a node, where nothing else is configured. */
const defaultThreads = 2;
/** Numbers of submissions that a cluster may still know of a job whose folder was lost. */
const maxAttempts = 50;

/** Runs the trainer on an existing Ray cluster by its Jobs REST API. The cluster reaches this server by signed links. */
@Injectable()
export class RayExecutor implements TrainingExecutor {
  readonly key = 'ray';
  readonly title = { zh: 'Ray 集群', en: 'Ray cluster' };

  constructor(
    private readonly links: TransferLinks,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async state(): Promise<ExecutorState> {
    const devices: ExecutorState['devices'] = ['auto', 'cpu', 'cuda'];
    const { ray } = this.environment;
    if (!ray) return { problem: new DomainError(E.RAY_OFF), note: null, devices: [] };
    try {
      const version = await new RayClient(ray).version();
      return { problem: null, note: { zh: `Ray ${version}，${ray.url}`, en: `Ray ${version}, ${ray.url}` }, devices };
    } catch (error) {
      return { problem: error instanceof RayLost ? lost(ray, error) : asDomain(error), note: null, devices: [] };
    }
  }

  async run(task: TrainerTask): Promise<Record<string, string | number | boolean | null>> {
    const { ray } = this.environment;
    if (!ray) throw new DomainError(E.RAY_OFF);
    const client = new RayClient(ray);
    await this.writeInput(task);
    let attempt = (await readRayState(task.dir))?.attempt ?? 0;
    let losses = 0;
    // A server that was killed finds its job by the number that it noted, and watches on.
    let isNoted = attempt > 0;
    for (;;) {
      if (!isNoted) attempt = await this.submit(task, client, ray, attempt + 1);
      const id = submissionId(task, attempt);
      await task.noteExternalId(id);
      const log = new RayLog(task, isNoted ? ((await readRayState(task.dir))?.read ?? 0) : 0);
      const job = await this.watch(task, client, ray, id, attempt, log);
      const wasNoted = isNoted;
      isNoted = false;
      if (job?.status === 'SUCCEEDED' && (await isThere(transferFile(task.dir, 'output')))) break;
      if (log.problem) throw toProblem(log.problem);
      // One that was stopped or lost before this run began is the reason for this run, not its end.
      if (wasNoted) continue;
      if (job?.status === 'STOPPED') throw new DomainError(E.RAY_STOPPED, { params: { id } });
      const reason = job ? `${job.status}: ${job.message ?? job.driver_exit_code ?? '–'}`.slice(0, 300) : 'the cluster does not know it any more';
      task.log(`submission ${id} ended unexpectedly: ${reason}`);
      if ((losses += 1) === maxLosses) throw new DomainError(E.TRAINER_CRASHED, { params: { attempts: losses, reason } });
      task.onRestart();
    }
    await unpackArtifacts(transferFile(task.dir, 'output'), task.dir);
    return { cluster: ray.url, submission: submissionId(task, attempt) };
  }

  /** What a node downloads: the job, its data and its base model, with paths within it. */
  private async writeInput(task: TrainerTask): Promise<void> {
    const input = join(transferFolder(task.dir), 'input');
    await rm(input, { recursive: true, force: true });
    await mkdir(input, { recursive: true });
    if (task.baseDir) await cp(task.baseDir, join(input, 'base'), { recursive: true });
    if (task.student) await cp(task.student, join(input, 'student'), { recursive: true });
    await task.write(input, { device: task.device, threads: this.environment.training.threads ?? defaultThreads, base: task.baseDir && 'base', student: task.student && 'student' });
  }

  /** Submits under the first number that the cluster has not used for this job; one that runs already is taken. Answers the number. */
  private async submit(task: TrainerTask, client: RayClient, ray: RayEnvironment, first: number): Promise<number> {
    await rm(transferFile(task.dir, 'output'), { force: true });
    const { name, content } = await rayPackage();
    const workingDir = await this.patiently(task, ray, () => client.upload(name, content));
    const environment = await this.environmentOf(task, ray);
    for (let attempt = first; attempt < first + maxAttempts; attempt += 1) {
      const id = submissionId(task, attempt);
      // Noted before it is sent: whatever happens to the answer, the job is found again.
      await writeRayState(task.dir, { attempt, read: 0 });
      const isNew = await this.patiently(task, ray, () => client.submit({ id, entrypoint: `${quoted(ray.python)} banshi_remote.py`, workingDir, environment, gpus: task.device === 'cuda' ? 1 : 0 }));
      if (isNew) {
        task.log(`submitted to ${ray.url} as ${id}`);
        return attempt;
      }
      const known = await this.patiently(task, ray, () => client.job(id));
      if (known?.status === 'PENDING' || known?.status === 'RUNNING') {
        task.log(`${id} was submitted before`);
        return attempt;
      }
    }
    throw new DomainError(E.RAY_REFUSED, { params: { reason: `${maxAttempts} × already exists` } });
  }

  /** Follows a submission to its end; null where the cluster does not know it. */
  private async watch(task: TrainerTask, client: RayClient, ray: RayEnvironment, id: string, attempt: number, log: RayLog): Promise<RayJob | null> {
    for (;;) {
      if (task.signal.aborted) await this.abandon(task, client, id);
      const job = await this.patiently(task, ray, () => client.job(id), () => this.abandon(task, client, id));
      const hasEnded = !job || !['PENDING', 'RUNNING'].includes(job.status);
      if (job?.status === 'PENDING') task.report(null, 'waiting-cluster');
      if (job) log.take(await this.patiently(task, ray, () => client.logs(id), () => this.abandon(task, client, id)), hasEnded);
      await writeRayState(task.dir, { attempt, read: log.read });
      if (hasEnded) return job;
      await sleep(pollMs, undefined, { signal: task.signal }).catch(() => undefined);
    }
  }

  /** Stops the submission where somebody cancelled; while this server drains it runs on, to be found by the next. */
  private async abandon(task: TrainerTask, client: RayClient, id: string): Promise<never> {
    if (await task.isStopped()) {
      const end = Date.now() + stopMs;
      await client.stop(id).catch(() => undefined);
      while (Date.now() < end) {
        const job = await client.job(id).catch(() => null);
        if (!job || !['PENDING', 'RUNNING'].includes(job.status)) break;
        // A stop that comes before the job has begun may be overheard.
        await sleep(300);
        await client.stop(id).catch(() => undefined);
      }
    }
    throw new OperationCancelled();
  }

  /** Waits for a cluster that does not answer, up to a limit. */
  private async patiently<T>(task: TrainerTask, ray: RayEnvironment, ask: () => Promise<T>, abandon?: () => Promise<never>): Promise<T> {
    const until = Date.now() + patienceMs;
    for (let isSaid = false; ; ) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof RayLost)) throw error;
        if (task.signal.aborted) {
          if (abandon) await abandon();
          throw new OperationCancelled();
        }
        if (Date.now() > until) throw lost(ray, error);
        if (!isSaid) task.log(`the cluster does not answer: ${error.message}; waiting for it`);
        isSaid = true;
        task.report(null, 'cluster-lost');
        await sleep(pollMs, undefined, { signal: task.signal }).catch(() => undefined);
      }
    }
  }

  private async environmentOf(task: TrainerTask, ray: RayEnvironment): Promise<Record<string, string>> {
    const origin = ray.callback ?? this.environment.origin ?? `http://${this.environment.host}:${this.environment.port}`;
    return {
      BANSHI_INPUT: await this.links.sign(origin, 'GET', task.job.id, 'input'),
      BANSHI_OUTPUT: await this.links.sign(origin, 'PUT', task.job.id, 'output'),
      BANSHI_CHECKPOINT_GET: await this.links.sign(origin, 'GET', task.job.id, 'checkpoint'),
      BANSHI_CHECKPOINT_PUT: await this.links.sign(origin, 'PUT', task.job.id, 'checkpoint'),
    };
  }
}

/** Derived from the job, so that a submission that was sent twice is one. */
const submissionId = ({ job }: TrainerTask, attempt: number) => `banshi-${job.id}-${attempt}`;
const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
const lost = ({ url }: RayEnvironment, error: Error) => new DomainError(E.RAY_LOST, { params: { url, reason: error.message } });

function asDomain(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
