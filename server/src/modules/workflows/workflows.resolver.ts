import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { usersLoader } from '../config/config.loaders.js';
import { ReferencesService } from '../config/references.service.js';
import { RowsService } from '../config/rows.service.js';
import { WorkflowRow } from './workflow-row.entity.js';
import { WorkflowFilter, WorkflowRowList, WorkflowRowModel } from './workflow-row.model.js';

@Resolver(() => WorkflowRowModel)
export class WorkflowsResolver {
  constructor(
    private readonly rows: RowsService,
    private readonly references: ReferencesService,
  ) {}

  @Query(() => WorkflowRowList, { name: 'workflows' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => WorkflowFilter, nullable: true }) filter?: WorkflowFilter) {
    return this.rows.list(ctx, args, filter, { kind: 'workflow', entity: WorkflowRow, sortable: { taskCount: 'entry.taskCount' } });
  }

  @ResolveField(() => [String], { description: 'Keys of the services that use it.' })
  async services(@Parent() row: WorkflowRowModel, @Ctx() ctx: RequestContext) {
    const users = await usersLoader(ctx, this.references).load({ kind: 'workflow', key: row.key });
    return users.filter((use) => use.kind === 'service').map((use) => use.key);
  }
}
