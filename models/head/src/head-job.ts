import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '@banshi/runtime';
import type { HeadJobData, HeadJobMessage } from './head-worker.js';
import { partialDir } from './train-head.js';
import type { TrainedHead, TrainHeadOptions, TrainingProgress } from './train-head.js';
import type { TrainingInput } from './training-input.js';
import { TrainingProblem } from './training-problem.js';

export interface HeadJobOptions extends Pick<TrainHeadOptions, 'seed' | 'hyper' | 'encoder' | 'cacheDir'> {
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}

export interface HeadJob {
  /** Rejects with a {@link TrainingProblem}: the input's, `cancelled`, or `worker-failed` (out of memory, a crash). */
  promise: Promise<TrainedHead>;
  /** Ends the worker within seconds, whatever it is computing; resolves when its half-written folder is gone. */
  cancel: () => Promise<void>;
}

/** Most memory of the worker's JavaScript heap; weight tables lie outside it. */
const MAX_HEAP_MB = 2048;

/**
 * A cancelled thread has this long to end of its own accord, which it does between epochs and between batches. Ended by force
 * while onnxruntime hands over results, it would take the whole process with it.
 */
const GRACE_MS = 3_000;

/** Runs `trainHead` in a worker thread, so that the caller's event loop stays free and the work can be stopped at any moment. */
export function startHeadJob(input: TrainingInput, outDir: string, options: HeadJobOptions = {}): HeadJob {
  const { onProgress, signal, ...given } = options;
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: HeadJobData = { input, outDir, options: given, stop };
  const worker = startWorker('./head-worker', import.meta.url, { workerData, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  let isCancelled = false;
  let outcome: TrainedHead | TrainingProblem | undefined;

  const promise = new Promise<TrainedHead>((resolve, reject) => {
    worker.on('message', (message: HeadJobMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else outcome = message.type === 'done' ? message.trained : new TrainingProblem(message.code, message.message, message.details);
    });
    worker.on('error', (error) => (outcome ??= new TrainingProblem('worker-failed', `the training thread failed: ${error.message}`)));
    worker.on('exit', () => {
      if (outcome && !(outcome instanceof TrainingProblem)) return resolve(outcome);
      const problem = isCancelled ? new TrainingProblem('cancelled', 'the training was cancelled') : (outcome ?? new TrainingProblem('worker-failed', 'the training thread ended without a result'));
      void rm(partialDir(outDir), { recursive: true, force: true }).finally(() => reject(problem));
    });
  });

  const cancel = async (): Promise<void> => {
    isCancelled = true;
    Atomics.store(stop, 0, 1);
    await Promise.race([promise.catch(() => undefined), sleep(GRACE_MS, undefined, { ref: false })]);
    await worker.terminate();
    await promise.catch(() => undefined);
  };
  // Whoever cancels may not be the one who awaits; an unhandled rejection would end the process.
  promise.catch(() => undefined);
  if (signal?.aborted) void cancel();
  signal?.addEventListener('abort', () => void cancel(), { once: true });
  return { promise, cancel };
}
