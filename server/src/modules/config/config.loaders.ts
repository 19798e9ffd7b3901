import type { KindName } from '@banshi/bundle';
import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ConfigDraft } from './config-draft.entity.js';
import { ConfigItem } from './config-item.entity.js';
import type { Content, ContentsService } from './contents.service.js';
import type { ReferencesService, Use } from './references.service.js';

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

interface Address {
  kind: KindName;
  key: string;
}
const addressOf = ({ kind, key }: Address) => `${kind}/${key}`;

function keysByKind(addresses: readonly Address[]): Map<KindName, string[]> {
  const keys = new Map<KindName, string[]>();
  for (const { kind, key } of addresses) keys.set(kind, [...(keys.get(kind) ?? []), key]);
  return keys;
}

/** Who uses an item. */
export const usersLoader = (ctx: RequestContext, references: ReferencesService) =>
  ctx.loader(
    usersLoader,
    () =>
      new DataLoader<Address, Use[], string>(
        async (addresses) => {
          const users = new Map<string, Use[]>();
          for (const [kind, keys] of keysByKind(addresses)) {
            for (const [key, uses] of await references.usersOfMany(ctx, kind, keys)) users.set(addressOf({ kind, key }), uses);
          }
          return addresses.map((address) => users.get(addressOf(address)) ?? []);
        },
        { cacheKeyFn: addressOf },
      ),
  );

/** Titles of items; null where there is no such item. */
export const titleLoader = (ctx: RequestContext) =>
  ctx.loader(
    titleLoader,
    () =>
      new DataLoader<Address, string | null, string>(
        async (addresses) => {
          const titles = new Map<string, string>();
          for (const [kind, keys] of keysByKind(addresses)) {
            for (const item of await ctx.manager.findBy(ConfigItem, { kind, key: In(keys) })) titles.set(addressOf(item), item.title);
          }
          return addresses.map((address) => titles.get(addressOf(address)) ?? null);
        },
        { cacheKeyFn: addressOf },
      ),
  );
