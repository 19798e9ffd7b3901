import type { Response } from 'express';

/** Proxies drop a connection on which nothing comes. */
const keepAliveMs = 20_000;

/** A stream of server-sent events (WHATWG HTML, 9.2) over a response. */
export class EventStream {
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly response: Response) {
    response.status(200);
    response.setHeader('content-type', 'text/event-stream; charset=utf-8');
    response.setHeader('cache-control', 'no-cache, no-transform');
    response.setHeader('x-accel-buffering', 'no');
    response.flushHeaders();
    this.timer = setInterval(() => response.write(': \n\n'), keepAliveMs);
    response.once('close', () => clearInterval(this.timer));
  }

  /** JSON has no line ends outside of its strings, and none inside. */
  send(event: string, data: unknown, id?: number): void {
    if (this.response.writableEnded) return;
    this.response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.timer);
    this.response.end();
  }
}
