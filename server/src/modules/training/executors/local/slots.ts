import { OperationCancelled } from '../../../../platform/jobs/operation-run.js';

/** A few numbered places; of those who wait, the one with the lowest rank comes first. */
export class Slots {
  private readonly free: number[];
  private readonly waiting: { rank: number; give: (slot: number) => void }[] = [];

  constructor(count: number) {
    this.free = Array.from({ length: count }, (_, i) => i);
  }

  get isFree(): boolean {
    return this.free.length > 0;
  }

  /** Waits for a place; answers its number. Throws OperationCancelled when the signal is aborted meanwhile. */
  take(signal: AbortSignal, rank: number): Promise<number> {
    if (signal.aborted) return Promise.reject(new OperationCancelled());
    const slot = this.free.shift();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      const waiter = {
        rank,
        give: (given: number) => {
          signal.removeEventListener('abort', leave);
          resolve(given);
        },
      };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(new OperationCancelled());
      };
      this.waiting.push(waiter);
      this.waiting.sort((a, b) => a.rank - b.rank);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  release(slot: number): void {
    const next = this.waiting.shift();
    if (next) next.give(slot);
    else this.free.push(slot);
  }
}
