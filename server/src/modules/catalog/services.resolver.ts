import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs } from '../../platform/lists/list.js';
import { usersLoader } from '../config/config.loaders.js';
import { ReferencesService } from '../config/references.service.js';
import { RowsService } from '../config/rows.service.js';
import { orgUnitByKeyLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import { ServiceFacetsModel, ServiceFilter, ServiceRowList, ServiceRowModel } from './service-row.model.js';
import { ServicesService } from './services.service.js';

@Resolver(() => ServiceRowModel)
export class ServicesResolver {
  constructor(
    private readonly rows: RowsService,
    private readonly services: ServicesService,
    private readonly references: ReferencesService,
  ) {}

  @Query(() => ServiceRowList, { name: 'services' })
  @Allow(Permission.ConfigRead)
  async list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => ServiceFilter, nullable: true }) filter?: ServiceFilter) {
    return this.rows.list(ctx, args, filter, await this.services.rowQuery(ctx, filter));
  }

  @Query(() => ServiceFacetsModel, { description: 'Values to filter services by.' })
  @Allow(Permission.ConfigRead)
  serviceFacets(@Ctx() ctx: RequestContext) {
    return this.services.facets(ctx);
  }

  @ResolveField(() => OrgUnitModel, { nullable: true })
  department(@Parent() row: { department: string }, @Ctx() ctx: RequestContext) {
    return orgUnitByKeyLoader(ctx).load(row.department);
  }

  @ResolveField(() => [String], { description: 'Keys of the intents that want it.' })
  async intents(@Parent() row: ServiceRowModel, @Ctx() ctx: RequestContext) {
    const users = await usersLoader(ctx, this.references).load({ kind: 'service', key: row.key });
    return users.filter((use) => use.kind === 'intent').map((use) => use.key);
  }
}
