import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { ChannelsService } from './channels.service.js';
import { NotifyService } from './notify.service.js';
import type { NotifyChannel } from './notify-channel.entity.js';
import { NotificationList, NotifyChannelModel, SaveNotifyChannelInput } from './notify.model.js';
import { staffRealm } from './notify.types.js';

@Resolver(() => NotifyChannelModel)
export class NotifyResolver {
  constructor(
    private readonly channels: ChannelsService,
    private readonly notify: NotifyService,
  ) {}

  @Query(() => [NotifyChannelModel])
  @Allow(Permission.SettingsManage)
  async notifyChannels(@Ctx() ctx: RequestContext) {
    return (await this.channels.list(ctx)).map(toModel);
  }

  @Transaction()
  @Mutation(() => NotifyChannelModel)
  @Allow(Permission.SettingsManage)
  async saveNotifyChannel(@Ctx() ctx: RequestContext, @Args('input') { secret, ...input }: SaveNotifyChannelInput) {
    return toModel(await this.channels.save(ctx, { ...input, ...(secret !== undefined && { secret }) }));
  }

  @Mutation(() => Boolean, { description: 'Sends a test message with the set-up as it is saved.' })
  @Allow(Permission.SettingsManage)
  async testNotifyChannel(@Ctx() ctx: RequestContext, @Args('name', { type: () => ID }) name: string, @Args('address', { type: () => String, nullable: true }) address?: string | null) {
    await this.channels.test(ctx, name, address ?? null);
    return true;
  }

  @Query(() => NotificationList, { description: 'What I was told, the newest first.' })
  @Allow(Permission.Authenticated)
  myNotifications(@Ctx() ctx: RequestContext, @Args() { skip, take }: PageArgs) {
    return this.notify.listFor(ctx, { realm: staffRealm, id: ctx.actor.id ?? '' }, { skip, take });
  }

  @Transaction()
  @Mutation(() => Boolean, { description: 'Those with the ids, or all of mine.' })
  @Allow(Permission.Authenticated)
  async markNotificationsRead(@Ctx() ctx: RequestContext, @Args('ids', { type: () => [ID], nullable: true }) ids?: string[] | null) {
    await this.notify.markRead(ctx, { realm: staffRealm, id: ctx.actor.id ?? '' }, ids ?? null);
    return true;
  }
}

const toModel = ({ name, enabled, settings, secret, updatedAt, updatedByName }: NotifyChannel): NotifyChannelModel => ({ name, enabled, settings, hasSecret: secret !== null, updatedAt: updatedByName === '' ? null : updatedAt, updatedByName });
