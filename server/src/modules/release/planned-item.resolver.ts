import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { orgUnitLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import { PlannedItemModel } from './release.model.js';
import type { PlannedItem } from './release-plan.service.js';

@Resolver(() => PlannedItemModel)
export class PlannedItemResolver {
  @ResolveField(() => OrgUnitModel, { nullable: true, description: 'Whose item it is; null for what all share.' })
  department(@Parent() item: PlannedItem, @Ctx() ctx: RequestContext) {
    return item.orgUnitId === null ? null : orgUnitLoader(ctx).load(item.orgUnitId);
  }
}
