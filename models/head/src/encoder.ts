import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel, encodeModel, quantisePerToken, splitWeights } from '@banshi/artifact';
import type { OnnxModel } from '@banshi/artifact';
import { EncoderError, readEncoder } from '@banshi/encoder';
import type { EncoderInfo } from '@banshi/encoder';
import { lengthBatches } from '@banshi/runtime';
import type { InferenceSession } from 'onnxruntime-node';
import { encoderCodec } from './encoder-codec.js';
import type { TextCodec } from './text-codec.js';
import { TrainingProblem } from './training-problem.js';

/** The file beside `model.onnx` that holds the encoder's weights. */
export const ENCODER_WEIGHTS = 'encoder.bin';

/** An encoder as a part of a model's graph: its large weights lie in {@link ENCODER_WEIGHTS}. */
export interface EncoderPart { model: OnnxModel; weights: Uint8Array; maxLength: number; size: number }

/** A frozen sentence encoder: the same graph gives the vectors that a head is fitted on and stands in the served model. */
export class Encoder {
  private session: InferenceSession | undefined;

  private constructor(
    readonly info: EncoderInfo,
    readonly codec: TextCodec,
    private readonly model: OnnxModel,
    private readonly threads: number,
  ) {}

  /** Reads and checks an encoder folder; `threads` compute inside one operator. Throws `encoder-unsuitable` for one that cannot be used here. */
  static async open(dir: string, { threads = 1 }: { threads?: number } = {}): Promise<Encoder> {
    try {
      const info = await readEncoder(dir);
      const [model, tokenizer] = [await readFile(join(dir, 'encoder.onnx')), await readFile(join(dir, 'tokenizer.json'), 'utf8')];
      return new Encoder(info, encoderCodec(tokenizer, info), quantisePerToken(decodeModel(model)), threads);
    } catch (error) {
      if (error instanceof EncoderError || error instanceof RangeError) throw new TrainingProblem('encoder-unsuitable', `the encoder cannot be used: ${error.message}`);
      throw error;
    }
  }

  part(): EncoderPart {
    return { ...splitWeights(this.model, ENCODER_WEIGHTS), maxLength: this.info.maxLength, size: this.info.hiddenSize };
  }

  /** Unit vectors of texts given as token ids, a batch of similar lengths at a time; indices say which texts they are. */
  async *encode(texts: readonly (readonly number[])[]): AsyncGenerator<{ index: number; vector: Float32Array }[]> {
    const { Tensor } = await import('onnxruntime-node');
    this.session ??= await openSession(this.model, this.threads);
    for (const batch of lengthBatches(texts.map((ids) => Math.min(ids.length, this.info.maxLength)))) {
      const width = Math.min(this.info.maxLength, Math.max(...batch.map((i) => texts[i]!.length)));
      const ids = new BigInt64Array(batch.length * width).fill(BigInt(this.info.padId));
      const mask = new BigInt64Array(batch.length * width);
      batch.forEach((i, row) => {
        const text = texts[i]!.slice(0, width);
        text.forEach((id, t) => (ids[row * width + t] = BigInt(id)));
        mask.fill(1n, row * width, row * width + text.length);
      });
      const tensor = (data: BigInt64Array): InstanceType<typeof Tensor> => new Tensor('int64', data, [batch.length, width]);
      const { embedding } = await this.session.run({ input_ids: tensor(ids), attention_mask: tensor(mask) }, ['embedding']);
      const vectors = embedding!.data as Float32Array;
      const size = this.info.hiddenSize;
      yield batch.map((index, row) => ({ index, vector: vectors.slice(row * size, (row + 1) * size) }));
    }
  }

  async close(): Promise<void> {
    await this.session?.release();
    this.session = undefined;
  }
}

async function openSession(model: OnnxModel, threads: number): Promise<InferenceSession> {
  const ort = await import('onnxruntime-node');
  return ort.InferenceSession.create(encodeModel(model), { intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: 'sequential' });
}
