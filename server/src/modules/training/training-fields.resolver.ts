import { Args, Float, ID, Int, ObjectType, Parent, Field, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { OperationState } from '../../platform/jobs/operation.entity.js';
import { OperationErrorModel, OperationModel, toOperationModel } from '../../platform/jobs/operation.model.js';
import { maxTake } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { snapshotLoader } from '../corpus/corpus.loaders.js';
import { SnapshotModel } from '../corpus/training-set.model.js';
import { BaseModelModel } from '../registry/base-model.model.js';
import { ModelVersionModel } from '../registry/model-version.model.js';
import { baseModelLoader, modelVersionLoader } from '../registry/registry.loaders.js';
import type { VariantResult } from './methods/training-method.js';
import { secondsLeft } from './seconds-left.js';
import { thinned } from './thinned-points.js';
import type { TrainingJob } from './training-job.entity.js';
import { TrainingJobModel, TrainingLogList, TrainingPointModel, TrainingSettingsModel } from './training-job.model.js';
import { TrainingLog } from './training-log.entity.js';
import { lastPointLoader, operationLoader, pointsLoader } from './training.loaders.js';

const page = (defaultValue: number) => ({ type: () => Int, defaultValue });

@ObjectType('TrainingResult', { description: 'What one model of a job measured on the test part.' })
export class TrainingResultModel {
  @Field(() => String, { nullable: true, description: 'int8 or distilled; null for the model itself.' })
  variant!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not kept, such as too great a loss of accuracy.' })
  refused!: string | null;

  @Field(() => Float, { nullable: true })
  accuracy!: number | null;

  @Field(() => Float, { nullable: true })
  macroF1!: number | null;

  @Field(() => Float, { nullable: true })
  slotF1!: number | null;

  @Field(() => Float, { nullable: true })
  bytes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Milliseconds for one text of 16 tokens.' })
  latencyMs1!: number | null;

  @Field(() => Float, { nullable: true, description: 'Milliseconds for eight texts of 16 tokens at once.' })
  latencyMs8!: number | null;
}

@Resolver(() => TrainingResultModel)
export class TrainingResultResolver {
  @ResolveField(() => ModelVersionModel, { nullable: true })
  modelVersion(@Parent() result: VariantResult, @Ctx() ctx: RequestContext) {
    return result.modelVersion ? modelVersionLoader(ctx).load(result.modelVersion) : null;
  }
}

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

  @ResolveField(() => Int, { nullable: true, description: 'Seconds that a running job still takes, as reckoned by the trainer; null while unknown and once it has ended.' })
  async secondsLeft(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    const { state } = await operationLoader(ctx).load(job.operationId);
    return state === OperationState.RUNNING ? secondsLeft(await lastPointLoader(ctx).load(job.id), new Date()) : null;
  }

  @ResolveField(() => OperationErrorModel, { nullable: true })
  async error(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return toOperationModel(ctx, await operationLoader(ctx).load(job.operationId)).error;
  }

  @ResolveField(() => SnapshotModel)
  snapshot(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return snapshotLoader(ctx).load(job.snapshotId);
  }

  @ResolveField(() => BaseModelModel, { nullable: true })
  baseModel(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return job.baseModelId ? baseModelLoader(ctx).load(job.baseModelId) : null;
  }

  @ResolveField(() => JsonScalar, { description: 'Those that differ from the defaults of the method.' })
  hyperParameters(@Parent() job: TrainingJob) {
    return job.hyper;
  }

  @ResolveField(() => [TrainingResultModel], { description: 'One a model that the job made or tried to make; the model itself first.' })
  results(@Parent() job: TrainingJob) {
    return job.results;
  }

  @ResolveField(() => TrainingSettingsModel, { description: 'To train again in the same way.' })
  async settings(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext): Promise<TrainingSettingsModel> {
    const { trainingSetId } = await snapshotLoader(ctx).load(job.snapshotId);
    const { method, preset, executor, device, variants, seed } = job;
    return { trainingSet: trainingSetId, snapshot: job.snapshotId, method, preset, baseModel: job.baseModelId, hyperParameters: job.hyper, executor, device, variants, seed };
  }

  @ResolveField(() => [TrainingPointModel], { description: 'In order; thinned where there are more than asked for, keeping the first, the last and those with figures of the validation part.' })
  async progress(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext, @Args('maxPoints', page(2_000)) maxPoints: number) {
    return thinned(await pointsLoader(ctx).load(job.id), maxPoints);
  }

  @ResolveField(() => TrainingPointModel, { nullable: true })
  lastPoint(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return lastPointLoader(ctx).load(job.id);
  }

  @ResolveField(() => ModelVersionModel, { nullable: true })
  modelVersion(@Parent() job: TrainingJob, @Ctx() ctx: RequestContext) {
    return job.modelVersionId ? modelVersionLoader(ctx).load(job.modelVersionId) : null;
  }

  @ResolveField(() => TrainingLogList)
  async logs(
    @Parent() job: TrainingJob,
    @Ctx() ctx: RequestContext,
    @Args('skip', page(0)) skip: number,
    @Args('take', page(100)) take: number,
    @Args('q', { type: () => String, nullable: true }) q?: string | null,
    @Args('after', { type: () => ID, nullable: true, description: 'Only lines after the one of this id.' }) after?: string | null,
  ) {
    const query = ctx.manager.createQueryBuilder(TrainingLog, 'log').where('log.jobId = :job', { job: job.id });
    if (after && /^\d{1,18}$/.test(after)) query.andWhere('log.id > :after', { after });
    searchPatterns(q ?? '').forEach((pattern, i) => query.andWhere(`log.line ILIKE :q${i}`, { [`q${i}`]: pattern }));
    const [items, totalItems] = await query.orderBy('log.id').offset(Math.max(skip, 0)).limit(Math.min(Math.max(take, 0), maxTake)).getManyAndCount();
    return { items, totalItems };
  }
}
