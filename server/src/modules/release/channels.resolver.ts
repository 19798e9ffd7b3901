import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import type { Bundle } from './bundle.entity.js';
import { BundlesService } from './bundles.service.js';
import { Channel, ChannelMove } from './channel.entity.js';
import { bundleLoader, entryCountLoader } from './release.loaders.js';
import { BundleEntryModel, BundleModel, ChannelModel, ChannelMoveList, ChannelMoveModel } from './release.model.js';

const name = { type: () => String };

@Resolver(() => ChannelModel)
export class ChannelsResolver {
  constructor(private readonly bundles: BundlesService) {}

  @Query(() => [ChannelModel])
  @Allow(Permission.ReleaseRead, Permission.PreviewUse)
  channels(@Ctx() ctx: RequestContext) {
    return ctx.manager.find(Channel, { order: { name: 'ASC' } });
  }

  @Query(() => ChannelModel)
  @Allow(Permission.ReleaseRead, Permission.PreviewUse)
  channel(@Ctx() ctx: RequestContext, @Args('name', name) channel: string) {
    return this.bundles.channel(ctx, channel);
  }

  @Query(() => ChannelMoveList, { description: 'Where a channel pointed, newest first.' })
  @Allow(Permission.ReleaseRead)
  channelMoves(@Ctx() ctx: RequestContext, @Args('channel', name) channel: string, @Args() args: PageArgs) {
    const query = ctx.manager.createQueryBuilder(ChannelMove, 'move').where('move.channel = :channel', { channel });
    return page(query, args, { at: 'move.id' }, { field: 'at', order: SortOrder.DESC });
  }

  @Query(() => BundleModel, { nullable: true, name: 'bundle' })
  @Allow(Permission.ReleaseRead)
  bundleByHash(@Ctx() ctx: RequestContext, @Args('sha256', name) sha256: string) {
    return this.bundles.find(ctx, sha256);
  }

  @ResolveField(() => BundleModel, { nullable: true })
  bundle(@Parent() channel: Channel, @Ctx() ctx: RequestContext) {
    return channel.bundle ? bundleLoader(ctx).load(channel.bundle) : null;
  }
}

@Resolver(() => ChannelMoveModel)
export class ChannelMovesResolver {
  @ResolveField(() => BundleModel, { nullable: true })
  from(@Parent() move: ChannelMove, @Ctx() ctx: RequestContext) {
    return move.fromBundle ? bundleLoader(ctx).load(move.fromBundle) : null;
  }

  @ResolveField(() => BundleModel)
  to(@Parent() move: ChannelMove, @Ctx() ctx: RequestContext) {
    return bundleLoader(ctx).load(move.toBundle);
  }
}

@Resolver(() => BundleModel)
export class BundleFieldsResolver {
  constructor(private readonly bundles: BundlesService) {}

  @ResolveField(() => [BundleEntryModel])
  entries(@Parent() bundle: Bundle, @Ctx() ctx: RequestContext) {
    return this.bundles.entries(ctx, bundle.sha256);
  }

  @ResolveField(() => Int)
  entryCount(@Parent() bundle: Bundle, @Ctx() ctx: RequestContext) {
    return entryCountLoader(ctx).load(bundle.sha256);
  }
}
