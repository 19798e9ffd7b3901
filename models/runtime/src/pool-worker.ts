import type { Worker } from 'node:worker_threads';
import { InferenceError } from './inference-error.js';
import { startWorker } from './start-worker.js';
import type { WorkerReply, WorkerRequest } from './worker-protocol.js';

export type RequestBody = WorkerRequest extends infer R ? (R extends WorkerRequest ? Omit<R, 'id'> : never) : never;
interface Pending { resolve: (value: unknown) => void; reject: (error: InferenceError) => void }

/** Most memory of a worker's JavaScript heap; model weights lie outside it. */
const MAX_HEAP_MB = 512;

/** One inference thread. When it dies every open request is rejected with `worker-crashed` and `onDeath` is called once. */
export class PoolWorker {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private isEnded = false;

  constructor(intraOpNumThreads: number, private readonly onDeath: (worker: PoolWorker) => void) {
    this.worker = startWorker('./inference-worker', import.meta.url, { workerData: { intraOpNumThreads }, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
    this.worker.on('message', (reply: WorkerReply) => this.settle(reply));
    this.worker.on('error', (error) => this.die(error.message));
    this.worker.on('exit', (code) => this.die(`it exited with code ${code}`));
  }

  /** True while a request is being computed. */
  get isBusy(): boolean {
    return this.pending.size > 0;
  }

  request(body: RequestBody): Promise<unknown> {
    if (this.isEnded) return Promise.reject(new InferenceError('worker-crashed', 'the inference worker has ended'));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.worker.postMessage({ ...body, id });
    });
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private settle({ id, value, error }: WorkerReply): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (error) pending?.reject(new InferenceError(error.code, error.message, error.details));
    else pending?.resolve(value);
  }

  private die(reason: string): void {
    if (this.isEnded) return;
    this.isEnded = true;
    for (const { reject } of this.pending.values()) reject(new InferenceError('worker-crashed', `the inference worker crashed: ${reason}`));
    this.pending.clear();
    this.onDeath(this);
  }
}
