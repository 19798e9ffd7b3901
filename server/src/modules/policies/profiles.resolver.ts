import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { RowsService } from '../config/rows.service.js';
import { ProfileRow } from './profile-row.entity.js';
import { ProfileFilter, ProfileRowList, ProfileRowModel } from './profile-row.model.js';

@Resolver(() => ProfileRowModel)
export class ProfilesResolver {
  constructor(private readonly rows: RowsService) {}

  @Query(() => ProfileRowList, { name: 'profiles', description: 'What can be known of applicants: the vocabulary of conditions.' })
  @Allow(Permission.ConfigRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => ProfileFilter, nullable: true }) filter?: ProfileFilter) {
    return this.rows.list(ctx, args, filter, { kind: 'profile', entity: ProfileRow, sortable: { fieldCount: 'entry.fieldCount' } });
  }
}
