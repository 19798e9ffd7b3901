import { parentPort, workerData } from 'node:worker_threads';
import { trainHead } from './train-head.js';
import type { TrainedHead, TrainHeadOptions, TrainingProgress } from './train-head.js';
import type { TrainingInput } from './training-input.js';
import { TrainingProblem } from './training-problem.js';
import type { TrainingProblemCode } from './training-problem.js';

/** What a job's thread is started with. */
export interface HeadJobData { input: TrainingInput; outDir: string; options: Pick<TrainHeadOptions, 'seed' | 'hyper' | 'encoder' | 'cacheDir'>; /** Shared; not 0 once the job is cancelled. */ stop: Int32Array }

export type HeadJobMessage =
  | { type: 'progress'; progress: TrainingProgress }
  | { type: 'done'; trained: TrainedHead }
  | { type: 'failed'; code: TrainingProblemCode; message: string; details: Record<string, unknown> };

const send = (message: HeadJobMessage): void => parentPort!.postMessage(message);
const { input, outDir, options, stop } = workerData as HeadJobData;
const signal = {
  get aborted() {
    return Atomics.load(stop, 0) !== 0;
  },
};

try {
  const trained = await trainHead(input, outDir, { ...options, signal, onProgress: (progress) => send({ type: 'progress', progress }) });
  send({ type: 'done', trained });
} catch (error) {
  if (error instanceof TrainingProblem) send({ type: 'failed', code: error.code, message: error.message, details: error.details });
  else send({ type: 'failed', code: 'worker-failed', message: (error as Error).message, details: {} });
}
