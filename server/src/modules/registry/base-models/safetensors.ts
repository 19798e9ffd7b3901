import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';

/** Bytes of one number. */
const widths: Record<string, number> = { F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4, I16: 2, I8: 1, U8: 1, BOOL: 1 };
/** The format's own limit. */
const maxHeaderBytes = 100_000_000;

const tensor = z.object({
  dtype: z.string(),
  shape: z.array(z.number().int().min(0)).max(8),
  data_offsets: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
});
const header = z.record(z.string(), z.unknown());

/** Shapes of the tensors by name. */
export type TensorShapes = Map<string, number[]>;

/**
 * Reads the header of a `.safetensors` file and checks it against the file: tensors that follow one another without a
 * gap, each as long as its shape says, up to the very end. Throws an Error that says what is wrong.
 * Source: the description of the format at github.com/huggingface/safetensors.
 */
export async function readSafetensors(path: string): Promise<TensorShapes> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Number((await readExactly(file, 0, 8)).readBigUInt64LE());
    if (length > maxHeaderBytes || 8 + length > size) throw new Error('the header is longer than the file');
    const parsed = header.parse(JSON.parse((await readExactly(file, 8, length)).toString('utf8')));
    const tensors = Object.entries(parsed).flatMap(([name, value]) => (name === '__metadata__' ? [] : [{ name, ...tensor.parse(value) }]));
    tensors.sort((a, b) => a.data_offsets[0] - b.data_offsets[0]);
    let end = 0;
    for (const { name, dtype, shape, data_offsets } of tensors) {
      const width = widths[dtype];
      if (width === undefined) throw new Error(`${name} has the unknown type ${dtype}`);
      const bytes = shape.reduce((product, extent) => product * extent, width);
      if (data_offsets[0] !== end || data_offsets[1] - data_offsets[0] !== bytes) throw new Error(`${name} does not lie where it should`);
      end = data_offsets[1];
    }
    if (8 + length + end !== size) throw new Error('the file is longer or shorter than its tensors');
    return new Map(tensors.map(({ name, shape }) => [name, shape]));
  } finally {
    await file.close();
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the file is cut off');
  return buffer;
}
