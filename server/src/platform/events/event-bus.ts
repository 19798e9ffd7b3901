import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../actor/request-context.js';
import { log } from '../logging/log.js';
import { eventQueue } from './event-queue.js';

/** What other parts, other replicas and open pages are told. A message names rows; who cares reads them. */
export interface Events {
  operation: { id: string; kind: string };
  training: { job: string; step: number };
  channel: { name: string };
  /** A key that was revoked. */
  'api-key': { id: string };
  inbox: { caseId: string };
}
export type Topic = keyof Events;

const pgChannel = 'banshi';
const reconnectMs = 1_000;

/**
 * PostgreSQL's NOTIFY as the bus: a message sent inside a transaction is delivered at its commit, to every replica, once.
 * A lost connection is made anew; `onReconnect` listeners then look for what they missed.
 */
@Injectable()
export class EventBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<Topic, Set<(event: never) => void>>();
  private readonly reconnectListeners = new Set<() => void>();
  private client: Client | null = null;
  private isStopped = false;

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async publish<T extends Topic>(ctx: Pick<RequestContext, 'manager'>, topic: T, event: Events[T]): Promise<void> {
    await ctx.manager.query('SELECT pg_notify($1, $2)', [pgChannel, JSON.stringify({ topic, event })]);
  }

  subscribe<T extends Topic>(topic: T, listener: (event: Events[T]) => void): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener as (event: never) => void));
    return () => set.delete(listener as (event: never) => void);
  }

  /** Called after messages may have been missed. */
  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => this.reconnectListeners.delete(listener);
  }

  /** Events of a topic as an async iterator, for GraphQL subscriptions; ends when the consumer returns. */
  iterate<T extends Topic>(topic: T, wanted: (event: Events[T]) => boolean = () => true): AsyncIterableIterator<Events[T]> {
    return eventQueue((push) => this.subscribe(topic, (event) => (wanted(event) ? push(event) : undefined)));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { url } = this.database.options as { url: string };
    const client = new Client({ connectionString: url, application_name: 'banshi-events', keepAlive: true });
    client.on('notification', (message) => this.dispatch(message.payload ?? ''));
    client.on('error', (error) => log.warn({ err: error.message }, 'event connection lost'));
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query(`LISTEN ${pgChannel}`);
    this.client = client;
  }

  private reconnect(): void {
    if (this.isStopped) return;
    setTimeout(() => {
      this.connect().then(
        () => this.reconnectListeners.forEach((listener) => listener()),
        () => this.reconnect(),
      );
    }, reconnectMs).unref();
  }

  private dispatch(payload: string): void {
    const { topic, event } = JSON.parse(payload) as { topic: Topic; event: never };
    for (const listener of this.listeners.get(topic) ?? []) listener(event);
  }
}
