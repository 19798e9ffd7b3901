import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { can } from '../actor/actor.js';
import { Permission } from '../actor/permission.js';
import type { RequestContext } from '../actor/request-context.js';
import { AuditService } from '../audit/audit.service.js';
import { commonErrors, DomainError, found } from '../errors/domain-error.js';
import { EventBus } from '../events/event-bus.js';
import { jobErrors } from './jobs.errors.js';
import { Operation, type OperationLane, OperationState } from './operation.entity.js';

export interface NewOperation {
  kind: string;
  title: { zh: string; en: string };
  payload?: Record<string, unknown>;
  /** Attempts in all; 1 for what must not run again by itself. */
  maxAttempts?: number;
  /** Operations of one queue run one after the other. */
  queue?: string;
  /** `long` for what may take hours and mostly waits for another process. */
  lane?: OperationLane;
}

/** The names of the tasks that graphile-worker knows, one a lane; which handler runs is said by the operation's kind. */
export const laneTasks: Record<OperationLane, string> = { quick: 'operation', long: 'long-operation' };

@Injectable()
export class OperationsService {
  constructor(
    private readonly events: EventBus,
    private readonly audit: AuditService,
  ) {}

  /** Writes the operation and its job in the caller's transaction: it runs if, and only if, that commits. */
  async enqueue(ctx: RequestContext, input: NewOperation): Promise<Operation> {
    return ctx.transaction(async (tx) => {
      const operation = tx.manager.create(Operation, {
        id: randomUUID(),
        kind: input.kind,
        title: input.title,
        payload: input.payload ?? {},
        maxAttempts: input.maxAttempts ?? 3,
        queue: input.queue ?? null,
        lane: input.lane ?? 'quick',
        createdBy: tx.actor.id,
        createdByName: tx.actor.name,
      });
      await tx.manager.insert(Operation, operation as never);
      await this.addJob(tx, operation);
      await this.events.publish(tx, 'operation', { id: operation.id, kind: operation.kind });
      return tx.manager.findOneByOrFail(Operation, { id: operation.id });
    });
  }

  /** A queued operation ends at once, a running one as soon as its handler sees the signal. */
  async cancel(ctx: RequestContext, id: string): Promise<Operation> {
    const operation = await this.mine(ctx, id);
    if (operation.state !== OperationState.QUEUED && operation.state !== OperationState.RUNNING) throw new DomainError(jobErrors.OPERATION_NOT_CANCELLABLE);
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE operation SET cancel_requested = true,
              state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
              finished_at = CASE state WHEN 'QUEUED' THEN now() ELSE finished_at END
        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw new DomainError(jobErrors.OPERATION_NOT_CANCELLABLE);
    await this.audit.append(ctx, { action: 'operation.cancel', target: { kind: 'operation', key: id }, detail: { kind: operation.kind } });
    await this.events.publish(ctx, 'operation', { id, kind: operation.kind });
    return this.get(ctx, id);
  }

  async retry(ctx: RequestContext, id: string): Promise<Operation> {
    const operation = await this.mine(ctx, id);
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE operation SET state = 'QUEUED', attempts = 0, cancel_requested = false, error = NULL, progress = NULL, step = NULL, finished_at = NULL
        WHERE id = $1 AND state IN ('FAILED', 'CANCELLED') RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw new DomainError(jobErrors.OPERATION_NOT_RETRYABLE);
    await this.addJob(ctx, operation);
    await this.audit.append(ctx, { action: 'operation.retry', target: { kind: 'operation', key: id }, detail: { kind: operation.kind } });
    await this.events.publish(ctx, 'operation', { id, kind: operation.kind });
    return this.get(ctx, id);
  }

  async get(ctx: RequestContext, id: string): Promise<Operation> {
    return found(await ctx.manager.findOneBy(Operation, { id }), `operation ${id}`);
  }

  /** One's own operations, and those of others for who manages operations. */
  private async mine(ctx: RequestContext, id: string): Promise<Operation> {
    const operation = await this.get(ctx, id);
    if (operation.createdBy !== ctx.actor.id && !can(ctx.actor, Permission.OperationsManage)) throw new DomainError(commonErrors.FORBIDDEN);
    return operation;
  }

  private async addJob(ctx: RequestContext, { id, queue, lane }: Pick<Operation, 'id' | 'queue' | 'lane'>): Promise<void> {
    await ctx.manager.query('SELECT graphile_worker.add_job($1, json_build_object($2::text, $3::text), queue_name => $4, max_attempts => 25)', [laneTasks[lane], 'id', id, queue]);
  }
}
