import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestHash, parseConfig, readManifest, verifyArtifact } from '@banshi/artifact';
import type { ArtifactConfig, Manifest } from '@banshi/artifact';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import { InferenceError } from './inference-error.js';
import type { Interpretation, InterpretOptions, RawOutputs } from './interpretation.js';
import { lengthBatches } from './length-batches.js';
import { readOutputs } from './read-outputs.js';
import { alignTokens } from './token-alignment.js';

type Ort = typeof import('onnxruntime-node');
interface Encoded { characters: string[]; ids: number[]; tokens: string[]; truncated: boolean }

export interface SessionOptions {
  /** Threads inside one operator; 1 when several workers share the processor. */
  intraOpNumThreads?: number;
}

/**
 * One loaded model in this thread. `run` blocks the thread while it computes, so a server uses `InferencePool`; the
 * trainer and tests use this.
 */
export class ModelSession {
  private constructor(
    /** The manifest's hash; empty while unsealed. */
    readonly modelHash: string,
    readonly config: ArtifactConfig,
    private readonly tokenizer: Tokenizer,
    private readonly session: InferenceSession,
    private readonly ort: Ort,
  ) {}

  /** Verifies and loads an artifact folder. Throws `artifact-invalid` with every problem when it fails its manifest. */
  static async open(dir: string, options: SessionOptions = {}): Promise<ModelSession> {
    const { ok, problems } = await verifyArtifact(dir);
    if (!ok) throw new InferenceError('artifact-invalid', `the model fails its manifest: ${problems.join('; ')}`, { problems });
    return ModelSession.load(dir, await readManifest(dir), options);
  }

  /** Loads a folder that has no manifest yet: for a trainer that measures what it is about to seal, and for nobody else. */
  static async openUnsealed(dir: string, options: SessionOptions = {}): Promise<ModelSession> {
    return ModelSession.load(dir, null, options);
  }

  private static async load(dir: string, manifest: Manifest | null, options: SessionOptions): Promise<ModelSession> {
    const config = parseConfig(await readFile(join(dir, 'config.json'), 'utf8'));
    const tokenizer = new Tokenizer(JSON.parse(await readFile(join(dir, 'tokenizer.json'), 'utf8')) as object, {});
    const ort = await import('onnxruntime-node');
    const session = await ort.InferenceSession.create(join(dir, 'model.onnx'), {
      intraOpNumThreads: options.intraOpNumThreads ?? 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new ModelSession(manifest ? manifestHash(manifest) : '', config, tokenizer, session, ort);
  }

  async close(): Promise<void> {
    await this.session.release();
  }

  /** Interprets texts in batches of similar length; answers come in the order of the texts. */
  async interpret(texts: readonly string[], options: InterpretOptions = {}): Promise<Interpretation[]> {
    const encoded = texts.map((text) => this.encode(text));
    const outputs = await this.runAll(encoded);
    return outputs.map((raw, i) => {
      const { characters, tokens, truncated } = encoded[i]!;
      const offsets = alignTokens(characters, tokens, this.config.tokenizer.unit);
      const read = readOutputs(this.config, characters, offsets, raw);
      return { ...read, truncated, ...(options.embedding ? { embedding: raw.embedding } : {}) };
    });
  }

  /** The graph's outputs as they are, for evaluation and parity checks. */
  async raw(texts: readonly string[]): Promise<RawOutputs[]> {
    return this.runAll(texts.map((text) => this.encode(text)));
  }

  private encode(text: string): Encoded {
    const all = Array.from(text);
    const room = this.config.maxLength - 2;
    const characters = all.length > room ? all.slice(0, room) : all;
    const { ids, tokens } = this.tokenizer.encode(all.length > room ? characters.join('') : text);
    const isCut = ids.length > this.config.maxLength;
    return {
      characters,
      ids: isCut ? [...ids.slice(0, this.config.maxLength - 1), ids[ids.length - 1]!] : ids,
      tokens: isCut ? [...tokens.slice(0, this.config.maxLength - 1), tokens[tokens.length - 1]!] : tokens,
      truncated: isCut || all.length > room,
    };
  }

  private async runAll(encoded: readonly Encoded[]): Promise<RawOutputs[]> {
    const outputs = new Array<RawOutputs>(encoded.length);
    for (const batch of lengthBatches(encoded.map(({ ids }) => ids.length))) {
      const results = await this.runBatch(batch.map((i) => encoded[i]!.ids));
      batch.forEach((i, row) => (outputs[i] = results[row]!));
    }
    return outputs;
  }

  private async runBatch(rows: readonly number[][]): Promise<RawOutputs[]> {
    const width = Math.max(...rows.map((row) => row.length));
    const ids = new BigInt64Array(rows.length * width).fill(BigInt(this.config.tokenizer.padId));
    const mask = new BigInt64Array(rows.length * width);
    rows.forEach((row, r) => {
      row.forEach((id, t) => (ids[r * width + t] = BigInt(id)));
      mask.fill(1n, r * width, r * width + row.length);
    });
    const tensor = (data: BigInt64Array): InstanceType<Ort['Tensor']> => new this.ort.Tensor('int64', data, [rows.length, width]);
    const result = await this.session.run({ input_ids: tensor(ids), attention_mask: tensor(mask) });
    const part = (name: string): Float32Array => result[name]!.data as Float32Array;
    const [intents, slots, embedding] = [part('intent_logits'), part('slot_logits'), part('embedding')];
    const [classes, labels, size] = [this.config.intents.length, this.config.slotLabels.length, this.config.embeddingSize];
    return rows.map((row, r) => ({
      intentLogits: intents.slice(r * classes, (r + 1) * classes),
      slotLogits: slots.slice(r * width * labels, (r * width + row.length) * labels),
      embedding: embedding.slice(r * size, (r + 1) * size),
    }));
  }
}
