import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { Notification } from './notification.entity.js';
import { DeliveryState, type NewNotification, type NotificationTopic, type Recipient } from './notify.types.js';

export const deliverKind = 'notify.deliver';

@Injectable()
export class NotifyService {
  private readonly topics = new Map<string, NotificationTopic>();

  constructor(
    private readonly operations: OperationsService,
    private readonly events: EventBus,
  ) {}

  /** Announces who decides about deliveries of a topic; without one, a channel that needs an address gets none. */
  register(topic: NotificationTopic): void {
    this.topics.set(topic.topic, topic);
  }

  topic(name: string): NotificationTopic | null {
    return this.topics.get(name) ?? null;
  }

  /**
   * Writes notifications and their deliveries in the caller's transaction. One whose key the recipient has had is left
   * out. Returns the ids by recipient and key, of the old ones too.
   */
  async sendMany(ctx: RequestContext, list: readonly NewNotification[]): Promise<{ id: string; isNew: boolean }[]> {
    const results: { id: string; isNew: boolean }[] = [];
    let hasDeliveries = false;
    for (const one of list) {
      const id = randomUUID();
      const { recipient, topic, dedupeKey, title, body, link = null, outside } = one;
      const facts = { ...one.facts, ...(outside && { outside }) };
      const [row] = await ctx.manager.query<{ id: string; isNew: boolean }[]>(
        `WITH made AS (
           INSERT INTO notification (id, realm, recipient, topic, dedupe_key, title, body, link, facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (realm, recipient, dedupe_key) DO NOTHING RETURNING id)
         SELECT id, true AS "isNew" FROM made
         UNION ALL SELECT id, false FROM notification WHERE realm = $2 AND recipient = $3 AND dedupe_key = $5 LIMIT 1`,
        [id, recipient.realm, recipient.id, topic, dedupeKey, title, body, link, JSON.stringify(facts)],
      );
      results.push(row!);
      if (!row?.isNew) continue;
      for (const channel of one.channels ?? []) {
        hasDeliveries = true;
        await ctx.manager.query('INSERT INTO delivery (id, notification, channel, state, next_at) VALUES ($1, $2, $3, $4, greatest(now(), $5::timestamptz))', [randomUUID(), id, channel, DeliveryState.PENDING, one.notBefore ?? null]);
      }
      await this.events.publish(ctx, 'notification', recipient);
    }
    if (hasDeliveries) await this.wake(ctx);
    return results;
  }

  /** Newest first. */
  async listFor(ctx: RequestContext, recipient: Recipient, page: { skip: number; take: number }): Promise<{ items: Notification[]; totalItems: number; unread: number }> {
    const where = { realm: recipient.realm, recipient: recipient.id };
    const [items, totalItems] = await ctx.manager.findAndCount(Notification, { where, order: { createdAt: 'DESC', id: 'ASC' }, ...page });
    return { items, totalItems, unread: await this.unread(ctx, recipient) };
  }

  async unread(ctx: RequestContext, recipient: Recipient): Promise<number> {
    const [row] = await ctx.manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM notification WHERE realm = $1 AND recipient = $2 AND read_at IS NULL', [recipient.realm, recipient.id]);
    return row!.count;
  }

  async find(ctx: RequestContext, recipient: Recipient, id: string): Promise<Notification | null> {
    return ctx.manager.findOneBy(Notification, { id, realm: recipient.realm, recipient: recipient.id });
  }

  /** All of the recipient's, or those with the ids. A first reading stays the first. */
  async markRead(ctx: RequestContext, recipient: Recipient, ids: readonly string[] | null): Promise<number> {
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE notification SET read_at = now() WHERE realm = $1 AND recipient = $2 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[])) RETURNING id`,
      [recipient.realm, recipient.id, ids],
    );
    if (rows.length > 0) await this.events.publish(ctx, 'notification', recipient);
    return rows.length;
  }

  /** Everything that a person was told, with its deliveries; for his right to have it erased. */
  async erase(ctx: RequestContext, recipients: readonly Recipient[]): Promise<void> {
    for (const { realm, id } of recipients) await ctx.manager.query('DELETE FROM notification WHERE realm = $1 AND recipient = $2', [realm, id]);
  }

  /** Has due deliveries sent, unless somebody is about to. */
  async wake(ctx: RequestContext): Promise<void> {
    const waiting = await ctx.manager.query<unknown[]>(`SELECT 1 FROM operation WHERE kind = $1 AND state = 'QUEUED' LIMIT 1`, [deliverKind]);
    if (waiting.length === 0) await this.operations.enqueue(ctx, { kind: deliverKind, title: { zh: '发送通知', en: 'Send notifications' }, queue: 'notify' });
  }
}
