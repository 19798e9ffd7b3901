import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { Notification } from './notification.entity.js';
import { DeliveryState, type NewNotification, type NotificationTopic, type Recipient } from './notify.types.js';

export const deliverKind = 'notify.deliver';

@Injectable()
export class NotifyService {
  private readonly topics = new Map<string, NotificationTopic>();

  constructor(private readonly operations: OperationsService) {}

  /** Announces who decides about deliveries of a topic; without one, a channel that needs an address gets none. */
  register(topic: NotificationTopic): void {
    this.topics.set(topic.topic, topic);
  }

  topic(name: string): NotificationTopic | null {
    return this.topics.get(name) ?? null;
  }

  /**
   * Writes notifications and their deliveries in the caller's transaction, all with the same few statements. One whose key
   * the recipient has had is left out. Returns the ids in the order given, of the old ones too.
   */
  async sendMany(ctx: RequestContext, list: readonly NewNotification[]): Promise<{ id: string; isNew: boolean }[]> {
    if (list.length === 0) return [];
    const rows = list.map(({ recipient, topic, dedupeKey, title, body, link = null, outside, facts }) => ({ id: randomUUID(), realm: recipient.realm, recipient: recipient.id, topic, key: dedupeKey, title, body, link, facts: { ...facts, ...(outside && { outside }) } }));
    const made = await ctx.manager.query<{ id: string }[]>(
      `INSERT INTO notification (id, realm, recipient, topic, dedupe_key, title, body, link, facts)
       SELECT n.id, n.realm, n.recipient, n.topic, n.key, n.title, n.body, n.link, n.facts
         FROM jsonb_to_recordset($1) AS n(id uuid, realm text, recipient text, topic text, key text, title text, body text, link text, facts jsonb)
       ON CONFLICT (realm, recipient, dedupe_key) DO NOTHING RETURNING id`,
      [JSON.stringify(rows)],
    );
    const isNew = new Set(made.map(({ id }) => id));
    const known = await ctx.manager.query<{ n: number; id: string }[]>(
      `SELECT k.n, t.id FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(realm, recipient, key, n) JOIN notification t ON t.realm = k.realm AND t.recipient = k.recipient AND t.dedupe_key = k.key`,
      [rows.map(({ realm }) => realm), rows.map(({ recipient }) => recipient), rows.map(({ key }) => key)],
    );
    const ids = new Map(known.map(({ n, id }) => [Number(n) - 1, id]));
    const deliveries = list.flatMap(({ channels = [], notBefore = null }, index) => (isNew.has(rows[index]!.id) ? channels.map((channel) => ({ id: randomUUID(), notification: rows[index]!.id, channel, not_before: notBefore })) : []));
    if (deliveries.length > 0) {
      await ctx.manager.query(
        `INSERT INTO delivery (id, notification, channel, state, next_at) SELECT d.id, d.notification, d.channel, $2, greatest(now(), d.not_before) FROM jsonb_to_recordset($1) AS d(id uuid, notification uuid, channel text, not_before timestamptz)`,
        [JSON.stringify(deliveries), DeliveryState.PENDING],
      );
      await this.wake(ctx);
    }
    return rows.map(({ id }, index) => ({ id: ids.get(index)!, isNew: isNew.has(id) }));
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
