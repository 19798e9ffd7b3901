import type { RetrievalConfig } from '@banshi/artifact';
import { encodeText } from './encode-text.js';
import { lengthBatches } from './length-batches.js';
import { openArtifact, openUnsealedArtifact } from './open-artifact.js';
import type { OpenArtifact, SessionOptions } from './open-artifact.js';

/** One loaded model of the task `retrieval` in this thread: texts to vectors. */
export class RetrievalSession {
  readonly config: RetrievalConfig;
  readonly modelHash: string;

  private constructor(private readonly artifact: OpenArtifact<'retrieval'>) {
    this.config = artifact.config;
    this.modelHash = artifact.modelHash;
  }

  static async open(dir: string, options: SessionOptions = {}): Promise<RetrievalSession> {
    return new RetrievalSession(await openArtifact(dir, 'retrieval', options));
  }

  /** A folder without a manifest; see `ModelSession.openUnsealed`. */
  static async openUnsealed(dir: string, options: SessionOptions = {}): Promise<RetrievalSession> {
    return new RetrievalSession(await openUnsealedArtifact(dir, 'retrieval', options));
  }

  async close(): Promise<void> {
    await this.artifact.graph.release();
  }

  /** Vectors of length 1, in the order of the texts; the product of two is their cosine. Texts beyond `maxLength` are cut. */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const rows = texts.map((text) => encodeText(this.artifact.tokenizer, text, this.config.maxLength).ids);
    const vectors = new Array<Float32Array>(rows.length);
    const size = this.config.embeddingSize;
    for (const batch of lengthBatches(rows.map((row) => row.length))) {
      const { outputs } = await this.artifact.graph.run(batch.map((i) => rows[i]!));
      batch.forEach((i, row) => (vectors[i] = outputs['embedding']!.slice(row * size, (row + 1) * size)));
    }
    return vectors;
  }
}
