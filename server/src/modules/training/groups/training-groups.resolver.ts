import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';
import type { Hyper } from '../methods/hyper-field.js';
import { TrainingMethodsService } from '../methods/training-methods.service.js';
import { StartTrainingInput, TrainingGridAxis } from '../training-job.inputs.js';
import { TrainingComparisonModel, TrainingJobModel } from '../training-job.model.js';
import { TrainingJobsService } from '../training-jobs.service.js';
import { differences } from './compare-trainings.js';
import { TrainingGroupsService } from './training-groups.service.js';

/** As many as can be read side by side. */
const maxCompared = 32;

/** Trainings beside each other. */
@Resolver()
export class TrainingGroupsResolver {
  constructor(
    private readonly groups: TrainingGroupsService,
    private readonly jobs: TrainingJobsService,
    private readonly methods: TrainingMethodsService,
  ) {}

  @Transaction()
  @Mutation(() => [TrainingJobModel], { description: 'One job for each combination of the values, all of one snapshot. Runs of a long method that fall behind the others are ended early.' })
  @Allow(Permission.TrainingRun)
  startTrainingGroup(@Ctx() ctx: RequestContext, @Args('input') input: StartTrainingInput, @Args('grid', { type: () => [TrainingGridAxis] }) grid: TrainingGridAxis[]) {
    return this.groups.start(ctx, input, grid);
  }

  @Query(() => TrainingComparisonModel)
  @Allow(Permission.TrainingRead)
  async compareTrainings(@Ctx() ctx: RequestContext, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<TrainingComparisonModel> {
    if (ids.length < 2 || ids.length > maxCompared) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'ids', params: { reason: `2–${maxCompared}` } });
    const jobs = [];
    for (const id of ids) jobs.push(await this.jobs.get(ctx, id));
    const hypers = jobs.map((job) => this.methods.complete(this.methods.get(job.method), job.hyper as Hyper));
    return { jobs, differences: differences(jobs, hypers), isSameTest: new Set(jobs.map((job) => job.snapshotId)).size === 1 };
  }
}
