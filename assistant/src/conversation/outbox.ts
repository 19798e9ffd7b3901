import { ChatError } from '../client/chat-error.js';
import type { ChatInput } from '../client/chat.types.js';
import type { Entry } from './entry.js';

/** One turn that the server does not have yet. */
export interface Parcel {
  entry: Entry;
  input: ChatInput;
  /** Idempotency key; it stays the same however often the parcel is sent. */
  key: string;
}

export interface OutboxOptions {
  /** Rejects with a passing `ChatError` when the same may be tried again. */
  deliver: (parcel: Parcel) => Promise<void>;
  onWaiting: (isWaiting: boolean) => void;
}

/** Quick at first, so that a moment without signal is hardly seen; then seldom, so that a server that comes back is not run over. */
const delaysMs = [1_000, 2_000, 4_000, 8_000, 15_000];

/** Sends turns one after the other, in their order, and again while the connection is gone. */
export class Outbox {
  isDelivering = false;
  private parcels: Parcel[] = [];
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isStopped = false;

  constructor(private readonly options: OutboxOptions) {}

  get size(): number {
    return this.parcels.length;
  }

  /** False when it went into a parcel that has not left: values that follow each other are one turn. */
  add(parcel: Parcel): boolean {
    const before = this.parcels.at(-1);
    const mayJoin = before !== undefined && before.entry.isForm && parcel.entry.isForm && !(this.isDelivering && this.parcels.length === 1);
    if (mayJoin && before.input.type === 'fill' && parcel.input.type === 'fill' && this.tries === 0) {
      before.input = { type: 'fill', values: { ...before.input.values, ...parcel.input.values } };
      return false;
    }
    this.parcels.push(parcel);
    void this.drain();
    return true;
  }

  hurry(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    void this.drain();
  }

  clear(): void {
    this.parcels = [];
    this.tries = 0;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  stop(): void {
    this.isStopped = true;
    this.clear();
  }

  private async drain(): Promise<void> {
    if (this.isDelivering || this.timer !== null || this.isStopped) return;
    this.isDelivering = true;
    try {
      while (this.parcels.length > 0) {
        const parcel = this.parcels[0]!;
        await this.options.deliver(parcel);
        if (this.parcels[0] === parcel) this.parcels.shift();
        this.tries = 0;
        this.options.onWaiting(false);
      }
    } catch (error) {
      const wait = (error instanceof ChatError && error.retryAfter !== null ? error.retryAfter * 1_000 : null) ?? delaysMs[Math.min(this.tries, delaysMs.length - 1)]!;
      this.tries += 1;
      if (this.parcels.length > 0 && !this.isStopped) {
        this.timer = setTimeout(() => this.hurry(), wait);
        this.options.onWaiting(true);
      }
    } finally {
      this.isDelivering = false;
    }
  }
}
