import { taskOf } from '@banshi/artifact';
import type { AnyArtifactConfig, ArtifactTask } from '@banshi/artifact';
import type { Answer, QuestionOn } from './answer.js';
import { InferenceError } from './inference-error.js';
import type { Interpretation, InterpretOptions } from './interpretation.js';
import { PoolWorker } from './pool-worker.js';
import type { RequestBody } from './pool-worker.js';

export interface PoolOptions {
  /** Threads that compute; 1 by default. */
  workers?: number;
  /** Threads inside one operator; 1 by default, since the workers share the processor. */
  intraOpNumThreads?: number;
  /** Longest text in code points. */
  maxTextLength?: number;
  /** Longest text in which an answer is looked for, in code points. */
  maxContextLength?: number;
  /** Most texts in one call. */
  maxTexts?: number;
  /** Most texts waiting in all; beyond it calls are refused with `overloaded` instead of filling the memory. */
  maxQueuedTexts?: number;
  /** Most models loaded at once. */
  maxModels?: number;
}

export interface LoadedModel { modelHash: string; config: AnyArtifactConfig }

/** Texts of one kind of question that wait for a worker; `items` are answered one by one. */
interface Call {
  modelHash: string;
  type: 'interpret' | 'embed' | 'answer';
  items: readonly (string | QuestionOn)[];
  embedding: boolean;
  resolve: (answers: never[]) => void;
  reject: (error: unknown) => void;
}

/** What each kind of request needs the model to be made for. */
const TASKS: Record<Call['type'], ArtifactTask> = { interpret: 'understanding', embed: 'retrieval', answer: 'extractive' };
const DEFAULTS: Required<PoolOptions> = { workers: 1, intraOpNumThreads: 1, maxTextLength: 2000, maxContextLength: 20_000, maxTexts: 256, maxQueuedTexts: 4096, maxModels: 8 };
/** Calls that wait while a worker computes are sent together up to this many texts. */
const MAX_JOINT_TEXTS = 64;
/** Deaths in a row without an answer in between, after which waiting calls are refused. */
const MAX_DEATHS = 3;

/**
 * Interprets texts in worker threads, off the event loop. Every worker holds every loaded model; calls that come while all
 * are busy wait in one queue and are answered in batches. A worker that dies fails its own calls only and is replaced.
 */
export class InferencePool {
  private readonly options: Required<PoolOptions>;
  private readonly models = new Map<string, LoadedModel & { dir: string }>();
  private readonly ready = new Set<PoolWorker>();
  private readonly workers = new Set<PoolWorker>();
  private readonly queue: Call[] = [];
  private queuedTexts = 0;
  private deaths = 0;
  private isClosed = false;

  constructor(options: PoolOptions = {}) {
    this.options = { ...DEFAULTS, ...options };
    for (let i = 0; i < this.options.workers; i++) this.addWorker();
  }

  /** Verifies an artifact folder and warms it up in every worker. The folder must stay: a replaced worker reads it again. */
  async load(dir: string): Promise<LoadedModel> {
    this.checkOpen();
    let loaded: LoadedModel | undefined;
    // One after the other, so that the other workers go on answering meanwhile.
    for (const worker of [...this.workers]) {
      loaded = (await worker.request({ type: 'load', dir }).finally(() => this.pump())) as LoadedModel;
    }
    if (!loaded) throw new InferenceError('worker-crashed', 'no inference worker is running');
    if (!this.models.has(loaded.modelHash) && this.models.size >= this.options.maxModels) {
      await this.broadcastUnload(loaded.modelHash);
      throw new InferenceError('too-many-models', `${this.models.size} models are loaded already`, { limit: this.options.maxModels });
    }
    this.models.set(loaded.modelHash, { ...loaded, dir });
    return loaded;
  }

  /** Calls that already wait for the model are answered first. */
  async unload(modelHash: string): Promise<void> {
    if (!this.models.delete(modelHash)) return;
    while (this.queue.some((call) => call.modelHash === modelHash)) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.broadcastUnload(modelHash);
    this.pump();
  }

  /** The models that can be asked. */
  loaded(): LoadedModel[] {
    return [...this.models.values()].map(({ modelHash, config }) => ({ modelHash, config }));
  }

  /** Answers in the order of the texts. Throws an {@link InferenceError} whose code says why not. */
  interpret(modelHash: string, texts: readonly string[], options: InterpretOptions = {}): Promise<Interpretation[]> {
    return this.ask('interpret', modelHash, texts, options.embedding);
  }

  /** Vectors of length 1 by a model of the task `retrieval`, in the order of the texts. */
  embed(modelHash: string, texts: readonly string[]): Promise<Float32Array[]> {
    return this.ask('embed', modelHash, texts);
  }

  /** The best span of each text by a model of the task `extractive`; see `Answer`. */
  answer(modelHash: string, pairs: readonly QuestionOn[]): Promise<(Answer | null)[]> {
    return this.ask('answer', modelHash, pairs);
  }

  private ask<T>(type: Call['type'], modelHash: string, items: readonly (string | QuestionOn)[], embedding = false): Promise<T[]> {
    return new Promise((resolve, reject) => {
      this.checkOpen();
      this.checkItems(type, modelHash, items);
      if (items.length === 0) return resolve([]);
      this.queue.push({ modelHash, type, items: [...items], embedding, resolve, reject });
      this.queuedTexts += items.length;
      this.pump();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.refuseQueue(new InferenceError('closed', 'the inference pool is closed'));
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private checkOpen(): void {
    if (this.isClosed) throw new InferenceError('closed', 'the inference pool is closed');
  }

  private checkItems(type: Call['type'], modelHash: string, items: readonly (string | QuestionOn)[]): void {
    const { maxTexts, maxTextLength, maxContextLength, maxQueuedTexts } = this.options;
    const model = this.models.get(modelHash);
    if (!model) throw new InferenceError('model-not-loaded', `the model ${modelHash} is not loaded`);
    if (taskOf(model.config) !== TASKS[type]) throw new InferenceError('wrong-task', `the model ${modelHash} is made for ${taskOf(model.config)}, not for ${TASKS[type]}`, { task: taskOf(model.config) });
    if (items.length > maxTexts) throw new InferenceError('too-many-texts', `${items.length} texts in one call; at most ${maxTexts} are allowed`, { limit: maxTexts });
    items.forEach((item, index) => {
      checkText(typeof item === 'string' ? item : item.question, index, maxTextLength);
      if (typeof item !== 'string') checkText(item.context, index, maxContextLength);
    });
    if (this.queuedTexts + items.length > maxQueuedTexts) throw new InferenceError('overloaded', 'too many texts are waiting', { limit: maxQueuedTexts });
  }

  private addWorker(): void {
    const worker = new PoolWorker(this.options.intraOpNumThreads, (dead) => this.replace(dead));
    this.workers.add(worker);
    const reloads = [...this.models.values()].map(({ dir }) => worker.request({ type: 'load', dir }));
    void Promise.all(reloads).then(
      () => {
        this.ready.add(worker);
        this.pump();
      },
      (error: unknown) => {
        // A model that loaded before and does not any more: its folder is gone or changed. Calls for it must not wait for ever.
        this.refuseQueue(error as InferenceError);
        if (this.workers.has(worker)) this.ready.add(worker);
      },
    );
  }

  private replace(dead: PoolWorker): void {
    this.workers.delete(dead);
    this.ready.delete(dead);
    if (this.isClosed) return;
    this.deaths++;
    if (this.deaths >= MAX_DEATHS) this.refuseQueue(new InferenceError('worker-crashed', 'the inference workers crash again and again'));
    setTimeout(() => this.isClosed || this.addWorker(), this.deaths >= MAX_DEATHS ? 1000 : 0);
  }

  private refuseQueue(error: InferenceError): void {
    for (const call of this.queue.splice(0)) call.reject(error);
    this.queuedTexts = 0;
  }

  /** Gives waiting calls to idle workers; calls for one model travel together. */
  private pump(): void {
    for (const worker of this.ready) {
      if (worker.isBusy) continue;
      const first = this.queue.shift();
      if (!first) return;
      const joint = [first];
      let texts = first.items.length;
      for (let i = 0; i < this.queue.length && texts < MAX_JOINT_TEXTS; ) {
        const call = this.queue[i]!;
        if (call.modelHash === first.modelHash && call.type === first.type && texts + call.items.length <= MAX_JOINT_TEXTS) {
          joint.push(...this.queue.splice(i, 1));
          texts += call.items.length;
        } else i++;
      }
      this.queuedTexts -= texts;
      void this.answerAll(worker, joint);
    }
  }

  private async answerAll(worker: PoolWorker, calls: readonly Call[]): Promise<void> {
    try {
      const answers = (await worker.request(toRequest(calls))) as never[];
      this.deaths = 0;
      let at = 0;
      for (const call of calls) {
        const own = answers.slice(at, (at += call.items.length));
        call.resolve(call.type !== 'interpret' || call.embedding ? own : (own.map(({ embedding: _, ...answer }: Interpretation) => answer) as never[]));
      }
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
    this.pump();
  }

  private async broadcastUnload(modelHash: string): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.request({ type: 'unload', modelHash }).catch(() => undefined)));
  }
}

/** One request for calls of one model and one kind. */
function toRequest(calls: readonly Call[]): RequestBody {
  const [{ modelHash, type }] = calls as [Call];
  const items = calls.flatMap((call) => call.items);
  if (type === 'answer') return { type, modelHash, pairs: items as QuestionOn[] };
  const texts = items as string[];
  return type === 'embed' ? { type, modelHash, texts } : { type, modelHash, texts, embedding: calls.some(({ embedding }) => embedding) };
}

function checkText(text: string, index: number, limit: number): void {
  if (text.trim() === '') throw new InferenceError('empty-text', `text ${index} is empty`, { index });
  // UTF-16 units bound code points from above and below, so only the doubtful ones are counted.
  const length = text.length > limit ? codePoints(text, limit) : text.length;
  if (length > limit) throw new InferenceError('text-too-long', `text ${index} is longer than ${limit} characters`, { index, limit });
}

/** Counts code points, but no further than just beyond `limit`. */
function codePoints(text: string, limit: number): number {
  let count = 0;
  for (const _ of text) if (++count > limit) break;
  return count;
}
