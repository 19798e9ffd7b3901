import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { usersLoader } from '../config/config.loaders.js';
import { ReferencesService } from '../config/references.service.js';
import { RowsService } from '../config/rows.service.js';
import { FormRow } from './form-row.entity.js';
import { FormFilter, FormRowList, FormRowModel } from './form-row.model.js';

@Resolver(() => FormRowModel)
export class FormsResolver {
  constructor(
    private readonly rows: RowsService,
    private readonly references: ReferencesService,
  ) {}

  @Query(() => FormRowList, { name: 'forms' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => FormFilter, nullable: true }) filter?: FormFilter) {
    return this.rows.list(ctx, args, filter, { kind: 'form', entity: FormRow, sortable: { fieldCount: 'entry.fieldCount' } });
  }

  @ResolveField(() => [String], { description: 'Keys of the services that use it.' })
  async services(@Parent() row: FormRowModel, @Ctx() ctx: RequestContext) {
    const users = await usersLoader(ctx, this.references).load({ kind: 'form', key: row.key });
    return users.filter((use) => use.kind === 'service').map((use) => use.key);
  }
}
