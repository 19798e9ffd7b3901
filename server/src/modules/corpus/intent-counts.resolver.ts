import { Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { IntentRowModel } from '../intents/intent-row.model.js';
import { SlotRowModel } from '../intents/slot-row.model.js';
import { intentScoreLoader, utterancesOfIntentLoader, utterancesOfSlotLoader } from './corpus.loaders.js';

/** What the corpus and the chosen model know of an intent in a list. */
@Resolver(() => IntentRowModel)
export class IntentCountsResolver {
  @ResolveField(() => Int)
  utterances(@Parent() intent: IntentRowModel, @Ctx() ctx: RequestContext) {
    return utterancesOfIntentLoader(ctx).load(intent.key);
  }

  @ResolveField(() => Float, { nullable: true, description: "By the hall's model, else the chosen one; null where it does not know the intent." })
  async f1(@Parent() intent: IntentRowModel, @Ctx() ctx: RequestContext) {
    return (await intentScoreLoader(ctx).load(intent.key))?.f1 ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'Number of held-out texts that `f1` was measured on.' })
  async tested(@Parent() intent: IntentRowModel, @Ctx() ctx: RequestContext) {
    return (await intentScoreLoader(ctx).load(intent.key))?.support ?? null;
  }
}

@Resolver(() => SlotRowModel)
export class SlotCountsResolver {
  @ResolveField(() => Int)
  utterances(@Parent() slot: SlotRowModel, @Ctx() ctx: RequestContext) {
    return utterancesOfSlotLoader(ctx).load(slot.key);
  }
}
