import type { ChatEvent } from '../client/chat.types.js';

const firstDelayMs = 1_000;
const longestDelayMs = 20_000;

/** Listens to a conversation while it must be listened to, and connects again when the connection ends. */
export class Watch {
  private current: AbortController | null = null;

  constructor(
    private readonly open: (signal: AbortSignal) => AsyncGenerator<ChatEvent>,
    private readonly onEvent: (event: ChatEvent) => void,
  ) {}

  start(): void {
    if (this.current) return;
    this.current = new AbortController();
    void this.listen(this.current.signal);
  }

  stop(): void {
    this.current?.abort();
    this.current = null;
  }

  private async listen(signal: AbortSignal): Promise<void> {
    let delay = firstDelayMs;
    while (!signal.aborted) {
      try {
        for await (const event of this.open(signal)) {
          if (signal.aborted) return;
          delay = firstDelayMs;
          this.onEvent(event);
        }
      } catch {
        // Whatever ended the connection, another is tried after the pause.
      }
      await pause(delay, signal);
      delay = Math.min(delay * 2, longestDelayMs);
    }
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
