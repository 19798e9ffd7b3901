import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RequestContext } from '../../platform/actor/request-context.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import { log } from '../../platform/logging/log.js';
import { ChannelsService } from './channels.service.js';
import { deliverKind, NotifyService } from './notify.service.js';
import { DeliveryState, type DueDelivery, type Preparation } from './notify.types.js';

/** Waits before the attempts that follow the first: an outage of a night is outlived. */
const backOffSeconds = [30, 120, 600, 3_600, 6 * 3_600, 12 * 3_600];
/** Longer than any attempt takes; what is marked as being sent for longer was lost with its process. */
const leaseSeconds = 300;
const batchSize = 20;
const sweepMs = 15_000;

/**
 * Sends what is due. A delivery is claimed before and marked after it is sent, so a crash in between sends it a second time
 * under the same id: at least once, and the receiver can tell.
 */
@Injectable()
export class DeliverJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly channels: ChannelsService,
    private readonly notify: NotifyService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.environment.runsOperations) return;
    this.timer = setInterval(() => void this.sweep().catch((error: unknown) => log.warn({ err: error }, 'looking for due deliveries')), sweepMs);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  @OnOperation(deliverKind)
  async deliver({ ctx, signal, report }: OperationRun): Promise<{ delivered: number; failed: number; later: number; skipped: number }> {
    const counts = { delivered: 0, failed: 0, later: 0, skipped: 0 };
    for (;;) {
      if (signal.aborted) throw new OperationCancelled();
      const due = await this.claim(ctx);
      if (due.length === 0) return counts;
      const prepared = await this.prepare(ctx, due);
      // Each counts by itself, and the slowest receiver shall not hold up the others of its batch.
      const outcomes = await Promise.all(due.map((one) => this.attempt(ctx, one, prepared.get(one.delivery) ?? { address: null })));
      for (const outcome of outcomes) counts[outcome] += 1;
      report(null, `delivered:${counts.delivered}`);
    }
  }

  /** Deliveries whose next attempt has come, and those of a process that died, wake nobody by themselves. */
  private async sweep(): Promise<void> {
    const [row] = await this.database.query<{ due: boolean }[]>(`SELECT EXISTS (SELECT 1 FROM delivery WHERE state IN ('PENDING', 'SENDING') AND next_at <= now()) AND NOT EXISTS (SELECT 1 FROM operation WHERE kind = $1 AND state IN ('QUEUED', 'RUNNING')) AS due`, [deliverKind]);
    if (row?.due) await this.notify.wake(RequestContext.forSystem('notify', this.database.manager));
  }

  private async claim(ctx: RequestContext): Promise<DueDelivery[]> {
    const [rows] = await ctx.manager.query<[(Omit<DueDelivery, 'recipient'> & { realm: string; recipient: string })[], number]>(
      `UPDATE delivery d SET state = 'SENDING', attempts = d.attempts + 1, next_at = now() + make_interval(secs => $1)
         FROM notification n
        WHERE n.id = d.notification AND d.id IN (SELECT id FROM delivery WHERE state IN ('PENDING', 'SENDING') AND next_at <= now() ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING d.id AS delivery, d.channel, d.attempts, n.id AS notification, n.realm, n.recipient, coalesce(n.facts -> 'outside' ->> 'title', n.title) AS title, coalesce(n.facts -> 'outside' ->> 'body', n.body) AS body, CASE WHEN n.facts ? 'outside' THEN NULL ELSE n.link END AS link, n.topic, n.created_at AS "createdAt"`,
      [leaseSeconds, batchSize],
    );
    return rows.map(({ realm, recipient, ...rest }) => ({ ...rest, recipient: { realm, id: recipient } }));
  }

  private async prepare(ctx: RequestContext, due: readonly DueDelivery[]): Promise<Map<string, Preparation>> {
    const prepared = new Map<string, Preparation>();
    for (const name of new Set(due.map(({ topic }) => topic))) {
      for (const [id, preparation] of (await this.notify.topic(name)?.prepare(ctx, due.filter(({ topic }) => topic === name))) ?? []) prepared.set(id, preparation);
    }
    return prepared;
  }

  private async attempt(ctx: RequestContext, due: DueDelivery, preparation: Preparation): Promise<'delivered' | 'failed' | 'later' | 'skipped'> {
    if ('skip' in preparation) {
      await ctx.manager.query(`UPDATE delivery SET state = 'SKIPPED', next_at = NULL, error = $2 WHERE id = $1`, [due.delivery, JSON.stringify({ code: preparation.skip, zh: '', en: '' })]);
      return 'skipped';
    }
    try {
      await this.channels.send(ctx, due.channel === 'email' && preparation.footer ? { ...due, body: `${due.body}\n\n${preparation.footer}` } : due, preparation.address);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const wait = backOffSeconds[due.attempts - 1];
      const isFinal = wait === undefined || (error.facts.details as { isFinal?: boolean } | undefined)?.isFinal === true;
      await ctx.manager.query(`UPDATE delivery SET state = $2, error = $3, next_at = CASE WHEN $4::double precision IS NULL THEN NULL ELSE now() + make_interval(secs => $4::double precision) END WHERE id = $1`, [
        due.delivery,
        isFinal ? DeliveryState.FAILED : DeliveryState.PENDING,
        JSON.stringify({ code: error.code, zh: error.text('zh'), en: error.text('en') }),
        isFinal ? null : wait,
      ]);
      return isFinal ? 'failed' : 'later';
    }
    await ctx.manager.query(`UPDATE delivery SET state = 'DELIVERED', sent_at = now(), next_at = NULL, error = NULL WHERE id = $1`, [due.delivery]);
    return 'delivered';
  }
}
