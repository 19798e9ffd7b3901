import type { InferenceSession } from 'onnxruntime-node';

type Ort = typeof import('onnxruntime-node');

/** Outputs of one batch as they are, and to how many tokens its rows were padded. */
export interface BatchOutputs { width: number; outputs: Record<string, Float32Array> }

/** A graph over token ids: pads a batch, runs it, gives its float outputs by name. */
export class GraphSession {
  private constructor(
    private readonly session: InferenceSession,
    private readonly ort: Ort,
    private readonly padId: number,
  ) {}

  static async create(path: string, padId: number, intraOpNumThreads: number): Promise<GraphSession> {
    const ort = await import('onnxruntime-node');
    const session = await ort.InferenceSession.create(path, {
      intraOpNumThreads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new GraphSession(session, ort, padId);
  }

  /** `types` are the token types of the same rows, for graphs that take them. */
  async run(rows: readonly (readonly number[])[], types?: readonly (readonly number[])[]): Promise<BatchOutputs> {
    const width = Math.max(...rows.map((row) => row.length));
    const tensor = (fill: number, values: readonly (readonly number[])[]): InstanceType<Ort['Tensor']> => {
      const data = new BigInt64Array(rows.length * width).fill(BigInt(fill));
      values.forEach((row, r) => row.forEach((value, t) => (data[r * width + t] = BigInt(value))));
      return new this.ort.Tensor('int64', data, [rows.length, width]);
    };
    const feeds = { input_ids: tensor(this.padId, rows), attention_mask: tensor(0, rows.map((row) => row.map(() => 1))), ...(types ? { token_type_ids: tensor(0, types) } : {}) };
    const result = await this.session.run(feeds);
    return { width, outputs: Object.fromEntries(Object.entries(result).map(([name, value]) => [name, value.data as Float32Array])) };
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}
