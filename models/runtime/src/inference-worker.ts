import { parentPort, workerData } from 'node:worker_threads';
import { InferenceError } from './inference-error.js';
import { ModelSession } from './model-session.js';
import type { WorkerReply, WorkerRequest } from './worker-protocol.js';

const { intraOpNumThreads } = workerData as { intraOpNumThreads: number };
const sessions = new Map<string, ModelSession>();

/** Texts of the lengths that people type; the first runs of a session allocate and are slow. */
const WARM_UP = ['办', '我想申请失业保险金', '身份证号是110101199001010000，手机号13800000000，请问还需要什么材料？'];

async function load(dir: string): Promise<unknown> {
  const session = await ModelSession.open(dir, { intraOpNumThreads });
  if (sessions.has(session.modelHash)) await session.close();
  else {
    await session.interpret(WARM_UP);
    sessions.set(session.modelHash, session);
  }
  const { modelHash, config } = sessions.get(session.modelHash)!;
  return { modelHash, config };
}

async function handle(request: WorkerRequest): Promise<unknown> {
  if (request.type === 'load') return load(request.dir);
  const session = sessions.get(request.modelHash);
  if (request.type === 'unload') {
    sessions.delete(request.modelHash);
    return session?.close();
  }
  if (!session) throw new InferenceError('model-not-loaded', `the model ${request.modelHash} is not loaded`);
  return session.interpret(request.texts, { embedding: request.embedding });
}

parentPort!.on('message', (request: WorkerRequest) => {
  void handle(request).then(
    (value) => parentPort!.postMessage({ id: request.id, value } satisfies WorkerReply),
    (error: unknown) => {
      const known = error instanceof InferenceError ? error : new InferenceError('artifact-invalid', (error as Error).message);
      parentPort!.postMessage({ id: request.id, error: { code: known.code, message: known.message, details: known.details } } satisfies WorkerReply);
    },
  );
});
