import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';

/** Titles of services by key, as administrators know them; the key of one that is gone. */
export const serviceTitleLoader = (ctx: RequestContext) =>
  ctx.loader(
    serviceTitleLoader,
    () =>
      new DataLoader<string, string>(async (keys) => {
        const rows = await ctx.manager.query<{ key: string; title: string }[]>(`SELECT key, title FROM config_item WHERE kind = 'service' AND key = ANY($1)`, [keys]);
        const titles = new Map(rows.map(({ key, title }) => [key, title]));
        return keys.map((key) => titles.get(key) ?? key);
      }),
  );
