import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { Operation } from '../../../platform/jobs/operation.entity.js';
import { OperationModel, toOperationModel } from '../../../platform/jobs/operation.model.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { TrainingEnvironmentModel } from '../executors/training-executor.model.js';
import { prepareEnvironmentKind } from './prepare-environment.job.js';
import { PythonEnvironmentService } from './python-environment.service.js';

@Resolver(() => TrainingEnvironmentModel)
export class TrainingEnvironmentResolver {
  constructor(
    private readonly python: PythonEnvironmentService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  @Query(() => TrainingEnvironmentModel)
  @Allow(Permission.TrainingRead)
  async trainingEnvironment(@Ctx() ctx: RequestContext): Promise<TrainingEnvironmentModel> {
    const { state, isExternal, facts, problem, freeBytes, neededBytes } = await this.python.describe();
    const last = await ctx.manager.findOne(Operation, { where: { kind: prepareEnvironmentKind }, order: { createdAt: 'DESC' } });
    return {
      state,
      isExternal,
      python: facts?.python ?? null,
      torch: facts?.torch ?? null,
      cuda: facts?.cuda ?? null,
      devices: facts?.devices ?? [],
      problem: problem?.text(ctx.language) ?? null,
      freeBytes,
      neededBytes,
      operation: last ? toOperationModel(ctx, last) : null,
    };
  }

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Makes the Python environment now rather than with the first training. `anew` repairs one that is there.' })
  @Allow(Permission.TrainingRun)
  async prepareTrainingEnvironment(@Ctx() ctx: RequestContext, @Args('anew', { type: () => Boolean, defaultValue: false }) anew: boolean) {
    const operation = await this.operations.enqueue(ctx, { kind: prepareEnvironmentKind, title: { zh: '准备 Python 训练环境', en: 'Prepare the Python environment for training' }, payload: { anew }, lane: 'long', queue: 'training-environment' });
    await this.audit.append(ctx, { action: 'training.prepare-environment', target: { kind: 'operation', key: operation.id }, detail: { anew } });
    return toOperationModel(ctx, operation);
  }
}
