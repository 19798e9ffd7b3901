import { parentPort, workerData } from 'node:worker_threads';
import type { EncoderInfo } from '@banshi/encoder';
import { Encoder } from './encoder.js';
import { sentenceVectors } from './sentence-vectors.js';
import { TrainingProblem } from './training-problem.js';
import type { TrainingProblemCode } from './training-problem.js';

/** What an encoding thread is started with. */
export interface SentenceWorkerData { dir: string; threads: number }
/** Texts to encode, or the wish that the thread ends. */
export type SentenceRequest = { id: number; texts: string[] } | { id: 'close' };
/** `vectors` holds one vector after the other. */
export type SentenceReply =
  | { type: 'ready'; info: EncoderInfo }
  | { type: 'encoded'; id: number; vectors: Float32Array<ArrayBuffer> }
  | { type: 'failed'; id: number | null; code: TrainingProblemCode; message: string };

const port = parentPort!;
const { dir, threads } = workerData as SentenceWorkerData;

function fail(id: number | null, error: unknown): void {
  const code = error instanceof TrainingProblem ? error.code : 'worker-failed';
  port.postMessage({ type: 'failed', id, code, message: (error as Error).message } satisfies SentenceReply);
}

async function encode(encoder: Encoder, texts: readonly string[]): Promise<Float32Array<ArrayBuffer>> {
  const { maxLength, hiddenSize } = encoder.info;
  const found = await sentenceVectors(encoder, texts.map((text) => encoder.codec.encode(text, maxLength)), { onProgress: () => undefined, onWarning: () => undefined });
  const vectors = new Float32Array(texts.length * hiddenSize);
  found.forEach((vector, i) => vectors.set(vector, i * hiddenSize));
  return vectors;
}

async function serve(): Promise<void> {
  const encoder = await Encoder.open(dir, { threads });
  // One after the other: a session computes one batch at a time anyhow.
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: SentenceRequest) => {
    last = last.then(async () => {
      if (request.id === 'close') return encoder.close().then(() => port.close());
      try {
        const vectors = await encode(encoder, request.texts);
        port.postMessage({ type: 'encoded', id: request.id, vectors } satisfies SentenceReply, [vectors.buffer]);
      } catch (error) {
        fail(request.id, error);
      }
    });
  });
  port.postMessage({ type: 'ready', info: encoder.info } satisfies SentenceReply);
}

await serve().catch((error: unknown) => fail(null, error));
