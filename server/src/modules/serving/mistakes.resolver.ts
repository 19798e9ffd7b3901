import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { SnapshotsService } from '../corpus/snapshots.service.js';
import { ModelVersionsService } from '../registry/model-versions.service.js';
import { ServingService } from './serving.service.js';

/** So many held-out texts of an intent are read at most; more nobody looks through. */
const maxRead = 500;

@ObjectType('HeldOutText')
export class HeldOutTextModel {
  @Field(() => ID, { description: 'Id of the utterance at the time of the snapshot.' })
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Float, { description: 'Calibrated confidence of the predicted intent, 0 to 1.' })
  confidence!: number;
}

@ObjectType('HeldOutTexts')
export class HeldOutTextsModel {
  @Field(() => [HeldOutTextModel])
  items!: HeldOutTextModel[];

  @Field(() => Int, { description: 'Held-out texts of the right intent that were read; at most 500.' })
  read!: number;
}

@Resolver()
export class MistakesResolver {
  constructor(
    private readonly serving: ServingService,
    private readonly versions: ModelVersionsService,
    private readonly snapshots: SnapshotsService,
  ) {}

  @Query(() => HeldOutTextsModel, { description: 'The held-out texts of an intent that a model version takes for another (or for what they are): what lies behind a cell of its confusion matrix.' })
  @Allow(Permission.CorpusRead)
  async heldOutTexts(
    @Ctx() ctx: RequestContext,
    @Args('modelVersion', { type: () => ID }) id: string,
    @Args('intent', { type: () => String }) intent: string,
    @Args('predicted', { type: () => String }) predicted: string,
  ): Promise<HeldOutTextsModel> {
    const version = await this.versions.get(ctx, id);
    const { test } = await this.snapshots.trainingInput(await this.snapshots.get(ctx, version.snapshotId));
    const texts = test.filter((example) => example.intent === intent).slice(0, maxRead);
    const best = texts.length === 0 ? [] : await this.serving.bestIntents(version.artifact, texts.map(({ text }) => text));
    const items = texts.flatMap(({ id: utterance, text }, index) => {
      const { key, confidence } = best[index]!;
      return key === predicted ? [{ id: utterance, text, confidence }] : [];
    });
    return { items: items.sort((a, b) => b.confidence - a.confidence), read: texts.length };
  }
}
