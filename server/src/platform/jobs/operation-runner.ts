import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type JobHelpers, Logger, type Runner, run } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { RequestContext } from '../actor/request-context.js';
import { ENVIRONMENT } from '../configuration/configuration.module.js';
import type { Environment } from '../configuration/environment.js';
import { DomainError } from '../errors/domain-error.js';
import { EventBus } from '../events/event-bus.js';
import { log } from '../logging/log.js';
import { jobErrors } from './jobs.errors.js';
import { ON_OPERATION } from './on-operation.decorator.js';
import { Operation, type OperationLane, OperationState } from './operation.entity.js';
import { OperationCancelled, type OperationRun } from './operation-run.js';
import { laneTasks } from './operations.service.js';
import { ProgressWriter } from './progress-writer.js';

type Handler = (run: OperationRun) => Promise<unknown>;

/** Jobs at a time: two cores, of which requests need one. Long ones wait for other processes; what they start has slots of its own. */
const concurrency: Record<OperationLane, number> = { quick: 2, long: 16 };
const heartbeatMs = 3_000;
/** A runner that said nothing for this long is taken for dead and its operations run elsewhere. */
const leaseMs = 12_000;
const reclaimMs = 4_000;

@Injectable()
export class OperationRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly name = `banshi-${randomUUID()}`;
  private readonly handlers = new Map<string, Handler>();
  private readonly running = new Map<string, AbortController>();
  private runners: Runner[] = [];
  private timers: NodeJS.Timeout[] = [];
  private isDraining = false;

  constructor(
    private readonly database: DataSource,
    private readonly events: EventBus,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.runsOperations) return;
    this.discoverHandlers();
    await this.reclaim();
    for (const lane of ['quick', 'long'] as const) this.runners.push(await this.runLane(lane));
    this.events.subscribe('operation', ({ id }) => void this.abortIfCancelled(id));
    this.timers = [setInterval(() => void this.heartbeat(), heartbeatMs), setInterval(() => void this.reclaim().catch((error: unknown) => log.warn({ err: error }, 'reclaim')), reclaimMs)];
    for (const timer of this.timers) timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isDraining = true;
    this.timers.forEach(clearInterval);
    for (const controller of this.running.values()) controller.abort();
    await Promise.all(this.runners.map((runner) => runner.stop().catch(() => undefined)));
  }

  private runLane(lane: OperationLane): Promise<Runner> {
    const { url } = this.database.options as { url: string };
    return run({
      connectionString: url,
      concurrency: concurrency[lane],
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: new Logger(() => (level, message) => (level === 'error' ? log.warn({ queue: message }, 'queue') : log.debug({ queue: message }, 'queue'))),
      taskList: { [laneTasks[lane]]: (payload, helpers) => this.perform((payload as { id: string }).id, helpers) },
    });
  }

  private discoverHandlers(): void {
    for (const { instance } of this.discovery.getProviders() as { instance: Record<string, Handler> | null }[]) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const handler = instance[method];
        const kind = handler && this.reflector.get<string | undefined>(ON_OPERATION, handler);
        if (!kind || !handler) continue;
        if (this.handlers.has(kind)) throw new Error(`two handlers for operation kind ${kind}`);
        this.handlers.set(kind, handler.bind(instance));
      }
    }
  }

  private async perform(id: string, helpers: JobHelpers): Promise<void> {
    const operation = await this.start(id);
    if (!operation) return;
    const handler = this.handlers.get(operation.kind);
    if (!handler) throw new Error(`no handler for operation kind ${operation.kind}`);
    const controller = new AbortController();
    this.running.set(id, controller);
    const progress = new ProgressWriter(this.database, this.events, operation);
    try {
      const result = await handler({
        operation,
        payload: operation.payload,
        ctx: RequestContext.forSystem(operation.createdByName, this.database.manager),
        signal: controller.signal,
        report: (share, step) => progress.report(share, step),
      });
      await progress.flush();
      await this.finish(operation, OperationState.SUCCEEDED, { result });
    } catch (error) {
      await progress.flush();
      await this.fail(operation, error, controller.signal, helpers);
    } finally {
      this.running.delete(id);
    }
  }

  /** Takes the operation; null where it has ended or was cancelled meanwhile. */
  private async start(id: string): Promise<Operation | null> {
    const [rows] = await this.database.query<[{ id: string }[], number]>(
      `UPDATE operation SET state = 'RUNNING', attempts = attempts + 1, runner = $2, heartbeat_at = now(), started_at = coalesce(started_at, now())
        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') AND NOT cancel_requested RETURNING id`,
      [id, this.name],
    );
    if (rows.length > 0) {
      const operation = await this.database.manager.findOneByOrFail(Operation, { id });
      await this.events.publish({ manager: this.database.manager }, 'operation', { id, kind: operation.kind });
      return operation;
    }
    await this.database.query(`UPDATE operation SET state = 'CANCELLED', finished_at = now() WHERE id = $1 AND cancel_requested AND state IN ('QUEUED', 'RUNNING')`, [id]);
    return null;
  }

  private async fail(operation: Operation, error: unknown, signal: AbortSignal, helpers: JobHelpers): Promise<void> {
    if (signal.aborted && this.isDraining) {
      await this.database.query(`UPDATE operation SET state = 'QUEUED', attempts = attempts - 1, runner = NULL WHERE id = $1 AND state = 'RUNNING' AND runner = $2`, [operation.id, this.name]);
      throw error;
    }
    if (error instanceof OperationCancelled || signal.aborted) return this.finish(operation, OperationState.CANCELLED, {});
    if (error instanceof DomainError) {
      const { code, facts } = error;
      return this.finish(operation, OperationState.FAILED, { error: { code, zh: error.text('zh'), en: error.text('en'), details: facts.details } });
    }
    log.error({ err: error, operation: operation.id, kind: operation.kind }, 'operation failed');
    if (operation.attempts >= operation.maxAttempts) {
      const crash = new DomainError(jobErrors.OPERATION_CRASHED, { params: { attempts: operation.attempts, reason: error instanceof Error ? error.message : String(error) } });
      return this.finish(operation, OperationState.FAILED, { error: { code: crash.code, zh: crash.text('zh'), en: crash.text('en') } });
    }
    await this.database.query(`UPDATE operation SET state = 'QUEUED', runner = NULL WHERE id = $1 AND runner = $2`, [operation.id, this.name]);
    helpers.logger.warn(`operation ${operation.id} will be retried`);
    throw error;
  }

  private async finish(operation: Operation, state: OperationState, outcome: { result?: unknown; error?: Operation['error'] }): Promise<void> {
    await this.database.query(
      `UPDATE operation SET state = $2::text, result = $3, error = $4, finished_at = now(), runner = NULL, progress = CASE WHEN $2::text = 'SUCCEEDED' THEN 1 ELSE progress END WHERE id = $1 AND runner = $5`,
      [operation.id, state, outcome.result === undefined ? null : JSON.stringify(outcome.result), outcome.error ? JSON.stringify(outcome.error) : null, this.name],
    );
    await this.events.publish({ manager: this.database.manager }, 'operation', { id: operation.id, kind: operation.kind });
  }

  private async abortIfCancelled(id: string): Promise<void> {
    const controller = this.running.get(id);
    if (!controller) return;
    const operation = await this.database.manager.findOneBy(Operation, { id });
    if (operation?.cancelRequested) controller.abort();
  }

  private async heartbeat(): Promise<void> {
    const ids = [...this.running.keys()];
    if (ids.length === 0) return;
    try {
      const [held] = await this.database.query<[{ id: string }[], number]>('UPDATE operation SET heartbeat_at = now() WHERE id = ANY($1::uuid[]) AND runner = $2 RETURNING id', [ids, this.name]);
      // A runner that hung for longer than its lease has lost its operations to another, which may not be disturbed.
      for (const id of ids) if (!held.some((row) => row.id === id)) this.running.get(id)?.abort();
      for (const id of ids) await this.abortIfCancelled(id);
    } catch (error) {
      log.warn({ err: error }, 'heartbeat');
    }
  }

  /** Puts back the operations of runners that are gone, whose jobs the queue would hold for hours. */
  private async reclaim(): Promise<void> {
    const lost = await this.database.query<{ locked_by: string }[]>(
      `SELECT DISTINCT j.locked_by FROM graphile_worker._private_jobs j JOIN operation o ON o.id = (j.payload ->> 'id')::uuid
        WHERE j.locked_by IS NOT NULL AND (o.heartbeat_at IS NULL OR o.heartbeat_at < now() - make_interval(secs => $1::double precision)) AND o.runner IS DISTINCT FROM $2`,
      [leaseMs / 1_000, this.name],
    );
    if (lost.length > 0) await this.database.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [lost.map((row) => row.locked_by)]);
  }
}
