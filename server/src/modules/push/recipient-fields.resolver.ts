import { conditionVariables, type EligibilityResult, interestText } from '@banshi/policies';
import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { BundlesService } from '../release/bundles.service.js';
import { PushCampaign } from './push-campaign.entity.js';
import type { PushRecipient } from './push-recipient.entity.js';
import { readAtLoader } from './push.loaders.js';
import { PushRecipientModel } from './push.model.js';
import { vocabularyOf } from './vocabulary.js';

@ObjectType('PushRecipientCondition')
export class RecipientConditionModel {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'fits, unfit or unknown; null for a condition on a sensitive trait, which is nobody’s to see.' })
  verdict!: EligibilityResult | null;

  @Field(() => [String], { description: 'What is not known of the person.' })
  missing!: string[];
}

@Resolver(() => PushRecipientModel)
export class RecipientFieldsResolver {
  constructor(private readonly bundles: BundlesService) {}

  @ResolveField(() => [RecipientConditionModel])
  async conditions(@Ctx() ctx: RequestContext, @Parent() { campaign, conditions }: PushRecipient): Promise<RecipientConditionModel[]> {
    const { policy, bundle } = await this.origin(ctx, campaign);
    const vocabulary = vocabularyOf(bundle);
    return conditions.flatMap(({ key, verdict, missing }) => {
      const condition = bundle.get('policy', policy)?.eligibility?.find((one) => one.key === key);
      if (!condition) return [];
      const isSensitive = conditionVariables(condition.condition).some((name) => vocabulary.field(name)?.sensitive);
      return [{ key, title: condition.title, verdict: isSensitive ? null : verdict, missing: isSensitive ? [] : missing.map((name) => vocabulary.field(name)?.title ?? name) }];
    });
  }

  @ResolveField(() => [String], { description: 'Interests and history that tie the person to the policy.' })
  async signals(@Ctx() ctx: RequestContext, @Parent() { campaign, signals }: PushRecipient): Promise<string[]> {
    const { titles } = vocabularyOf((await this.origin(ctx, campaign)).bundle);
    return signals.map((signal) => interestText(signal, (key) => titles.service(key) ?? key, ctx.language, true));
  }

  @ResolveField(() => Date, { nullable: true })
  readAt(@Ctx() ctx: RequestContext, @Parent() { notification }: PushRecipient) {
    return notification === null ? null : readAtLoader(ctx).load(notification);
  }

  /** All recipients of a list are of one campaign. */
  private origin(ctx: RequestContext, campaign: string) {
    const origins = ctx.loader(RecipientFieldsResolver, () => new Map<string, Promise<{ policy: string; bundle: Awaited<ReturnType<BundlesService['load']>> }>>());
    let origin = origins.get(campaign);
    if (!origin) {
      origin = ctx.manager.findOneByOrFail(PushCampaign, { id: campaign }).then(async ({ policy, bundle }) => ({ policy, bundle: await this.bundles.load(ctx, bundle) }));
      origins.set(campaign, origin);
    }
    return origin;
  }
}
