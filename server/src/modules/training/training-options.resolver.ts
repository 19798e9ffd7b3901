import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { TrainingExecutorModel } from './executors/training-executor.model.js';
import { TrainingExecutorsService } from './executors/training-executors.service.js';
import { TrainingMethodModel, toTrainingMethodModel } from './methods/training-method.model.js';
import { TrainingMethodsService } from './methods/training-methods.service.js';

/** What somebody who starts a training can choose from. */
@Resolver()
export class TrainingOptionsResolver {
  constructor(
    private readonly methods: TrainingMethodsService,
    private readonly executors: TrainingExecutorsService,
  ) {}

  @Query(() => [TrainingMethodModel])
  @Allow(Permission.TrainingRead)
  trainingMethods(@Ctx() ctx: RequestContext) {
    return this.methods.list().map((method) => toTrainingMethodModel(method, ctx.language));
  }

  @Query(() => [TrainingExecutorModel])
  @Allow(Permission.TrainingRead)
  trainingExecutors(@Ctx() ctx: RequestContext) {
    return Promise.all(
      this.executors.list().map(async (executor): Promise<TrainingExecutorModel> => {
        const { problem, note, devices } = await executor.state();
        return { key: executor.key, title: executor.title[ctx.language], isAvailable: problem === null, reason: problem?.text(ctx.language) ?? note?.[ctx.language] ?? null, devices };
      }),
    );
  }
}
