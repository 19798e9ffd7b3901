import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { Notification } from './notification.entity.js';

/** Notifications of a list of deliveries. */
export const notificationLoader = (ctx: RequestContext) =>
  ctx.loader(
    notificationLoader,
    () =>
      new DataLoader<string, Notification | null>(async (ids) => {
        const rows = await ctx.manager.findBy(Notification, { id: In([...ids]) });
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
