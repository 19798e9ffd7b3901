import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { RowsService } from '../config/rows.service.js';
import { PoliciesService } from './policies.service.js';
import { PolicyFilter, PolicyRowList, PolicyRowModel } from './policy-row.model.js';

@Resolver(() => PolicyRowModel)
export class PoliciesResolver {
  constructor(
    private readonly rows: RowsService,
    private readonly policies: PoliciesService,
  ) {}

  @Query(() => PolicyRowList, { name: 'policies' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => PolicyFilter, nullable: true }) filter?: PolicyFilter) {
    return this.rows.list(ctx, args, filter, this.policies.rowQuery(filter));
  }

  @Query(() => [String], { description: 'Themes of policy documents, the commonest first.' })
  @Allow(Permission.ConfigRead)
  policyThemes(@Ctx() ctx: RequestContext) {
    return this.policies.themes(ctx);
  }
}
