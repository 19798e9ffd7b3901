import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { CampaignsService } from './campaigns.service.js';
import { CreateCampaignInput, PushablePolicyModel, PushCampaignFilter, PushCampaignList, PushCampaignModel, PushRecipientFilter, PushRecipientList, SendCampaignInput } from './push.model.js';

const id = { type: () => ID };

@Resolver(() => PushCampaignModel)
export class PushResolver {
  constructor(private readonly service: CampaignsService) {}

  @Query(() => [PushablePolicyModel], { description: 'Policies of the hall that may be pushed.' })
  @Allow(Permission.PushRead)
  pushablePolicies(@Ctx() ctx: RequestContext) {
    return this.service.policies(ctx);
  }

  @Query(() => PushCampaignList)
  @Allow(Permission.PushRead)
  pushCampaigns(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => PushCampaignFilter, nullable: true }) filter?: PushCampaignFilter) {
    return this.service.list(ctx, args, filter ?? {});
  }

  @Query(() => PushCampaignModel)
  @Allow(Permission.PushRead)
  pushCampaign(@Ctx() ctx: RequestContext, @Args('id', id) campaign: string) {
    return this.service.get(ctx, campaign);
  }

  @Query(() => PushRecipientList)
  @Allow(Permission.PushRead)
  pushRecipients(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => PushRecipientFilter }) filter: PushRecipientFilter) {
    return this.service.recipients(ctx, filter.campaign, args, filter);
  }

  @Transaction()
  @Mutation(() => PushCampaignModel, { description: 'Starts to work out whom a policy concerns; nobody is told.' })
  @Allow(Permission.PushSend)
  createPushCampaign(@Ctx() ctx: RequestContext, @Args('input') { policy, preview }: CreateCampaignInput) {
    return this.service.create(ctx, policy, { preview: preview ?? false });
  }

  @Transaction()
  @Mutation(() => PushCampaignModel, { description: 'Works out (again) whom the policy concerns, as the hall shows it now.' })
  @Allow(Permission.PushSend)
  assessPushCampaign(@Ctx() ctx: RequestContext, @Args('id', id) campaign: string) {
    return this.service.assess(ctx, campaign);
  }

  @Transaction()
  @Mutation(() => PushCampaignModel, { description: 'Tells them. Sent again, it tells those who were passed over because of the weekly limit.' })
  @Allow(Permission.PushSend)
  sendPushCampaign(@Ctx() ctx: RequestContext, @Args('id', id) campaign: string, @Args('input') { reach, message }: SendCampaignInput) {
    return this.service.send(ctx, campaign, { reach, message: message.trim() });
  }

  @Transaction()
  @Mutation(() => PushCampaignModel, { description: 'Drops a suggestion, or a campaign that was not sent.' })
  @Allow(Permission.PushSend)
  dismissPushCampaign(@Ctx() ctx: RequestContext, @Args('id', id) campaign: string) {
    return this.service.dismiss(ctx, campaign);
  }
}
