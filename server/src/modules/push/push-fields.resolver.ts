import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { BundlesService } from '../release/bundles.service.js';
import type { PushCampaign } from './push-campaign.entity.js';
import { countsLoader, operationStateLoader } from './push.loaders.js';
import { CampaignCountsModel, CampaignDeliveryModel, CampaignMissingModel, CampaignReasonModel, PushCampaignModel } from './push.model.js';
import { CampaignState } from './push.types.js';
import { vocabularyOf } from './vocabulary.js';

@Resolver(() => PushCampaignModel)
export class PushFieldsResolver {
  constructor(private readonly bundles: BundlesService) {}

  /** What an operation that was killed or failed could not write itself. */
  @ResolveField(() => CampaignState)
  async state(@Ctx() ctx: RequestContext, @Parent() { state, operation }: PushCampaign): Promise<CampaignState> {
    if ((state !== CampaignState.ASSESSING && state !== CampaignState.SENDING) || operation === null) return state;
    const work = await operationStateLoader(ctx).load(operation);
    return work === 'FAILED' ? CampaignState.FAILED : work === 'CANCELLED' ? CampaignState.CANCELLED : state;
  }

  @ResolveField(() => ID, { nullable: true, description: 'What works on it, or did last.' })
  operationId(@Parent() { operation }: PushCampaign) {
    return operation;
  }

  @ResolveField(() => Boolean, { description: 'Over the applicant of one’s own hall preview alone.' })
  isPreview(@Parent() { realm }: PushCampaign) {
    return realm !== 'hall';
  }

  @ResolveField(() => CampaignCountsModel)
  counts(@Ctx() ctx: RequestContext, @Parent() { id }: PushCampaign) {
    return countsLoader(ctx).load(id);
  }

  @ResolveField(() => [CampaignReasonModel], { description: 'How each condition came out. For one campaign at a time.' })
  async reasons(@Ctx() ctx: RequestContext, @Parent() { id, bundle, policy }: PushCampaign): Promise<CampaignReasonModel[]> {
    const rows = await ctx.manager.query<{ key: string; fits: number; unfit: number; unknown: number }[]>(
      `SELECT c ->> 'key' AS key, count(*) FILTER (WHERE c ->> 'verdict' = 'fits')::int AS fits, count(*) FILTER (WHERE c ->> 'verdict' = 'unfit')::int AS unfit, count(*) FILTER (WHERE c ->> 'verdict' = 'unknown')::int AS unknown
         FROM push_recipient r CROSS JOIN jsonb_array_elements(r.conditions) c WHERE r.campaign = $1 GROUP BY 1`,
      [id],
    );
    const conditions = (await this.bundles.load(ctx, bundle)).get('policy', policy)?.eligibility ?? [];
    return conditions.map(({ key, title }) => ({ key, title, ...(rows.find((row) => row.key === key) ?? { fits: 0, unfit: 0, unknown: 0 }) }));
  }

  @ResolveField(() => [CampaignMissingModel], { description: 'What is not known of how many.' })
  async missing(@Ctx() ctx: RequestContext, @Parent() { id, bundle }: PushCampaign): Promise<CampaignMissingModel[]> {
    const rows = await ctx.manager.query<{ field: string; isConsent: boolean; people: number }[]>(
      `SELECT f.name AS field, f.consent AS "isConsent", count(DISTINCT r.id)::int AS people FROM push_recipient r CROSS JOIN jsonb_array_elements(r.conditions) c
        CROSS JOIN LATERAL (SELECT jsonb_array_elements_text(c -> 'missing') AS name, false AS consent UNION ALL SELECT jsonb_array_elements_text(c -> 'withheld'), true) f
        WHERE r.campaign = $1 AND r.verdict = 'unknown' GROUP BY 1, 2 ORDER BY 3 DESC`,
      [id],
    );
    const vocabulary = vocabularyOf(await this.bundles.load(ctx, bundle));
    return rows.map((row) => ({ ...row, title: vocabulary.field(row.field)?.title ?? row.field }));
  }

  @ResolveField(() => [CampaignDeliveryModel], { description: 'Deliveries outside the hall, by channel and state.' })
  deliveries(@Ctx() ctx: RequestContext, @Parent() { id }: PushCampaign) {
    return ctx.manager.query<CampaignDeliveryModel[]>(`SELECT d.channel, d.state, count(*)::int AS count FROM push_recipient r JOIN delivery d ON d.notification = r.notification WHERE r.campaign = $1 GROUP BY 1, 2 ORDER BY 1, 2`, [id]);
  }
}
