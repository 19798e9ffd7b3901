import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { OperationModel, toOperationModel } from '../../../platform/jobs/operation.model.js';
import { ImportProblemFilter, ImportProblemList, PlanServiceImportInput, RunServiceImportInput, UploadInspectionModel } from './import.model.js';
import { ImportProblemsService } from './import-problems.service.js';
import { ServiceImportsService } from './service-imports.service.js';

const id = { type: () => ID };

@Resolver()
export class ServiceImportsResolver {
  constructor(
    private readonly imports: ServiceImportsService,
    private readonly problems: ImportProblemsService,
  ) {}

  @Query(() => UploadInspectionModel, { description: 'How an uploaded table is read: format, encoding, columns, first rows.' })
  @Allow(Permission.ConfigWrite)
  inspectUpload(@Ctx() ctx: RequestContext, @Args('id', id) upload: string) {
    return this.imports.inspect(ctx, upload);
  }

  @Query(() => JsonScalar, { description: 'A mapping {columns, defaults, departments} guessed from the names of the columns.' })
  @Allow(Permission.ConfigWrite)
  suggestImportMapping(@Ctx() ctx: RequestContext, @Args('upload', id) upload: string) {
    return this.imports.suggest(ctx, upload);
  }

  @Query(() => ImportProblemList, { description: 'What a dry run or an import found, in the order of the file; the first 100,000.' })
  @Allow(Permission.ConfigWrite, Permission.OperationsRead)
  importProblems(
    @Ctx() ctx: RequestContext,
    @Args('operation', id) operation: string,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
    @Args('take', { type: () => Int, defaultValue: 25 }) take: number,
    @Args('filter', { type: () => ImportProblemFilter, nullable: true }) filter?: ImportProblemFilter,
  ) {
    return this.problems.list(ctx, operation, { skip, take }, filter ?? {});
  }

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Dry run. Result: {rows, valid, created, updated, unchanged, problems, bySeverity, byCode, format, encoding}.' })
  @Allow(Permission.ConfigWrite)
  async planServiceImport(@Ctx() ctx: RequestContext, @Args('input') input: PlanServiceImportInput) {
    return toOperationModel(ctx, await this.imports.plan(ctx, input));
  }

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Result as of the dry run.' })
  @Allow(Permission.ConfigWrite)
  async runServiceImport(@Ctx() ctx: RequestContext, @Args('input') input: RunServiceImportInput) {
    return toOperationModel(ctx, await this.imports.run(ctx, input));
  }
}
