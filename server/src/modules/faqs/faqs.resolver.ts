import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { RowsService } from '../config/rows.service.js';
import { FaqRow } from './faq-row.entity.js';
import { FaqFilter, FaqRowList, FaqRowModel } from './faq-row.model.js';

@Resolver(() => FaqRowModel)
export class FaqsResolver {
  constructor(private readonly rows: RowsService) {}

  @Query(() => FaqRowList, { name: 'faqs', description: 'Frequent questions with answers of their own, beside those of the guides.' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => FaqFilter, nullable: true }) filter?: FaqFilter) {
    return this.rows.list(ctx, args, filter, {
      kind: 'faq',
      entity: FaqRow,
      sortable: { wordingCount: 'entry.wordingCount', validFrom: 'entry.validFrom', validTo: 'entry.validTo' },
      narrow(query) {
        if (filter?.service) query.andWhere('entry.services @> ARRAY[:service]::text[]', { service: filter.service });
        if (filter?.theme) query.andWhere('entry.themes @> ARRAY[:theme]::text[]', { theme: filter.theme });
      },
    });
  }
}
