import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { OperationState } from '../../platform/jobs/operation.entity.js';
import { OperationErrorModel, OperationModel, toOperationModel } from '../../platform/jobs/operation.model.js';
import { maxTake } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { snapshotLoader } from '../corpus/corpus.loaders.js';
import { SnapshotModel } from '../corpus/training-set.model.js';
import { ModelVersionModel } from '../registry/model-version.model.js';
import { modelVersionLoader } from '../registry/registry.loaders.js';
import type { TrainingJob } from './training-job.entity.js';
import { TrainingJobModel, TrainingLogList, TrainingPointModel } from './training-job.model.js';
import { TrainingLog } from './training-log.entity.js';
import { jobOfVersionLoader, operationLoader, pointsLoader } from './training.loaders.js';

const page = (defaultValue: number) => ({ type: () => Int, defaultValue });

/** What a job's page shows around it; how it stands comes from its operation. */
@Resolver(() => TrainingJobModel)
export class TrainingFieldsResolver {
  @ResolveField(() => OperationModel)
  async operation(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return toOperationModel(ctx, await operationLoader(ctx).load(job.operationId));
  }

  @ResolveField(() => OperationState)
  async state(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return (await operationLoader(ctx).load(job.operationId)).state;
  }

  @ResolveField(() => Date, { nullable: true })
  async startedAt(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return (await operationLoader(ctx).load(job.operationId)).startedAt;
  }

  @ResolveField(() => Date, { nullable: true })
  async finishedAt(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return (await operationLoader(ctx).load(job.operationId)).finishedAt;
  }

  @ResolveField(() => OperationErrorModel, { nullable: true })
  async error(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return toOperationModel(ctx, await operationLoader(ctx).load(job.operationId)).error;
  }

  @ResolveField(() => SnapshotModel)
  snapshot(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return snapshotLoader(ctx).load(job.snapshotId);
  }

  @ResolveField(() => JsonScalar)
  hyperParameters(@Parent() job: TrainingJob) {
    return job.hyper;
  }

  @ResolveField(() => [TrainingPointModel])
  progress(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return pointsLoader(ctx).load(job.id);
  }

  @ResolveField(() => ModelVersionModel, { nullable: true })
  modelVersion(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return job.modelVersionId ? modelVersionLoader(ctx).load(job.modelVersionId) : null;
  }

  @ResolveField(() => TrainingLogList)
  async logs(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext, @Args('skip', page(0)) skip: number, @Args('take', page(100)) take: number, @Args('q', { type: () => String, nullable: true }) q?: string | null) {
    const query = ctx.manager.createQueryBuilder(TrainingLog, 'log').where('log.jobId = :job', { job: job.id });
    searchPatterns(q ?? '').forEach((pattern, i) => query.andWhere(`log.line ILIKE :q${i}`, { [`q${i}`]: pattern }));
    const [items, totalItems] = await query.orderBy('log.id').offset(Math.max(skip, 0)).limit(Math.min(Math.max(take, 0), maxTake)).getManyAndCount();
    return { items, totalItems };
  }
}

/** Where a model version comes from. */
@Resolver(() => ModelVersionModel)
export class ModelOriginResolver {
  @ResolveField(() => SnapshotModel)
  snapshot(@Parent() version: { snapshotId: string }, @Ctx() ctx: RequestContext) {
    return snapshotLoader(ctx).load(version.snapshotId);
  }

  @ResolveField(() => TrainingJobModel, { nullable: true })
  job(@Parent() version: { id: string }, @Ctx() ctx: RequestContext) {
    return jobOfVersionLoader(ctx).load(version.id);
  }
}
