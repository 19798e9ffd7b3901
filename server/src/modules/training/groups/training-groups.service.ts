import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { TrainingJob } from '../training-job.entity.js';
import { TrainingJobsService } from '../training-jobs.service.js';
import { TrainingPlansService, type TrainingRequest } from '../training-plans.service.js';
import { trainingErrors } from '../training.errors.js';
import { type GridAxis, gridPoints } from './grid.js';

/** More than this is no small search, and would keep one machine busy for days. */
const maxRuns = 32;

/** Searches for good hyper-parameters: one job for each combination of values. */
@Injectable()
export class TrainingGroupsService {
  constructor(
    private readonly plans: TrainingPlansService,
    private readonly jobs: TrainingJobsService,
  ) {}

  /** Checks every combination before any is queued. */
  async start(ctx: RequestContext, request: TrainingRequest, axes: readonly GridAxis[]): Promise<TrainingJob[]> {
    const points = gridPoints(axes);
    if (points.length < 2) throw new DomainError(trainingErrors.EMPTY_GRID, { field: 'grid' });
    if (points.length > maxRuns) throw new DomainError(trainingErrors.TOO_MANY_RUNS, { field: 'grid', params: { count: points.length, limit: maxRuns } });
    const plans = [];
    for (const { seed, ...hyper } of points) {
      const hyperParameters = { ...(request.hyperParameters as object | null | undefined), ...hyper };
      plans.push(await this.plans.make(ctx, { ...request, hyperParameters, seed: seed === undefined ? request.seed : (seed as number) }));
    }
    return this.jobs.startGroup(ctx, request, plans);
  }
}
