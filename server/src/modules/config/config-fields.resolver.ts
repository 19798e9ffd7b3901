import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { can } from '../../platform/actor/actor.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { maxTake } from '../../platform/lists/list.js';
import { orgUnitLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import type { ConfigItem } from './config-item.entity.js';
import { ConfigDraftModel, ConfigItemModel, ConfigVersionList, ConfigVersionModel, UseModel } from './config-item.model.js';
import { contentLoader, draftLoader } from './config.loaders.js';
import { ConfigVersion } from './config-version.entity.js';
import { ContentsService } from './contents.service.js';
import { DraftsService } from './drafts.service.js';
import { ReferencesService } from './references.service.js';

const page = (defaultValue: number) => ({ type: () => Int, defaultValue });

/** What an item's page shows around its content. */
@Resolver(() => ConfigItemModel)
export class ConfigFieldsResolver {
  constructor(
    private readonly contents: ContentsService,
    private readonly drafts: DraftsService,
    private readonly references: ReferencesService,
  ) {}

  @ResolveField(() => OrgUnitModel, { nullable: true })
  orgUnit(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext) {
    return item.orgUnitId ? orgUnitLoader(ctx).load(item.orgUnitId) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the asker may change it: shared items need the permission everywhere.' })
  canEdit(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext): boolean {
    return can(ctx.actor, Permission.ConfigWrite, item.orgUnitId);
  }

  @ResolveField(() => ConfigDraftModel)
  async draft(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext): Promise<ConfigDraftModel> {
    const draft = await draftLoader(ctx).load(item.id);
    const content = await contentLoader(ctx, this.contents).load(draft.sha256);
    const latest = await this.drafts.latestVersion(ctx, item.id);
    return { ...draft, body: content?.body, changed: latest?.sha256 !== draft.sha256 };
  }

  @ResolveField(() => ConfigVersionModel, { nullable: true })
  latestVersion(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext) {
    return this.drafts.latestVersion(ctx, item.id);
  }

  @ResolveField(() => ConfigVersionList)
  async versions(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext, @Args('skip', page(0)) skip: number, @Args('take', page(25)) take: number) {
    const [items, totalItems] = await ctx.manager.findAndCount(ConfigVersion, { where: { itemId: item.id }, order: { n: 'DESC' }, skip: Math.max(skip, 0), take: Math.min(Math.max(take, 0), maxTake) });
    return { items, totalItems };
  }

  @ResolveField(() => [UseModel])
  usedBy(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext) {
    return this.references.usersOf(ctx, item.kind, item.key);
  }

  @ResolveField(() => [UseModel])
  async uses(@Parent() item: ConfigItem, @Ctx() ctx: RequestContext) {
    return this.references.usedBy(ctx, (await draftLoader(ctx).load(item.id)).sha256);
  }
}

@Resolver(() => ConfigVersionModel)
export class ConfigVersionsResolver {
  constructor(private readonly contents: ContentsService) {}

  @ResolveField(() => JsonScalar)
  async body(@Parent() version: ConfigVersionModel, @Ctx() ctx: RequestContext) {
    return (await contentLoader(ctx, this.contents).load(version.sha256))?.body;
  }
}
