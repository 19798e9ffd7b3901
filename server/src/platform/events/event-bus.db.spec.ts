import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../tests/factories/database.js';
import { EventBus } from './event-bus.js';

/** Stands between the bus and PostgreSQL; while away it ends every connection at once. */
class Wire {
  attempts = 0;
  isAway = false;
  private readonly sockets = new Set<Socket>();
  private server!: Server;

  async open(target: URL): Promise<string> {
    this.server = createServer((near) => {
      this.attempts += 1;
      this.keep(near);
      if (this.isAway) return void near.destroy();
      const far = this.keep(connect(Number(target.port), target.hostname));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.isAway = true;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
  }
}

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let source: DataSource;
const wire = new Wire();
let bus: EventBus;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = await wire.open(new URL(database.url));
  source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  bus = new EventBus({ options: { url } } as unknown as DataSource);
  await bus.onApplicationBootstrap();
});
afterAll(async () => {
  await bus.onApplicationShutdown();
  await source.destroy();
  wire.close();
  await database.drop();
});

it('tries one connection at a time while the database is away, and hears again when it is back', async () => {
  const heard: string[] = [];
  bus.subscribe('inbox', ({ caseId }) => heard.push(caseId));
  const reconnected = new Promise<void>((resolve) => bus.onReconnect(resolve));
  wire.cut();
  await sleep(4_500);
  expect(wire.attempts).toBeGreaterThan(2);
  expect(wire.attempts).toBeLessThanOrEqual(6);
  wire.isAway = false;
  await reconnected;
  await bus.publish({ manager: source.manager }, 'inbox', { caseId: 'a' });
  await expect.poll(() => heard).toEqual(['a']);
}, 20_000);
