import { rm } from 'node:fs/promises';
import { type HeadHyper, startHeadJob, type TrainedHead, type TrainingInput, TrainingProblem, type TrainingProgress } from '@banshi/head';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../platform/events/event-bus.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import { SnapshotsService } from '../corpus/snapshots.service.js';
import { ModelStoreService } from '../registry/model-store.service.js';
import { ModelVersionsService } from '../registry/model-versions.service.js';
import { TrainingJob } from './training-job.entity.js';
import { TrainingProgressWriter } from './training-progress.js';
import { toDomainError } from './training.errors.js';

export const trainHeadKind = 'training-head';

/** Shares of the whole by phase, as measured; a bar that moves evenly needs no more. */
const reached: Record<TrainingProgress['phase'], number> = { prepare: 0.02, intents: 0.1, slots: 0.6, write: 0.85, evaluate: 0.9, done: 0.97 };
const phaseTitles: Record<TrainingProgress['phase'], string> = { prepare: '准备', intents: '训练意图', slots: '训练槽位', write: '写出模型', evaluate: '评估', done: '登记' };

/**
 * Trains a job's model in a thread and registers it. Run again after a crash it starts over from the same snapshot and
 * seed, which gives the same artifact; a model that was registered already is not trained again.
 */
@Injectable()
export class TrainHeadJob {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly store: ModelStoreService,
    private readonly versions: ModelVersionsService,
    private readonly events: EventBus,
  ) {}

  @OnOperation(trainHeadKind)
  async run(run: OperationRun): Promise<{ modelVersion: string }> {
    const job = await run.ctx.manager.findOneByOrFail(TrainingJob, { id: String(run.payload['job']) });
    if (job.modelVersionId) return { modelVersion: job.modelVersionId };
    const progress = await TrainingProgressWriter.begin(run.ctx, this.events, job.id);
    const dir = this.store.workFolder(job.id);
    try {
      const snapshot = await this.snapshots.get(run.ctx, job.snapshotId);
      progress.log(`snapshot ${snapshot.sha256}: ${snapshot.count} utterances, train ${snapshot.splits.train}, validation ${snapshot.splits.validation}, test ${snapshot.splits.test}; seed ${job.seed}`);
      const trained = await this.train(await this.snapshots.trainingInput(snapshot), dir, job, run, progress);
      for (const warning of trained.warnings) progress.log(`warning ${warning.code}: ${warning.message}`);
      const artifact = await this.store.adopt(trained.dir);
      const modelVersion = await run.ctx.transaction(async (tx) => {
        const version = await this.versions.register(tx, artifact, { snapshotId: snapshot.id });
        await tx.manager.update(TrainingJob, { id: job.id }, { modelVersionId: version.id, warnings: trained.warnings, trainMs: trained.timings.total });
        return version;
      });
      progress.log(`model version ${modelVersion.n}: ${artifact}, ${trained.bytes} bytes; accuracy ${trained.metrics.intent.accuracy.toFixed(4)}, macro-F1 ${trained.metrics.intent.macroF1.toFixed(4)}; ${trained.timings.total} ms`);
      return { modelVersion: modelVersion.id };
    } catch (error) {
      progress.log(`ended: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      await progress.flush();
      await rm(dir, { recursive: true, force: true });
    }
  }

  private async train(input: TrainingInput, dir: string, job: TrainingJob, run: OperationRun, progress: TrainingProgressWriter): Promise<TrainedHead> {
    let phase: TrainingProgress['phase'] | null = null;
    let within = 0;
    const onProgress = (point: TrainingProgress) => {
      progress.point(point);
      if (point.phase !== phase) progress.log(`phase ${point.phase}`);
      within = point.phase === phase ? within + 1 : 0;
      phase = point.phase;
      // How many epochs a fit needs is not known beforehand: each takes half of what is left of its phase's share, by the dozen.
      const next = Math.min(...Object.values(reached).filter((share) => share > reached[point.phase]), 1);
      run.report(reached[point.phase] + (next - reached[point.phase]) * (1 - 0.5 ** (within / 24)), phaseTitles[point.phase]);
    };
    const { promise } = startHeadJob(input, dir, { seed: job.seed, hyper: job.hyper as Partial<HeadHyper>, signal: run.signal, onProgress });
    try {
      return await promise;
    } catch (error) {
      if (run.signal.aborted) throw new OperationCancelled();
      throw error instanceof TrainingProblem ? toDomainError(error) : error;
    }
  }
}
