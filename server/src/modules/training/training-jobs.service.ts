import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { SnapshotsService } from '../corpus/snapshots.service.js';
import { parseHeadHyper } from './head-hyper.js';
import { trainHeadKind } from './train-head.job.js';
import { TrainingJob } from './training-job.entity.js';
import { trainingErrors } from './training.errors.js';

export const trainingMethods = ['head'] as const;
/** Numbers are given one after the other. */
const numberLock = 7_262_032;
const maxSeed = 2 ** 31 - 1;

export interface TrainingRequest {
  trainingSet: string;
  method: string;
  hyperParameters?: unknown;
  seed?: number | null;
}

/** Trainings as people order them. */
@Injectable()
export class TrainingJobsService {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<TrainingJob> {
    return found(await ctx.manager.findOneBy(TrainingJob, { id }), `training job ${id}`);
  }

  /** Takes a snapshot of the training set and queues the training of it. */
  async start(ctx: RequestContext, request: TrainingRequest): Promise<TrainingJob> {
    checkMethod(request.method);
    const hyper = parseHeadHyper(request.hyperParameters);
    const seed = request.seed ?? 1;
    if (!Number.isInteger(seed) || seed < 0 || seed > maxSeed) throw new DomainError(trainingErrors.INVALID_SEED, { field: 'input.seed' });
    const snapshot = await this.snapshots.take(ctx, request.trainingSet);
    await ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
    const [last] = await ctx.manager.query<{ n: number | null }[]>('SELECT max(n) AS n FROM training_job');
    const id = randomUUID();
    const n = (last?.n ?? 0) + 1;
    const operation = await this.operations.enqueue(ctx, { kind: trainHeadKind, title: { zh: `训练 #${n}`, en: `Training #${n}` }, payload: { job: id }, queue: 'training' });
    await ctx.manager.insert(TrainingJob, { id, n, method: request.method, operationId: operation.id, snapshotId: snapshot.id, hyper: hyper as never, seed, byId: ctx.actor.id, byName: ctx.actor.name });
    await this.audit.append(ctx, { action: 'training.start', target: { kind: 'training-job', key: String(n) }, detail: { method: request.method, snapshot: snapshot.sha256, seed } });
    return this.get(ctx, id);
  }

  async cancel(ctx: RequestContext, id: string): Promise<TrainingJob> {
    const job = await this.get(ctx, id);
    await this.operations.cancel(ctx, job.operationId);
    await this.audit.append(ctx, { action: 'training.cancel', target: { kind: 'training-job', key: String(job.n) } });
    return job;
  }
}

export function checkMethod(method: string): void {
  if (!(trainingMethods as readonly string[]).includes(method)) throw new DomainError(trainingErrors.UNKNOWN_METHOD, { field: 'input.method', params: { method: method.slice(0, 50), known: trainingMethods.join(', ') } });
}
