import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { EncoderInfo } from '@banshi/encoder';
import { lengthBatches, startWorker } from '@banshi/runtime';
import type { SentenceReply, SentenceRequest, SentenceWorkerData } from './sentence-worker.js';
import { TrainingProblem } from './training-problem.js';

/** Turns texts into vectors in a thread of its own. */
export interface SentenceEncoder {
  info: EncoderInfo;
  /**
   * A vector of length 1 for every text, in their order; the same for a text whatever stands beside it. What goes beyond
   * `info.maxLength` characters (less two) is not read. Calls share the thread batch by batch, so that one question does not
   * wait for ten thousand passages. Rejects with a {@link TrainingProblem} `worker-failed` when the thread dies or is closed.
   */
  encode: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Ends the thread; calls that are open are rejected. */
  close: () => Promise<void>;
}

export interface SentenceEncoderOptions {
  /** Threads inside one operator of the network; 1 by default. */
  threads?: number;
}

/** Ended by force while onnxruntime hands over results, a thread would take the whole process with it; a batch on a busy machine takes seconds. */
const GRACE_MS = 20_000;
/** Most memory of the thread's JavaScript heap; the network's weights lie outside it. */
const MAX_HEAP_MB = 512;

interface Pending { resolve: (vectors: Float32Array) => void; reject: (error: TrainingProblem) => void }

/** Opens an encoder folder. Throws a {@link TrainingProblem} `encoder-unsuitable` for one that cannot be used. */
export async function createEncoder(dir: string, { threads = 1 }: SentenceEncoderOptions = {}): Promise<SentenceEncoder> {
  let thread = await SentenceThread.start({ dir, threads });
  let starting: Promise<SentenceThread> | undefined;
  let isClosed = false;
  const { info } = thread;

  /** The thread, or another one where it has died. */
  const running = async (): Promise<SentenceThread> => {
    if (isClosed) throw new TrainingProblem('worker-failed', 'the encoder is closed');
    if (!thread.hasEnded) return thread;
    starting ??= SentenceThread.start({ dir, threads }).finally(() => (starting = undefined));
    thread = await starting;
    if (isClosed) await thread.close();
    return thread;
  };

  return {
    info,
    encode: async (texts) => {
      const vectors = new Array<Float32Array>(texts.length);
      for (const batch of lengthBatches(texts.map((text) => Math.min(text.length + 2, info.maxLength)))) {
        const encoded = await (await running()).encode(batch.map((i) => texts[i]!));
        batch.forEach((i, row) => (vectors[i] = encoded.slice(row * info.hiddenSize, (row + 1) * info.hiddenSize)));
      }
      return vectors;
    },
    close: () => {
      isClosed = true;
      return thread.close();
    },
  };
}

class SentenceThread {
  hasEnded = false;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;

  private constructor(private readonly worker: Worker, readonly info: EncoderInfo) {
    worker.on('message', (reply: SentenceReply) => this.settle(reply));
    worker.on('error', (error) => this.end(error.message));
    worker.on('exit', () => this.end('it ended'));
  }

  static start(workerData: SentenceWorkerData): Promise<SentenceThread> {
    const worker = startWorker('./sentence-worker', import.meta.url, { workerData, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
    return new Promise((resolve, reject) => {
      worker.once('message', (reply: SentenceReply) => {
        if (reply.type === 'ready') return resolve(new SentenceThread(worker, reply.info));
        reject(new TrainingProblem(reply.type === 'failed' ? reply.code : 'worker-failed', reply.type === 'failed' ? reply.message : 'the encoding thread answered before it was asked'));
      });
      worker.once('error', (error) => reject(new TrainingProblem('worker-failed', `the encoding thread failed: ${error.message}`)));
      worker.once('exit', () => reject(new TrainingProblem('worker-failed', 'the encoding thread ended before it was ready')));
    });
  }

  encode(texts: string[]): Promise<Float32Array> {
    if (this.hasEnded) return Promise.reject(new TrainingProblem('worker-failed', 'the encoding thread has ended'));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.worker.postMessage({ id, texts } satisfies SentenceRequest);
    });
  }

  async close(): Promise<void> {
    if (this.hasEnded) return;
    const exited = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    this.end('it was closed');
    this.worker.postMessage({ id: 'close' } satisfies SentenceRequest);
    await Promise.race([exited, sleep(GRACE_MS, undefined, { ref: false })]);
    await this.worker.terminate();
  }

  private settle(reply: SentenceReply): void {
    if (reply.type === 'ready' || reply.id === null) return;
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if (reply.type === 'encoded') pending?.resolve(reply.vectors);
    else pending?.reject(new TrainingProblem(reply.code, reply.message));
  }

  private end(reason: string): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    for (const { reject } of this.pending.values()) reject(new TrainingProblem('worker-failed', `the encoding thread failed: ${reason}`));
    this.pending.clear();
  }
}
