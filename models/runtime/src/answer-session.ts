import type { ExtractiveConfig } from '@banshi/artifact';
import { answerWindows } from './answer-windows.js';
import type { AnswerWindow } from './answer-windows.js';
import type { Answer, QuestionOn } from './answer.js';
import { bestSpan } from './best-span.js';
import { lengthBatches } from './length-batches.js';
import { openArtifact, openUnsealedArtifact } from './open-artifact.js';
import type { OpenArtifact, SessionOptions } from './open-artifact.js';

interface Found { start: number; end: number; score: number }

/** One loaded model of the task `extractive` in this thread: questions and texts to the words that answer. */
export class AnswerSession {
  readonly config: ExtractiveConfig;
  readonly modelHash: string;

  private constructor(private readonly artifact: OpenArtifact<'extractive'>) {
    this.config = artifact.config;
    this.modelHash = artifact.modelHash;
  }

  static async open(dir: string, options: SessionOptions = {}): Promise<AnswerSession> {
    return new AnswerSession(await openArtifact(dir, 'extractive', options));
  }

  /** A folder without a manifest; see `ModelSession.openUnsealed`. */
  static async openUnsealed(dir: string, options: SessionOptions = {}): Promise<AnswerSession> {
    return new AnswerSession(await openUnsealedArtifact(dir, 'extractive', options));
  }

  async close(): Promise<void> {
    await this.artifact.graph.release();
  }

  /** The best span of each text for its question, over all windows of the text; null for a text without a single token. */
  async answer(pairs: readonly QuestionOn[]): Promise<(Answer | null)[]> {
    const windows = pairs.flatMap((pair, at) => answerWindows(this.artifact.tokenizer, this.config, pair).map((window) => ({ at, window })));
    const best = pairs.map((): Found | null => null);
    for (const batch of lengthBatches(windows.map(({ window }) => window.ids.length))) {
      const part = batch.map((i) => windows[i]!);
      const { width, outputs } = await this.artifact.graph.run(part.map(({ window }) => window.ids), part.map(({ window }) => window.types));
      part.forEach(({ at, window }, row) => {
        const logits = (name: string): Float32Array => outputs[name]!.subarray(row * width, (row + 1) * width);
        const found = this.read(window, logits('start_logits'), logits('end_logits'));
        if (found !== null && found.score > (best[at]?.score ?? -Infinity)) best[at] = found;
      });
    }
    return best.map((found, at) => (found === null ? null : this.toAnswer(found, pairs[at]!.context)));
  }

  private read({ first, places }: AnswerWindow, begins: Float32Array, ends: Float32Array): Found | null {
    const span = bestSpan(begins, ends, first, first + places.length, this.config.answerTokens);
    return span && { start: places[span.first - first]!.start, end: places[span.last - first]!.end, score: span.sum - begins[0]! - ends[0]! };
  }

  private toAnswer({ start, end, score }: Found, context: string): Answer {
    const { threshold, temperature } = this.config.answer;
    const text = Array.from(context).slice(start, end).join('');
    return { start, end, text, score, confidence: 1 / (1 + Math.exp((threshold - score) / temperature)), isAnswered: score >= threshold };
  }
}
