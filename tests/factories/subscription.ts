import { createClient } from 'graphql-ws';
import { type ClientOptions, WebSocket } from 'ws';
import type { TestClient } from './client.js';

/** The first `count` results of a subscription by the client's session. Rejects when the server refuses. */
export async function firstOf<T>(client: TestClient, document: string, variables: Record<string, unknown>, count: number, whenOpen: () => Promise<unknown>, origin = client.url): Promise<T[]> {
  class BrowserSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie: client.cookies }, origin } as ClientOptions);
    }
  }
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const socket = createClient({ url: `${client.url.replace('http', 'ws')}/graphql`, webSocketImpl: BrowserSocket, retryAttempts: 0, lazy: true, on: { connected: () => open() } });
  const results: T[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    const stop = socket.subscribe<T>(
      { query: document, variables },
      {
        next: ({ data, errors }) => {
          if (errors) return reject(Object.assign(new Error(errors[0]!.message), errors[0]!.extensions));
          results.push(data!);
          if (results.length === count) stop();
        },
        error: (problem) => reject(problem instanceof Error ? problem : Object.assign(new Error('refused'), { problem })),
        complete: resolve,
      },
    );
  });
  try {
    await Promise.race([opened, finished]);
    // The subscribe message follows the acknowledgement; it has no acknowledgement of its own.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await whenOpen();
    await finished;
  } finally {
    await socket.dispose();
  }
  return results;
}
