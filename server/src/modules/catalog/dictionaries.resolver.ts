import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { RowsService } from '../config/rows.service.js';
import { DictionaryRow } from './dictionary-row.entity.js';
import { DictionaryFilter, DictionaryRowList, DictionaryRowModel } from './dictionary-row.model.js';

@Resolver(() => DictionaryRowModel)
export class DictionariesResolver {
  constructor(private readonly rows: RowsService) {}

  @Query(() => DictionaryRowList, { name: 'dictionaries' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => DictionaryFilter, nullable: true }) filter?: DictionaryFilter) {
    return this.rows.list(ctx, args, filter, { kind: 'dictionary', entity: DictionaryRow, sortable: { entryCount: 'entry.entryCount' } });
  }
}
