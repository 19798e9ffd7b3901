import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../platform/events/event-bus.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import { SnapshotsService } from '../corpus/snapshots.service.js';
import { BaseModelsService } from '../registry/base-models.service.js';
import { ModelStoreService } from '../registry/model-store.service.js';
import { ModelVersionsService } from '../registry/model-versions.service.js';
import { EarlyStopping } from './groups/early-stopping.service.js';
import type { Hyper } from './methods/hyper-field.js';
import type { TrainingOutcome, VariantResult } from './methods/training-method.js';
import { TrainingMethodsService } from './methods/training-methods.service.js';
import { TrainingJob } from './training-job.entity.js';
import { TrainingProgressWriter } from './training-progress.js';

export const trainingKind = 'training';

/**
 * Trains a job's model by its method and registers what came of it. Run again after a crash, a method that cannot go on
 * starts over from the same snapshot and seed, which gives the same artifact; what was registered is not trained again.
 */
@Injectable()
export class RunTrainingJob {
  constructor(
    private readonly methods: TrainingMethodsService,
    private readonly snapshots: SnapshotsService,
    private readonly bases: BaseModelsService,
    private readonly store: ModelStoreService,
    private readonly versions: ModelVersionsService,
    private readonly earlyStopping: EarlyStopping,
    private readonly events: EventBus,
  ) {}

  @OnOperation(trainingKind)
  async run(operation: OperationRun): Promise<{ modelVersion: string }> {
    const { manager } = operation.ctx;
    const job = await manager.findOneByOrFail(TrainingJob, { id: String(operation.payload['job']) });
    if (job.modelVersionId) return { modelVersion: job.modelVersionId };
    const method = this.methods.get(job.method, 'method');
    const progress = await TrainingProgressWriter.begin(operation.ctx, this.events, job.id, { goesOn: method.isLong });
    const dir = this.store.workFolder(job.id);
    const watch = await this.earlyStopping.watch(operation, method.isLong ? job : { ...job, groupId: null }, progress);
    let isDone = false;
    try {
      const snapshot = await this.snapshots.get(operation.ctx, job.snapshotId);
      progress.log(`snapshot ${snapshot.sha256}: ${snapshot.count} utterances, train ${snapshot.splits.train}, validation ${snapshot.splits.validation}, test ${snapshot.splits.test}; seed ${job.seed}`);
      const base = job.baseModelId ? await this.bases.get(operation.ctx, job.baseModelId) : null;
      if (base) progress.log(`base model ${base.name}: ${base.sha256}`);
      const outcome = await method.run({ job, snapshot, hyper: this.methods.complete(method, job.hyper as Hyper), base, dir, run: watch.run, progress });
      const modelVersion = await this.register(operation, job, outcome, progress);
      isDone = true;
      return { modelVersion };
    } catch (error) {
      progress.log(`ended: ${error instanceof Error ? error.message : String(error)}`);
      if (watch.stopped) throw new OperationCancelled();
      throw error;
    } finally {
      watch.end();
      await progress.flush();
      // The checkpoints of a long one are kept: who resumes it goes on from them.
      if (isDone || !method.isLong) await rm(dir, { recursive: true, force: true });
    }
  }

  /** All models of the job, or none: a folder fails its check before any is noted. */
  private async register({ ctx, signal }: OperationRun, job: TrainingJob, { models, refused, warnings, trainMs, environment }: TrainingOutcome, progress: TrainingProgressWriter): Promise<string> {
    if (signal.aborted) throw new OperationCancelled();
    const artifacts: string[] = [];
    for (const model of models) artifacts.push(await this.store.adopt(model.dir));
    return ctx.transaction(async (tx) => {
      const results: VariantResult[] = [];
      for (const [i, { variant, measures }] of models.entries()) {
        const version = await this.versions.register(tx, artifacts[i]!, { snapshotId: job.snapshotId, variant, variantOf: results[0]?.modelVersion ?? null });
        results.push({ variant, modelVersion: version.id, ...measures });
        progress.log(`model version ${version.n}${variant ? ` (${variant})` : ''}: ${artifacts[i]}, ${version.size} bytes; accuracy ${figure(measures.accuracy)}, macro-F1 ${figure(measures.macroF1)}; ${trainMs} ms`);
      }
      for (const { variant, reason, measures } of refused) results.push({ variant, modelVersion: null, refused: reason, ...measures });
      const modelVersionId = results[0]!.modelVersion!;
      await tx.manager.update(TrainingJob, { id: job.id }, { modelVersionId, results, warnings, trainMs, environment } as never);
      return modelVersionId;
    });
  }
}

const figure = (value: number | null) => value?.toFixed(4) ?? '–';
