import type { OnnxModel, TensorProto } from './onnx-schema.js';

/** Tensors from this size on lie outside; the runtime reads smaller ones while it infers shapes, so they stay. */
const MIN_BYTES = 1024;
/** Page size: at such offsets a runtime can map the file instead of reading it. */
const ALIGNMENT = 4096;

/** Moves the large tensors of a model into one block of bytes, to be stored beside it as the file `location`. */
export function splitWeights(model: OnnxModel, location: string): { model: OnnxModel; weights: Uint8Array } {
  let size = 0;
  const moved: { at: number; bytes: Uint8Array }[] = [];
  const initializer = model.graph.initializer.map((tensor): TensorProto => {
    if (tensor.dataLocation === EXTERNAL) throw new RangeError(`the weights of ${tensor.name} lie outside the model already`);
    const bytes = tensor.rawData;
    if (!bytes || bytes.length < MIN_BYTES) return tensor;
    const at = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    size = at + bytes.length;
    moved.push({ at, bytes });
    const place = { location, offset: at, length: bytes.length };
    const { rawData: _, ...rest } = tensor;
    return { ...rest, dataLocation: EXTERNAL, externalData: Object.entries(place).map(([key, value]) => ({ key, value: String(value) })) };
  });
  const weights = new Uint8Array(size);
  for (const { at, bytes } of moved) weights.set(bytes, at);
  return { model: { ...model, graph: { ...model.graph, initializer } }, weights };
}

/** TensorProto.DataLocation. */
const EXTERNAL = 1;
