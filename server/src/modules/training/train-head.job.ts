import { type HeadHyper, startHeadJob, type TrainedHead, type TrainingInput, TrainingProblem, type TrainingProgress } from '@banshi/head';
import { Injectable } from '@nestjs/common';
import { OperationCancelled } from '../../platform/jobs/operation-run.js';
import { BaseModelsService } from '../registry/base-models.service.js';
import { ModelStoreService } from '../registry/model-store.service.js';
import type { TrainingOrder } from './methods/training-method.js';
import { toDomainError } from './training.errors.js';

/** Shares of the whole by phase, as measured; a bar that moves evenly needs no more. */
const reached: Record<TrainingProgress['phase'], number> = { prepare: 0.02, intents: 0.1, slots: 0.6, write: 0.85, evaluate: 0.9, done: 0.97 };

/** Fits the heads of a job in a thread, into the job's folder. */
@Injectable()
export class TrainHeadJob {
  constructor(
    private readonly bases: BaseModelsService,
    private readonly store: ModelStoreService,
  ) {}

  async train(input: TrainingInput, { dir, job, base, run, progress }: TrainingOrder): Promise<TrainedHead> {
    const encoder = base ? { encoder: { dir: await this.bases.folder(base) } } : {};
    if (!base) progress.log('warning: no encoder, so character n-grams stand alone; synonyms are not understood');
    let phase: TrainingProgress['phase'] | null = null;
    let within = 0;
    const onProgress = (point: TrainingProgress) => {
      progress.point(point);
      if (point.phase !== phase) progress.log(`phase ${point.phase}`);
      within = point.phase === phase ? within + 1 : 0;
      phase = point.phase;
      // How many epochs a fit needs is not known beforehand: each takes half of what is left of its phase's share, by the dozen.
      const next = Math.min(...Object.values(reached).filter((share) => share > reached[point.phase]), 1);
      run.report(reached[point.phase] + (next - reached[point.phase]) * (1 - 0.5 ** (within / 24)), point.phase);
    };
    const { promise } = startHeadJob(input, dir, { ...encoder, cacheDir: this.store.cacheFolder(), seed: job.seed, hyper: job.hyper as Partial<HeadHyper>, signal: run.signal, onProgress });
    try {
      return await promise;
    } catch (error) {
      if (run.signal.aborted) throw new OperationCancelled();
      throw error instanceof TrainingProblem ? toDomainError(error) : error;
    }
  }
}
