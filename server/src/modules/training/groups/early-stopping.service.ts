import { Injectable } from '@nestjs/common';
import type { OperationRun } from '../../../platform/jobs/operation-run.js';
import { log } from '../../../platform/logging/log.js';
import { TrainingJob } from '../training-job.entity.js';
import type { TrainingPoint } from '../training-point.entity.js';
import type { TrainingProgressWriter } from '../training-progress.js';
import { type EarlyStop, medianRule, type Validation } from './median-rule.js';

/** The phase whose validations are compared; a student's are not those of its teacher. */
const judged = 'train';

export interface Watch {
  /** The run to train with: aborted by the rule too. */
  run: OperationRun;
  readonly stopped: EarlyStop | null;
  end(): void;
}

/** Ends the bad runs of a group while they train. */
@Injectable()
export class EarlyStopping {
  /** Looks at each validation of the job; one outside a group is left alone. */
  async watch(run: OperationRun, job: TrainingJob, progress: TrainingProgressWriter): Promise<Watch> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    run.signal.addEventListener('abort', abort, { once: true });
    if (run.signal.aborted) abort();
    const watch: { run: OperationRun; stopped: EarlyStop | null; end(): void } = { run: { ...run, signal: controller.signal }, stopped: null, end: () => run.signal.removeEventListener('abort', abort) };
    if (!job.groupId) return watch;
    const own = await this.validations(run, [job.id]).then((byJob) => byJob.get(job.id) ?? []);
    const look = async (point: Pick<TrainingPoint, 'phase' | 'epoch' | 'metrics'>) => {
      const { macroF1 } = point.metrics;
      if (macroF1 === undefined || point.phase !== judged || watch.stopped) return;
      own.push({ epoch: point.epoch, macroF1 });
      const others = await this.others(run, job);
      const stop = medianRule(own, others);
      if (!stop || watch.stopped || controller.signal.aborted) return;
      watch.stopped = stop;
      progress.log(`stopped early: best macro-F1 ${stop.best.toFixed(4)} up to epoch ${stop.epoch} is below the median ${stop.median.toFixed(4)} of the group`);
      await run.ctx.manager.update(TrainingJob, { id: job.id }, { earlyStop: stop });
      controller.abort();
    };
    progress.onPoint((point) => void look(point).catch((error: unknown) => log.warn({ err: error, job: job.id }, 'early stopping')));
    return watch;
  }

  private async others(run: OperationRun, job: TrainingJob): Promise<Validation[][]> {
    const rows = await run.ctx.manager.query<{ id: string }[]>('SELECT id FROM training_job WHERE group_id = $1 AND id <> $2', [job.groupId, job.id]);
    return [...(await this.validations(run, rows.map(({ id }) => id))).values()];
  }

  private async validations(run: OperationRun, jobs: readonly string[]): Promise<Map<string, Validation[]>> {
    const rows = await run.ctx.manager.query<{ job: string; epoch: number; macroF1: number }[]>(
      `SELECT job_id AS job, epoch, (metrics ->> 'macroF1')::float8 AS "macroF1" FROM training_point WHERE job_id = ANY($1::uuid[]) AND phase = $2 AND metrics ? 'macroF1' ORDER BY epoch, at`,
      [[...jobs], judged],
    );
    const byJob = new Map<string, Validation[]>();
    for (const { job, ...validation } of rows) byJob.set(job, [...(byJob.get(job) ?? []), validation]);
    return byJob;
  }
}
