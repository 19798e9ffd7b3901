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
import { StartTrainingInput, TrainingEstimateModel, TrainingJobFilter, TrainingJobList, TrainingJobModel, TrainingPointModel } from './training-job.model.js';
import { TrainingJobsService } from './training-jobs.service.js';
import { TrainingPoint } from './training-point.entity.js';

const id = { type: () => ID };

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
    if (filter?.ids) query.andWhere('job.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, { n: 'job.n', createdAt: 'job.createdAt', method: 'job.method' }, { field: 'n', order: SortOrder.DESC });
  }

  @Query(() => TrainingJobModel, { nullable: true })
  @Allow(Permission.TrainingRead)
  trainingJob(@Ctx() ctx: RequestContext, @Args('id', id) job: string) {
    return ctx.manager.findOneBy(TrainingJob, { id: job });
  }

  @Query(() => TrainingEstimateModel)
  @Allow(Permission.TrainingRead)
  trainingEstimate(@Ctx() ctx: RequestContext, @Args('trainingSet', id) set: string, @Args('method', { type: () => String, defaultValue: 'head' }) method: string) {
    return this.estimates.estimate(ctx, set, method);
  }

  @Transaction()
  @Mutation(() => TrainingJobModel, { description: 'Takes a snapshot of the training set and trains from it.' })
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

  @Subscription(() => TrainingPointModel, {
    description: 'New points of a job, each once and in order.',
    resolve: (event: Events['training'], _args: unknown, { banshi }: { banshi: RequestContext }) => banshi.manager.findOneBy(TrainingPoint, { jobId: event.job, step: event.step }),
    filter: (event: Events['training'], { job }: { job: string }) => event.job === job,
  })
  @Allow(Permission.TrainingRead)
  trainingProgress(@Args('job', id) job: string) {
    return this.events.iterate('training', (event) => event.job === job);
  }
}
