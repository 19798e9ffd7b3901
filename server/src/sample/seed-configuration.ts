import type { INestApplicationContext } from '@nestjs/common';
import { ItemsService } from '../modules/config/items.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import type { SampleHall } from './sample-hall.js';

/** Drafts of all items of the sample hall. */
export async function seedConfiguration(app: INestApplicationContext, ctx: RequestContext, sample: SampleHall): Promise<void> {
  const items = app.get(ItemsService, { strict: false });
  for (const { kind, key, body } of sample.items) await items.create(ctx, { kind, key, body });
}
