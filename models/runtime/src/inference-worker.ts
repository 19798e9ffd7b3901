import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { taskOf } from '@banshi/artifact';
import { AnswerSession } from './answer-session.js';
import { InferenceError } from './inference-error.js';
import { ModelSession } from './model-session.js';
import { RetrievalSession } from './retrieval-session.js';
import type { WorkerReply, WorkerRequest } from './worker-protocol.js';

const { intraOpNumThreads } = workerData as { intraOpNumThreads: number };
type Session = ModelSession | RetrievalSession | AnswerSession;
const sessions = new Map<string, Session>();

/** Texts of the lengths that people type; the first runs of a session allocate and are slow. */
const WARM_UP = ['办', '我想申请失业保险金', '身份证号是110101199001010000，手机号13800000000，请问还需要什么材料？'];

async function load(dir: string): Promise<unknown> {
  const session = await open(dir);
  if (sessions.has(session.modelHash)) await session.close();
  else {
    if (session instanceof ModelSession) await session.interpret(WARM_UP);
    else if (session instanceof RetrievalSession) await session.embed(WARM_UP);
    else await session.answer(WARM_UP.map((context) => ({ question: '要什么材料', context })));
    sessions.set(session.modelHash, session);
  }
  const { modelHash, config } = sessions.get(session.modelHash)!;
  return { modelHash, config };
}

async function open(dir: string): Promise<Session> {
  const options = { intraOpNumThreads };
  // Only a hint; what is opened then is verified and its task with it.
  const task = await readFile(join(dir, 'config.json'), 'utf8').then((text) => taskOf(JSON.parse(text) as object), () => 'understanding');
  if (task === 'retrieval') return RetrievalSession.open(dir, options);
  return task === 'extractive' ? AnswerSession.open(dir, options) : ModelSession.open(dir, options);
}

async function handle(request: WorkerRequest): Promise<unknown> {
  if (request.type === 'load') return load(request.dir);
  const session = sessions.get(request.modelHash);
  if (request.type === 'unload') {
    sessions.delete(request.modelHash);
    return session?.close();
  }
  if (!session) throw new InferenceError('model-not-loaded', `the model ${request.modelHash} is not loaded`);
  if (request.type === 'interpret' && session instanceof ModelSession) return session.interpret(request.texts, { embedding: request.embedding });
  if (request.type === 'embed' && session instanceof RetrievalSession) return session.embed(request.texts);
  if (request.type === 'answer' && session instanceof AnswerSession) return session.answer(request.pairs);
  throw new InferenceError('wrong-task', `the model ${request.modelHash} cannot ${request.type}`);
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
