import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { usersLoader } from '../config/config.loaders.js';
import { UseModel } from '../config/config-item.model.js';
import { ReferencesService } from '../config/references.service.js';
import { RowsService } from '../config/rows.service.js';
import { SlotRow } from './slot-row.entity.js';
import { SlotFilter, SlotRowList, SlotRowModel } from './slot-row.model.js';

@Resolver(() => SlotRowModel)
export class SlotsResolver {
  constructor(
    private readonly rows: RowsService,
    private readonly references: ReferencesService,
  ) {}

  @Query(() => SlotRowList, { name: 'slots' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => SlotFilter, nullable: true }) filter?: SlotFilter) {
    return this.rows.list(ctx, args, filter, {
      kind: 'slot',
      entity: SlotRow,
      sortable: { type: 'entry.type' },
      narrow: (query) => void (filter?.type && query.andWhere('entry.type = :type', { type: filter.type })),
    });
  }

  @ResolveField(() => [UseModel], { description: 'The form fields that it fills.' })
  async fields(@Parent() row: SlotRowModel, @Ctx() ctx: RequestContext) {
    const users = await usersLoader(ctx, this.references).load({ kind: 'slot', key: row.key });
    return users.filter((use) => use.kind === 'form');
  }
}
