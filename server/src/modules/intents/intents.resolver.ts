import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { titleLoader } from '../config/config.loaders.js';
import { RowsService } from '../config/rows.service.js';
import { IntentRow } from './intent-row.entity.js';
import { IntentFilter, IntentRowList, IntentRowModel } from './intent-row.model.js';

@Resolver(() => IntentRowModel)
export class IntentsResolver {
  constructor(private readonly rows: RowsService) {}

  @Query(() => IntentRowList, { name: 'intents' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => IntentFilter, nullable: true }) filter?: IntentFilter) {
    return this.rows.list(ctx, args, filter, {
      kind: 'intent',
      entity: IntentRow,
      sortable: { role: 'entry.role', service: 'entry.service' },
      narrow(query) {
        if (filter?.role) query.andWhere('entry.role = :role', { role: filter.role });
        if (filter?.service) query.andWhere('entry.service = :service', { service: filter.service });
      },
    });
  }

  @ResolveField(() => String, { nullable: true })
  serviceTitle(@Parent() { service }: IntentRowModel, @Ctx() ctx: RequestContext) {
    return service === null ? null : titleLoader(ctx).load({ kind: 'service', key: service });
  }

  @ResolveField(() => String, { nullable: true })
  parentTitle(@Parent() { parent }: IntentRowModel, @Ctx() ctx: RequestContext) {
    return parent === null ? null : titleLoader(ctx).load({ kind: 'intent', key: parent });
  }
}
