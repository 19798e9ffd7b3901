import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { trainingSetCountLoader, snapshotsOfSetLoader } from './corpus.loaders.js';
import { SnapshotsService } from './snapshots.service.js';
import { TrainingSet } from './training-set.entity.js';
import { CreateTrainingSetInput, SnapshotModel, TrainingSetList, TrainingSetModel, UpdateTrainingSetInput } from './training-set.model.js';
import { TrainingSetsService } from './training-sets.service.js';

const id = { type: () => ID };

@Resolver(() => TrainingSetModel)
export class TrainingSetsResolver {
  constructor(
    private readonly sets: TrainingSetsService,
    private readonly snapshotsOf: SnapshotsService,
  ) {}

  @Query(() => TrainingSetList, { name: 'trainingSets' })
  @Allow(Permission.CorpusRead, Permission.TrainingRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(ctx.manager.createQueryBuilder(TrainingSet, 'set'), args, { key: 'set.key', title: 'set.title', createdAt: 'set.createdAt' }, { field: 'createdAt', order: SortOrder.ASC });
  }

  @Query(() => TrainingSetModel, { nullable: true })
  @Allow(Permission.CorpusRead, Permission.TrainingRead)
  trainingSet(@Ctx() ctx: RequestContext, @Args('id', id) set: string) {
    return ctx.manager.findOneBy(TrainingSet, { id: set });
  }

  @ResolveField(() => Int, { description: 'Utterances that it holds now.' })
  count(@Parent() set: TrainingSet, @Ctx() ctx: RequestContext) {
    return trainingSetCountLoader(ctx).load(set.filter);
  }

  @ResolveField(() => [SnapshotModel])
  snapshots(@Parent() set: TrainingSet, @Ctx() ctx: RequestContext) {
    return snapshotsOfSetLoader(ctx).load(set.id);
  }

  @Transaction()
  @Mutation(() => TrainingSetModel)
  @Allow(Permission.CorpusWrite)
  createTrainingSet(@Ctx() ctx: RequestContext, @Args('input') input: CreateTrainingSetInput) {
    return this.sets.create(ctx, input);
  }

  @Transaction()
  @Mutation(() => TrainingSetModel)
  @Allow(Permission.CorpusWrite)
  updateTrainingSet(@Ctx() ctx: RequestContext, @Args('id', id) set: string, @Args('input') input: UpdateTrainingSetInput) {
    return this.sets.update(ctx, set, input);
  }

  @Transaction()
  @Mutation(() => SnapshotModel, { description: 'The immutable state of the set now; the earlier one where nothing has changed.' })
  @Allow(Permission.CorpusWrite, Permission.TrainingRun)
  takeSnapshot(@Ctx() ctx: RequestContext, @Args('trainingSet', id) set: string) {
    return this.snapshotsOf.take(ctx, set);
  }
}
