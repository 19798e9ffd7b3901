import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ConfigDraft } from './config-draft.entity.js';
import type { Content, ContentsService } from './contents.service.js';

export const draftLoader = (ctx: RequestContext) =>
  ctx.loader(
    draftLoader,
    () =>
      new DataLoader<string, ConfigDraft>(async (ids) => {
        const drafts = await ctx.manager.findBy(ConfigDraft, { itemId: In([...ids]) });
        const byId = new Map(drafts.map((draft) => [draft.itemId, draft]));
        return ids.map((id) => byId.get(id) ?? new Error(`item ${id} has no draft`));
      }),
  );

export const contentLoader = (ctx: RequestContext, contents: ContentsService) =>
  ctx.loader(
    contentLoader,
    () =>
      new DataLoader<string, Content | null>(async (hashes) => {
        const found = await contents.getMany(ctx, hashes);
        return hashes.map((hash) => found.get(hash) ?? null);
      }),
  );
