import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { snapshotLoader } from '../corpus/corpus.loaders.js';
import { SnapshotModel } from '../corpus/training-set.model.js';
import { ModelVersionModel } from '../registry/model-version.model.js';
import { TrainingJobModel } from './training-job.model.js';
import { jobOfVersionLoader } from './training.loaders.js';

/** Where a model version comes from. */
@Resolver(() => ModelVersionModel)
export class ModelOriginResolver {
  @ResolveField(() => SnapshotModel)
  snapshot(@Parent() version: { snapshotId: string }, @Ctx() ctx: RequestContext) {
    return snapshotLoader(ctx).load(version.snapshotId);
  }

  @ResolveField(() => TrainingJobModel, { nullable: true, description: 'The job that made it, or the model that it is a variant of.' })
  job(@Parent() version: { id: string; variantOf: string | null }, @Ctx() ctx: RequestContext) {
    return jobOfVersionLoader(ctx).load(version.variantOf ?? version.id);
  }
}
