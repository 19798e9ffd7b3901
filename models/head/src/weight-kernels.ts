/**
 * The two inner loops of every linear fit here, as a WebAssembly module with 128-bit vectors: JavaScript engines do not
 * vectorise, and these loops are nine tenths of a training run. The module is assembled below from its instructions; its
 * results are the same on every machine (no relaxed operations).
 */

/** A weight table of `rows × stride` floats in the module's memory, and the scratch through which an example is passed. */
export interface WeightTable {
  weights: Float32Array;
  /** Classes rounded up to a multiple of 16; columns beyond the classes stay zero. */
  stride: number;
  /** Feature rows of the example at hand, and their values. */
  indices: Int32Array;
  values: Float32Array;
  /** `stride` floats: out of `score`, into `subtract`. */
  scores: Float32Array;
  /** `scores[c] = Σ_k values[k] · weights[indices[k]][c]` over the first `count` entries. */
  score: (count: number) => void;
  /** `weights[indices[k]][c] −= values[k] · scores[c]` over the first `count` entries. */
  subtract: (count: number) => void;
}

/** The part of the global object that is used; the type libraries for Node do not describe it. */
declare const WebAssembly: {
  Memory: new (descriptor: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: Record<string, Record<string, unknown>>) => { exports: object };
};

const LANES = 16;
const PAGE = 65_536;

/** Allocates a table of zeros for examples of at most `maxEntries` features. */
export function weightTable(rows: number, classes: number, maxEntries: number): WeightTable {
  const stride = Math.ceil(classes / LANES) * LANES;
  const align = (bytes: number): number => Math.ceil(bytes / 64) * 64;
  const indicesAt = align(4 * stride);
  const valuesAt = indicesAt + align(4 * maxEntries);
  const weightsAt = valuesAt + align(4 * maxEntries);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((weightsAt + 4 * rows * stride) / PAGE) });
  const { exports } = new WebAssembly.Instance(kernels(), { host: { memory } });
  const run = exports as Record<'score' | 'subtract', (...layout: number[]) => void>;
  return {
    weights: new Float32Array(memory.buffer, weightsAt, rows * stride),
    stride,
    indices: new Int32Array(memory.buffer, indicesAt, maxEntries),
    values: new Float32Array(memory.buffer, valuesAt, maxEntries),
    scores: new Float32Array(memory.buffer, 0, stride),
    score: (count) => run.score(4 * count, indicesAt, valuesAt, weightsAt, 4 * stride),
    subtract: (count) => run.subtract(4 * count, indicesAt, valuesAt, weightsAt, 4 * stride),
  };
}

let compiled: object | undefined;
const kernels = (): object => (compiled ??= new WebAssembly.Module(assemble()));

const I32 = 0x7f;
const V128 = 0x7b;
const FUNCTION = 0x60;
const [END, LOOP, IF, BR_IF, VOID] = [0x0b, 0x03, 0x04, 0x0d, 0x40];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const int = (value: number): number[] => [0x41, ...signed(value)];
const [ADD, MULTIPLY, LESS_UNSIGNED] = [[0x6a], [0x6c], [0x49]];
const loadInt = [0x28, 2, 0];
const loadSplat = [0xfd, 0x09, 2, 0];
const loadVector = (offset: number): number[] => [0xfd, 0x00, 4, ...unsigned(offset)];
const storeVector = (offset: number): number[] => [0xfd, 0x0b, 4, ...unsigned(offset)];
const ZERO_VECTOR = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const vector = (operation: 'add' | 'subtract' | 'multiply'): number[] => [0xfd, ...unsigned({ add: 0xe4, subtract: 0xe5, multiply: 0xe6 }[operation])];

/** Parameters and locals of both functions; sizes and addresses in bytes. */
const [SIZE, INDICES, VALUES, WEIGHTS, STRIDE, BLOCK, AT, ROW, VALUE, FIRST] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const QUADS = [0, 1, 2, 3];

/** Walks the columns in blocks of 16, which four registers hold, and within a block the entries of the example. */
function kernel(kind: 'score' | 'subtract'): number[] {
  const isScore = kind === 'score';
  const begin = QUADS.flatMap((q) => [...(isScore ? ZERO_VECTOR : [...get(BLOCK), ...loadVector(16 * q)]), ...set(FIRST + q)]);
  const step = QUADS.flatMap((q) => {
    const product = isScore ? [...get(VALUE), ...get(ROW), ...loadVector(16 * q)] : [...get(VALUE), ...get(FIRST + q)];
    return isScore
      ? [...get(FIRST + q), ...product, ...vector('multiply'), ...vector('add'), ...set(FIRST + q)]
      : [...get(ROW), ...get(ROW), ...loadVector(16 * q), ...product, ...vector('multiply'), ...vector('subtract'), ...storeVector(16 * q)];
  });
  const entry = [
    ...get(VALUES), ...get(AT), ...ADD, ...loadSplat, ...set(VALUE),
    ...get(INDICES), ...get(AT), ...ADD, ...loadInt, ...get(STRIDE), ...MULTIPLY, ...get(WEIGHTS), ...ADD, ...get(BLOCK), ...ADD, ...set(ROW),
    ...step,
    ...get(AT), ...int(4), ...ADD, ...set(AT),
  ];
  const finish = isScore ? QUADS.flatMap((q) => [...get(BLOCK), ...get(FIRST + q), ...storeVector(16 * q)]) : [];
  const code = [
    LOOP, VOID,
    ...begin, ...int(0), ...set(AT),
    ...get(SIZE), IF, VOID, LOOP, VOID, ...entry, ...get(AT), ...get(SIZE), ...LESS_UNSIGNED, BR_IF, 0, END, END,
    ...finish,
    ...get(BLOCK), ...int(4 * LANES), ...ADD, ...set(BLOCK),
    ...get(BLOCK), ...get(STRIDE), ...LESS_UNSIGNED, BR_IF, 0,
    END,
    END,
  ];
  const locals = [2, 3, I32, 5, V128];
  return sized([...locals, ...code]);
}

/** A binary module (WebAssembly 2.0 core specification, § 5) that imports its memory and exports the two kernels. */
function assemble(): Uint8Array<ArrayBuffer> {
  const name = (text: string): number[] => sized([...new TextEncoder().encode(text)]);
  const section = (id: number, body: number[]): number[] => [id, ...sized(body)];
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, FUNCTION, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('host'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [2, 0, 0]),
    ...section(7, [2, ...name('score'), 0x00, 0, ...name('subtract'), 0x00, 1]),
    ...section(10, [2, ...kernel('score'), ...kernel('subtract')]),
  ]);
}

const sized = (bytes: number[]): number[] => [...unsigned(bytes.length), ...bytes];

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    const isLast = (value === 0 && (byte & 0x40) === 0) || (value === -1 && (byte & 0x40) !== 0);
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return bytes;
  }
}
