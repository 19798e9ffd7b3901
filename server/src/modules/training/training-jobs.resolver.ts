import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { EventBus, type Events } from '../../platform/events/event-bus.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { TrainingEstimateService } from './training-estimate.service.js';
import { TrainingJob } from './training-job.entity.js';
import { StartTrainingInput, TrainingEstimateArgs, TrainingJobFilter } from './training-job.inputs.js';
import { TrainingEstimateModel, TrainingJobList, TrainingJobModel, TrainingPointModel } from './training-job.model.js';
import { TrainingJobsService } from './training-jobs.service.js';
import { TrainingPoint } from './training-point.entity.js';

const id = { type: () => ID };
const sortable = {
  n: 'job.n',
  createdAt: 'job.createdAt',
  method: 'job.method',
  executor: 'job.executor',
  seed: 'job.seed',
  trainMs: 'job.trainMs',
  accuracy: `CAST(job.results -> 0 ->> 'accuracy' AS float8)`,
  macroF1: `CAST(job.results -> 0 ->> 'macroF1' AS float8)`,
};

@Resolver(() => TrainingJobModel)
export class TrainingJobsResolver {
  constructor(
    private readonly jobs: TrainingJobsService,
    private readonly estimates: TrainingEstimateService,
    private readonly events: EventBus,
  ) {}

  @Query(() => TrainingJobList, { name: 'trainingJobs' })
  @Allow(Permission.TrainingRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => TrainingJobFilter, nullable: true }) filter?: TrainingJobFilter) {
    const query = ctx.manager.createQueryBuilder(TrainingJob, 'job');
    if (filter?.state) query.andWhere('EXISTS (SELECT 1 FROM operation o WHERE o.id = job.operation_id AND o.state = :state)', { state: filter.state });
    if (filter?.trainingSet) query.andWhere('EXISTS (SELECT 1 FROM corpus_snapshot s WHERE s.id = job.snapshot_id AND s.training_set_id = :set)', { set: filter.trainingSet });
    if (filter?.method) query.andWhere('job.method = :method', { method: filter.method });
    if (filter?.executor) query.andWhere('job.executor = :executor', { executor: filter.executor });
    if (filter?.baseModel) query.andWhere('job.baseModelId = :base', { base: filter.baseModel });
    if (filter?.group) query.andWhere('job.groupId = :group', { group: filter.group });
    if (filter?.ids) query.andWhere('job.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, sortable, { field: 'n', order: SortOrder.DESC });
  }

  @Query(() => TrainingJobModel, { nullable: true })
  @Allow(Permission.TrainingRead)
  trainingJob(@Ctx() ctx: RequestContext, @Args('id', id) job: string) {
    return ctx.manager.findOneBy(TrainingJob, { id: job });
  }

  @Query(() => TrainingEstimateModel)
  @Allow(Permission.TrainingRead)
  trainingEstimate(@Ctx() ctx: RequestContext, @Args() args: TrainingEstimateArgs) {
    return this.estimates.estimate(ctx, args);
  }

  @Transaction()
  @Mutation(() => TrainingJobModel, { description: 'Takes a snapshot of the training set, unless one is named, and trains from it.' })
  @Allow(Permission.TrainingRun)
  startTraining(@Ctx() ctx: RequestContext, @Args('input') input: StartTrainingInput) {
    return this.jobs.start(ctx, input);
  }

  @Transaction()
  @Mutation(() => TrainingJobModel)
  @Allow(Permission.TrainingRun)
  cancelTraining(@Ctx() ctx: RequestContext, @Args('id', id) job: string) {
    return this.jobs.cancel(ctx, job);
  }

  @Transaction()
  @Mutation(() => TrainingJobModel, { description: 'Runs a failed or cancelled job again; one of a long method goes on from its last checkpoint.' })
  @Allow(Permission.TrainingRun)
  resumeTraining(@Ctx() ctx: RequestContext, @Args('id', id) job: string) {
    return this.jobs.resume(ctx, job);
  }

  @Subscription(() => TrainingPointModel, {
    description: 'New points of a job, in order. A point that is told again replaces the earlier one of its phase and step.',
    resolve: (event: Events['training'], _args: unknown, { banshi }: { banshi: RequestContext }) => banshi.manager.findOneByOrFail(TrainingPoint, { jobId: event.job, phase: event.phase, step: event.step }),
    filter: (event: Events['training'], { job }: { job: string }) => event.job === job,
  })
  @Allow(Permission.TrainingRead)
  trainingProgress(@Args('job', id) job: string) {
    return this.events.iterate('training', (event) => event.job === job);
  }
}
