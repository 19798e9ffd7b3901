import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { found } from '../../platform/errors/domain-error.js';
import { PageArgs } from '../../platform/lists/list.js';
import { CaseListsService } from './case-lists.service.js';
import { CaseList, CaseModel } from './case.model.js';
import { CaseFilter } from './cases.inputs.js';
import { RevealsService } from './reveals.service.js';
import { CasesService } from './cases.service.js';

const id = { type: () => ID };

@Resolver(() => CaseModel)
export class CasesResolver {
  constructor(
    private readonly service: CasesService,
    private readonly lists: CaseListsService,
    private readonly reveals: RevealsService,
  ) {}

  @Query(() => CaseList)
  @Allow(Permission.CasesRead, Permission.CasesHandle)
  async cases(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => CaseFilter, nullable: true }) filter?: CaseFilter) {
    const { items, totalItems } = await this.lists.cases(ctx, args, filter ?? {});
    return { items: items.map((row) => ({ ...row, isListed: true })), totalItems };
  }

  @Query(() => CaseModel, { nullable: true })
  @Allow(Permission.CasesRead, Permission.CasesHandle)
  case(@Ctx() ctx: RequestContext, @Args('id', id) caseId: string) {
    return this.service.find(ctx, caseId);
  }

  @Transaction()
  @Mutation(() => JsonScalar, { description: 'Sensitive fields in clear, by name. Each look is audited with its reason.' })
  @Allow(Permission.CasesHandle, Permission.CasesManage)
  async revealCaseFields(
    @Ctx() ctx: RequestContext,
    @Args('id', id) caseId: string,
    @Args('fields', { type: () => [String] }) fields: string[],
    @Args('reason', { type: () => String }) reason: string,
  ) {
    return this.reveals.reveal(ctx, found(await this.service.find(ctx, caseId), 'case'), fields, reason);
  }

  @Transaction()
  @Mutation(() => CaseModel, { description: 'Ends the case as withdrawn.' })
  @Allow(Permission.CasesManage)
  cancelCase(@Ctx() ctx: RequestContext, @Args('id', id) caseId: string, @Args('reason', { type: () => String }) reason: string) {
    return this.service.cancelCase(ctx, caseId, reason);
  }

  @Transaction()
  @Mutation(() => CaseModel, { description: 'Tries an incident (by its id) again, after mending the given fields.' })
  @Allow(Permission.CasesManage)
  retryIncident(
    @Ctx() ctx: RequestContext,
    @Args('id', id) incidentId: string,
    @Args('data', { type: () => JsonScalar, nullable: true }) data?: unknown,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ) {
    return this.service.retryIncident(ctx, incidentId, data, reason);
  }
}
