import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { type List, page, type PageArgs, SortOrder } from '../../platform/lists/list.js';
import { Delivery } from './delivery.entity.js';
import { Notification } from './notification.entity.js';
import { notifyErrors } from './notify.errors.js';
import { NotifyService } from './notify.service.js';
import { type ChannelName, DeliveryState } from './notify.types.js';

export interface DeliveryFilter {
  state?: string | null;
  channel?: string | null;
  topic?: string | null;
  ids?: string[] | null;
}

const sortable = { createdAt: 'delivery.createdAt', nextAt: 'delivery.nextAt', sentAt: 'delivery.sentAt', attempts: 'delivery.attempts', state: 'delivery.state', channel: 'delivery.channel' };

/** What left, what waits and what failed. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly notify: NotifyService,
    private readonly audit: AuditService,
  ) {}

  async list(ctx: RequestContext, args: PageArgs, filter: DeliveryFilter): Promise<List<Delivery>> {
    const query = ctx.manager.createQueryBuilder(Delivery, 'delivery');
    if (filter.state) query.andWhere('delivery.state = :state', { state: filter.state });
    if (filter.channel) query.andWhere('delivery.channel = :channel', { channel: filter.channel });
    if (filter.ids) query.andWhere('delivery.id = ANY(:ids::uuid[])', { ids: filter.ids });
    if (filter.topic) query.innerJoin(Notification, 'n', 'n.id = delivery.notification').andWhere('n.topic = :topic', { topic: filter.topic });
    return page(query, args, sortable, { field: 'createdAt', order: SortOrder.DESC });
  }

  async counts(ctx: RequestContext): Promise<{ channel: ChannelName; state: DeliveryState; count: number }[]> {
    return ctx.manager.query(`SELECT channel, state, count(*)::int AS count FROM delivery WHERE created_at > now() - interval '30 days' GROUP BY 1, 2 ORDER BY 1, 2`);
  }

  /** Sends a failed one again, with all its attempts. */
  async retry(ctx: RequestContext, id: string): Promise<Delivery> {
    found(await ctx.manager.findOneBy(Delivery, { id }), 'delivery');
    const [rows] = await ctx.manager.query<[unknown[], number]>(`UPDATE delivery SET state = 'PENDING', attempts = 0, next_at = now(), error = NULL WHERE id = $1 AND state = 'FAILED' RETURNING id`, [id]);
    if (rows.length === 0) throw new DomainError(notifyErrors.DELIVERY_NOT_RETRYABLE);
    await this.audit.append(ctx, { action: 'notify.retry-delivery', target: { kind: 'delivery', key: id } });
    await this.notify.wake(ctx);
    return ctx.manager.findOneByOrFail(Delivery, { id });
  }
}
