import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../actor/request-context.js';
import { log } from '../logging/log.js';
import { eventQueue } from './event-queue.js';

/** What other parts, other replicas and open pages are told. A message names rows; who cares reads them. */
export interface Events {
  operation: { id: string; kind: string };
  training: { job: string; phase: string; step: number };
  channel: { name: string };
  /** A key that was revoked. */
  'api-key': { id: string };
  inbox: { caseId: string };
  /** A turn of a conversation; `isDesk` where clerks have to do with it. */
  dialog: { session: string; turn: number; isDesk: boolean; mode: string; orgUnitId: string | null };
}
export type Topic = keyof Events;

const pgChannel = 'banshi';
const reconnectMs = 1_000;
/** PostgreSQL in recovery accepts a connection and may not answer on it. */
const connectMs = 5_000;

/**
 * PostgreSQL's NOTIFY as the bus: a message sent inside a transaction is delivered at its commit, to every replica, once.
 * A lost connection is made anew; `onReconnect` listeners then look for what they missed.
 */
@Injectable()
export class EventBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<Topic, Set<(event: never) => void>>();
  private readonly reconnectListeners = new Set<() => void>();
  private client: Client | null = null;
  private readonly stopping = new AbortController();

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
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { url } = this.database.options as { url: string };
    const client = new Client({ connectionString: url, application_name: 'banshi-events', keepAlive: true, connectionTimeoutMillis: connectMs });
    client.on('notification', (message) => this.dispatch(message.payload ?? ''));
    client.on('error', (error) => log.warn({ err: error.message }, 'event connection lost'));
    try {
      await client.connect();
      await client.query(`LISTEN ${pgChannel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    // Only a connection that was made can be lost: a failed attempt ends too, and is the caller's to repeat.
    client.once('end', () => void this.reconnect());
  }

  private async reconnect(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await sleep(reconnectMs, undefined, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted) return;
      const isConnected = await this.connect().then(
        () => true,
        () => false,
      );
      if (!isConnected) continue;
      for (const listener of this.reconnectListeners) listener();
      return;
    }
  }

  private dispatch(payload: string): void {
    const { topic, event } = JSON.parse(payload) as { topic: Topic; event: never };
    for (const listener of this.listeners.get(topic) ?? []) listener(event);
  }
}
