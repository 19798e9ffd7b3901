import type { ArtifactConfig } from '@banshi/artifact';
import { encodeText } from './encode-text.js';
import type { Encoded } from './encode-text.js';
import type { Interpretation, InterpretOptions, RawOutputs } from './interpretation.js';
import { lengthBatches } from './length-batches.js';
import { openArtifact, openUnsealedArtifact } from './open-artifact.js';
import type { OpenArtifact, SessionOptions } from './open-artifact.js';
import { readOutputs } from './read-outputs.js';
import { alignTokens } from './token-alignment.js';

/**
 * One loaded model in this thread. `run` blocks the thread while it computes, so a server uses `InferencePool`; the
 * trainer and tests use this.
 */
export class ModelSession {
  readonly config: ArtifactConfig;
  /** The manifest's hash; empty while unsealed. */
  readonly modelHash: string;

  private constructor(private readonly artifact: OpenArtifact<'understanding'>) {
    this.config = artifact.config;
    this.modelHash = artifact.modelHash;
  }

  /** Verifies and loads an artifact folder. Throws `artifact-invalid` with every problem when it fails its manifest. */
  static async open(dir: string, options: SessionOptions = {}): Promise<ModelSession> {
    return new ModelSession(await openArtifact(dir, 'understanding', options));
  }

  /** Loads a folder that has no manifest yet: for a trainer that measures what it is about to seal, and for nobody else. */
  static async openUnsealed(dir: string, options: SessionOptions = {}): Promise<ModelSession> {
    return new ModelSession(await openUnsealedArtifact(dir, 'understanding', options));
  }

  async close(): Promise<void> {
    await this.artifact.graph.release();
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
    return encodeText(this.artifact.tokenizer, text, this.config.maxLength);
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
    const { width, outputs } = await this.artifact.graph.run(rows);
    const part = (name: string): Float32Array => outputs[name]!;
    const [intents, slots, embedding] = [part('intent_logits'), part('slot_logits'), part('embedding')];
    const [classes, labels, size] = [this.config.intents.length, this.config.slotLabels.length, this.config.embeddingSize];
    return rows.map((row, r) => ({
      intentLogits: intents.slice(r * classes, (r + 1) * classes),
      slotLogits: slots.slice(r * width * labels, (r * width + row.length) * labels),
      embedding: embedding.slice(r * size, (r + 1) * size),
    }));
  }
}
