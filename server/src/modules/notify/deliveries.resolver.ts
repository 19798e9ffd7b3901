import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { DeliveriesService } from './deliveries.service.js';
import type { Delivery } from './delivery.entity.js';
import { notificationLoader } from './notify.loaders.js';
import { DeliveryCountModel, type DeliveryErrorModel, DeliveryFilterInput, DeliveryList, DeliveryModel } from './notify.model.js';

/** Why the owner of a topic held a delivery back, by its code. */
const skips: Record<string, { zh: string; en: string }> = {
  'opted-out': { zh: '收件人已退订', en: 'The recipient has opted out' },
  'no-address': { zh: '收件人没有留下地址', en: 'The recipient has left no address' },
  'gone': { zh: '收件人的资料已删除', en: 'The recipient’s data were erased' },
};

@Resolver(() => DeliveryModel)
export class DeliveriesResolver {
  constructor(private readonly service: DeliveriesService) {}

  @Query(() => DeliveryList)
  @Allow(Permission.OperationsRead)
  deliveries(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => DeliveryFilterInput, nullable: true }) filter?: DeliveryFilterInput) {
    return this.service.list(ctx, args, filter ?? {});
  }

  @Query(() => [DeliveryCountModel], { description: 'Of the last 30 days.' })
  @Allow(Permission.OperationsRead)
  deliveryCounts(@Ctx() ctx: RequestContext) {
    return this.service.counts(ctx);
  }

  @Transaction()
  @Mutation(() => DeliveryModel)
  @Allow(Permission.OperationsManage)
  retryDelivery(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return this.service.retry(ctx, id);
  }

  @ResolveField(() => String)
  async title(@Ctx() ctx: RequestContext, @Parent() { notification }: DeliveryModel) {
    return (await notificationLoader(ctx).load(notification))?.title ?? '';
  }

  @ResolveField(() => String)
  async topic(@Ctx() ctx: RequestContext, @Parent() { notification }: DeliveryModel) {
    return (await notificationLoader(ctx).load(notification))?.topic ?? '';
  }

  @ResolveField('error')
  errorText(@Ctx() ctx: RequestContext, @Parent() { error }: Delivery): DeliveryErrorModel | null {
    if (!error) return null;
    return { code: error.code, message: error[ctx.language] || (skips[error.code]?.[ctx.language] ?? error.code) };
  }
}
