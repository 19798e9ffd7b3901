import type { QuestionOn } from './answer.js';
import type { InferenceErrorCode } from './inference-error.js';

/** What the pool asks of a worker; every request is answered by one reply with its id. */
export type WorkerRequest =
  | { id: number; type: 'load'; dir: string }
  | { id: number; type: 'unload'; modelHash: string }
  | { id: number; type: 'interpret'; modelHash: string; texts: string[]; embedding: boolean }
  | { id: number; type: 'embed'; modelHash: string; texts: string[] }
  | { id: number; type: 'answer'; modelHash: string; pairs: QuestionOn[] };

export interface WorkerReply {
  id: number;
  value?: unknown;
  error?: { code: InferenceErrorCode; message: string; details: Record<string, unknown> };
}
