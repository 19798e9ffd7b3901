import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { SnapshotsService } from '../corpus/snapshots.service.js';
import { trainingKind } from './run-training.job.js';
import { TrainingEstimateService } from './training-estimate.service.js';
import { TrainingJob } from './training-job.entity.js';
import { type TrainingPlan, TrainingPlansService, type TrainingRequest } from './training-plans.service.js';
import { trainingErrors } from './training.errors.js';

/** Numbers are given one after the other. */
const numberLock = 7_262_032;

/** Trainings as people order them. */
@Injectable()
export class TrainingJobsService {
  constructor(
    private readonly plans: TrainingPlansService,
    private readonly estimates: TrainingEstimateService,
    private readonly snapshots: SnapshotsService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<TrainingJob> {
    return found(await ctx.manager.findOneBy(TrainingJob, { id }), `training job ${id}`);
  }

  /** Takes a snapshot of the training set, or the one named, and queues the training of it. */
  async start(ctx: RequestContext, request: TrainingRequest): Promise<TrainingJob> {
    const plan = await this.plans.make(ctx, request);
    return this.order(ctx, plan, await this.snapshotOf(ctx, request), null);
  }

  /** Queues one job a plan, all of the same snapshot and one group. */
  async startGroup(ctx: RequestContext, request: TrainingRequest, plans: readonly TrainingPlan[]): Promise<TrainingJob[]> {
    const snapshot = await this.snapshotOf(ctx, request);
    const group = randomUUID();
    const jobs: TrainingJob[] = [];
    for (const plan of plans) jobs.push(await this.order(ctx, plan, snapshot, group));
    await this.audit.append(ctx, { action: 'training.start-group', target: { kind: 'training-group', key: group }, detail: { jobs: jobs.map((job) => job.n), snapshot: snapshot.sha256 } });
    return jobs;
  }

  async cancel(ctx: RequestContext, id: string): Promise<TrainingJob> {
    const job = await this.get(ctx, id);
    await this.operations.cancel(ctx, job.operationId);
    await this.audit.append(ctx, { action: 'training.cancel', target: { kind: 'training-job', key: String(job.n) } });
    return job;
  }

  /** Runs a job again that failed or was cancelled; a long one goes on from its last checkpoint. */
  async resume(ctx: RequestContext, id: string): Promise<TrainingJob> {
    const job = await this.get(ctx, id);
    if (job.baseModelId) await this.plans.checkBase(ctx, job.baseModelId);
    await ctx.manager.update(TrainingJob, { id }, { earlyStop: null });
    await this.operations.retry(ctx, job.operationId);
    await this.audit.append(ctx, { action: 'training.resume', target: { kind: 'training-job', key: String(job.n) } });
    return this.get(ctx, id);
  }

  private async snapshotOf(ctx: RequestContext, { trainingSet, snapshot: id }: TrainingRequest) {
    if (!id) return this.snapshots.take(ctx, trainingSet);
    const snapshot = await this.snapshots.get(ctx, id);
    if (snapshot.trainingSetId !== trainingSet) throw new DomainError(trainingErrors.FOREIGN_SNAPSHOT, { field: 'input.snapshot' });
    return snapshot;
  }

  private async order(ctx: RequestContext, plan: TrainingPlan, snapshot: Awaited<ReturnType<SnapshotsService['get']>>, groupId: string | null): Promise<TrainingJob> {
    const { method, preset, base, hyper, executor, device, variants, seed } = plan;
    await ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
    const [last] = await ctx.manager.query<{ n: number | null }[]>('SELECT max(n) AS n FROM training_job');
    const id = randomUUID();
    const n = (last?.n ?? 0) + 1;
    const operation = await this.operations.enqueue(ctx, {
      kind: trainingKind,
      title: { zh: `训练 #${n}`, en: `Training #${n}` },
      payload: { job: id },
      // Short ones run one after the other; long ones wait for a free slot of their executor.
      ...(method.isLong ? { lane: 'long' } : { queue: 'training' }),
    });
    const estimatedMs = await this.estimates.ofSnapshot(plan, snapshot.count);
    await ctx.manager.insert(TrainingJob, {
      id, n, method: method.key, preset: preset.key, baseModelId: base?.id ?? null, executor, device, variants: variants as never,
      operationId: operation.id, snapshotId: snapshot.id, hyper: hyper as never, seed, estimatedMs, groupId, byId: ctx.actor.id, byName: ctx.actor.name,
    });
    await this.audit.append(ctx, {
      action: 'training.start',
      target: { kind: 'training-job', key: String(n) },
      detail: { method: method.key, preset: preset.key, base: base?.sha256 ?? null, executor, device, variants, hyper, snapshot: snapshot.sha256, seed },
    });
    return this.get(ctx, id);
  }
}
