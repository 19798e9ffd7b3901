import type { INestApplicationContext } from '@nestjs/common';
import { UtterancesService } from '../modules/corpus/utterances.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import type { SampleHall } from './sample-hall.js';
import { markStage } from './seed-stage.js';

export async function seedCorpus(app: INestApplicationContext, ctx: RequestContext, sample: SampleHall): Promise<void> {
  await ctx.transaction(async (tx) => {
    const drafts = sample.utterances.map(({ text, intent, entities }) => ({ text, intent, entities: entities.map(({ start, end, label }) => ({ start, end, slot: label })) }));
    await app.get(UtterancesService, { strict: false }).createMany(tx, drafts, 'sample');
    await markStage(tx, 2);
  });
}
