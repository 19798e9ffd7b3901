import { GraphBuilder } from '@banshi/artifact';
import { RUN_LIMIT, RUN_RADIUS } from './character-shape.js';
import type { ShapeTable } from './character-shape.js';
import type { EncoderPart } from './encoder.js';
import { INTENT_PATTERNS } from './ngram-features.js';
import type { NgramSpace } from './ngram-features.js';
import { MULTIPLIERS, saltTerm } from './ngram-hash.js';
import type { QuantisedRows } from './quantise-rows.js';
import { SLOT_PATTERNS, SLOT_SALT, SLOT_WINDOW } from './slot-features.js';
import type { SlotSpace } from './slot-features.js';

/** Everything that a fitted head consists of. */
export interface HeadParameters {
  shapes: ShapeTable;
  intents: { space: NgramSpace; weights: QuantisedRows; bias: Float32Array; /** `encoder size × intents`. */ vectorWeights: Float32Array };
  /** Null when no slot was trained: every label is then `O`. */
  slots: { space: SlotSpace; weights: QuantisedRows } | null;
  /** Null when the n-grams stand alone: the sentence vector is then a sketch of them, of `embeddingSize`. */
  encoder: EncoderPart | null;
  embeddingSize: number;
}

const INT64_MAX = 9_223_372_036_854_775_000;
/** The projection's hash is taken modulo this prime, then split into a dimension and a sign. */
const PROJECTION_PRIME = 2_147_483_647;

/** Writes the graph of the artifact contract: token ids in; intent logits, slot logits and sentence vector out. */
export function headGraph(parameters: HeadParameters, producer: { name: string; version: string }): Uint8Array {
  const graph = new GraphBuilder('banshi_head');
  const ids = graph.input('input_ids', 'int64', ['batch', 'tokens']);
  const mask = graph.input('attention_mask', 'int64', ['batch', 'tokens']);
  const windows = new Windows(graph, ids, mask, parameters.shapes);
  const features = intentFeatures(graph, windows, parameters.intents.space);
  if (parameters.encoder) encoderVector(graph, ids, mask, parameters.encoder);
  else ngramVector(graph, ids, features, parameters.embeddingSize);
  intentLogits(graph, features, parameters);
  if (parameters.slots) slotLogits(graph, windows, parameters.slots.space, parameters.slots.weights);
  else graph.op('Cast', [graph.op('Unsqueeze', [graph.op('Sub', [mask, mask]), graph.int64('axis', [2])])], { to: 1 }, 'slot_logits');
  graph.output('intent_logits', 'float', ['batch', parameters.intents.bias.length]);
  graph.output('slot_logits', 'float', ['batch', 'tokens', parameters.slots?.weights.columns ?? 1]);
  graph.output('embedding', 'float', ['batch', parameters.encoder?.size ?? parameters.embeddingSize]);
  return graph.bytes(producer);
}

/** Shifted views of the inputs: the id, shape or mask of the token at an offset, zero beyond the ends. */
class Windows {
  private readonly padded: Record<'plain' | 'shape' | 'mask', string>;
  private readonly slices = new Map<string, string>();

  constructor(private readonly graph: GraphBuilder, ids: string, mask: string, readonly shapes: ShapeTable) {
    const table = graph.int64('shape_of_id', Array.from(shapes.shape));
    const width = graph.int64('window', [0, SLOT_WINDOW, 0, SLOT_WINDOW]);
    const pad = (value: string): string => graph.op('Pad', [value, width]);
    this.padded = { plain: pad(ids), shape: pad(graph.op('Gather', [table, ids])), mask: pad(mask) };
    this.ids = ids;
  }

  readonly ids: string;

  at(source: 'plain' | 'shape' | 'mask', offset: number): string {
    const key = `${source}${offset}`;
    const known = this.slices.get(key);
    if (known) return known;
    const { graph } = this;
    const end = offset === SLOT_WINDOW ? INT64_MAX : offset - SLOT_WINDOW;
    const slice = graph.op('Slice', [this.padded[source], graph.int64('from', [SLOT_WINDOW + offset]), graph.int64('to', [end]), graph.int64('axis', [1])]);
    this.slices.set(key, slice);
    return slice;
  }

  /** See `hashSum`. */
  hash(salt: number, parts: readonly string[]): string {
    const { graph } = this;
    const terms = parts.map((part, k) => graph.op('Mul', [part, graph.int64('multiplier', [MULTIPLIERS[k]!], [])]));
    return terms.reduce((sum, term) => graph.op('Add', [sum, term]), graph.int64('salt', [saltTerm(salt)], []));
  }
}

/** Per n-gram of a text, all patterns in a row: its table row, its normalised value, and its hash. */
interface IntentFeatures { rows: string; values: string; sums: string }

function intentFeatures(graph: GraphBuilder, windows: Windows, space: NgramSpace): IntentFeatures {
  const rowOf = graph.constant('row_of_bucket', space.rowOf, [space.buckets]);
  const idf = graph.constant('idf', space.idf, [space.idf.length]);
  const buckets = graph.int64('buckets', [space.buckets], []);
  const one = graph.int64('one', [1], []);
  const [axis1, axis2] = [graph.int64('axis', [1]), graph.int64('axis', [2])];
  const blocks = INTENT_PATTERNS.map(({ offsets, weight }, index) => {
    const sums = windows.hash(index + 1, offsets.map((offset) => windows.at('plain', offset)));
    const present = windows.at('mask', offsets[offsets.length - 1]!);
    const bucket = graph.op('Mod', [sums, buckets]);
    const rows = graph.op('Mul', [graph.op('Cast', [graph.op('Gather', [rowOf, bucket])], { to: 7 }), present]);
    // Absent n-grams become bucket −1, so that they never count as repetitions of a present one.
    const counted = graph.op('Add', [graph.op('Mul', [bucket, present]), graph.op('Sub', [present, one])]);
    const same = graph.op('Equal', [graph.op('Unsqueeze', [counted, axis2]), graph.op('Unsqueeze', [counted, axis1])]);
    const count = graph.op('ReduceSum', [graph.op('Cast', [same], { to: 1 }), axis2], { keepdims: 0 });
    const damped = graph.op('Div', [graph.op('Add', [graph.op('Log', [count]), graph.float('one', 1)]), count]);
    const values = graph.op('Mul', [graph.op('Mul', [graph.op('Gather', [idf, rows]), graph.float('weight', weight)]), damped]);
    return { sums, rows, values, squares: graph.op('Mul', [graph.op('Mul', [values, values]), count]) };
  });
  const joined = (part: 'sums' | 'rows' | 'values' | 'squares'): string => graph.op('Concat', blocks.map((block) => block[part]), { axis: 1 });
  const length = graph.op('Sqrt', [graph.op('ReduceSum', [joined('squares'), axis1])]);
  return { rows: joined('rows'), values: graph.op('Div', [joined('values'), length]), sums: joined('sums') };
}

function intentLogits(graph: GraphBuilder, { rows, values }: IntentFeatures, { intents, encoder }: HeadParameters): void {
  const table = weightTable(graph, 'intent', intents.weights);
  const scaled = graph.op('Mul', [values, graph.op('Gather', [table.scale, rows])]);
  const gathered = graph.op('Cast', [graph.op('Gather', [table.values, rows])], { to: 1 });
  const axis = graph.int64('axis', [1]);
  const ngrams = graph.op('Squeeze', [graph.op('MatMul', [graph.op('Unsqueeze', [scaled, axis]), gathered]), axis]);
  const bias = graph.constant('intent_bias', intents.bias, [intents.bias.length]);
  if (!encoder) return void graph.op('Add', [ngrams, bias], {}, 'intent_logits');
  const weights = graph.constant('vector_weights', intents.vectorWeights, [encoder.size, intents.bias.length]);
  graph.op('Add', [ngrams, graph.op('Add', [graph.op('MatMul', ['embedding', weights]), bias])], {}, 'intent_logits');
}

/** The encoder reads as many tokens as it has positions for; n-grams and slots read all. */
function encoderVector(graph: GraphBuilder, ids: string, mask: string, { model, maxLength }: EncoderPart): void {
  const cut = (value: string): string => graph.op('Slice', [value, graph.int64('from', [0]), graph.int64('to', [maxLength]), graph.int64('axis', [1])]);
  const outputs = graph.include(model, 'encoder/', { input_ids: cut(ids), attention_mask: cut(mask) });
  graph.op('Identity', [outputs.embedding!], {}, 'embedding');
}

/** Count sketch: every n-gram adds its value, with a hashed sign, to one hashed dimension; then unit length. */
function ngramVector(graph: GraphBuilder, ids: string, { sums, values }: IntentFeatures, size: number): void {
  const width = graph.int64('embedding_size', [size], []);
  const hash = graph.op('Mod', [sums, graph.int64('prime', [PROJECTION_PRIME], [])]);
  const sign = graph.op('Cast', [graph.op('Mod', [graph.op('Div', [hash, width]), graph.int64('two', [2], [])])], { to: 1 });
  const signed = graph.op('Mul', [values, graph.op('Sub', [graph.float('one', 1), graph.op('Mul', [sign, graph.float('two', 2)])])]);
  const batch = graph.op('Slice', [graph.op('Shape', [ids]), graph.int64('from', [0]), graph.int64('to', [1])]);
  const zeros = graph.op('ConstantOfShape', [graph.op('Concat', [batch, graph.int64('embedding_size', [size])], { axis: 0 })]);
  const sketch = graph.op('ScatterElements', [zeros, graph.op('Mod', [hash, width]), signed], { axis: 1, reduction: 'add' });
  const length = graph.op('Sqrt', [graph.op('ReduceSum', [graph.op('Mul', [sketch, sketch]), graph.int64('axis', [1])])]);
  graph.op('Div', [sketch, graph.op('Max', [length, graph.float('tiny', 1e-9)])], {}, 'embedding');
}

function slotLogits(graph: GraphBuilder, windows: Windows, space: SlotSpace, weights: QuantisedRows): void {
  const axis2 = graph.int64('axis', [2]);
  const counts = alphanumericCount(graph, windows);
  const hashes = SLOT_PATTERNS.map(({ offsets, source, withCount }, k) => {
    const parts = offsets.map((offset) => windows.at(source, offset));
    return graph.op('Unsqueeze', [windows.hash(SLOT_SALT + k, withCount ? [...parts, counts] : parts), axis2]);
  });
  const bucket = graph.op('Mod', [graph.op('Concat', hashes, { axis: 2 }), graph.int64('slot_buckets', [space.buckets], [])]);
  const rows = graph.op('Gather', [graph.constant('slot_row_of_bucket', space.rowOf, [space.buckets]), bucket]);
  const table = weightTable(graph, 'slot', weights);
  const gathered = graph.op('Cast', [graph.op('Gather', [table.values, rows])], { to: 1 });
  const scale = graph.op('Unsqueeze', [graph.op('Gather', [table.scale, rows]), axis2]);
  graph.op('Squeeze', [graph.op('MatMul', [scale, gathered]), axis2], {}, 'slot_logits');
}

/** Letters and digits within RUN_RADIUS, by a convolution with ones; exact, since floats hold small integers. */
function alphanumericCount(graph: GraphBuilder, { ids, shapes }: Windows): string {
  const axis = graph.int64('axis', [1]);
  const table = graph.constant('is_alphanumeric', Float32Array.from(shapes.isAlphanumeric), [shapes.isAlphanumeric.length]);
  const flags = graph.op('Unsqueeze', [graph.op('Gather', [table, ids]), axis]);
  const kernel = graph.constant('ones', new Float32Array(2 * RUN_RADIUS + 1).fill(1), [1, 1, 2 * RUN_RADIUS + 1]);
  const counts = graph.op('Squeeze', [graph.op('Conv', [flags, kernel], { pads: [RUN_RADIUS, RUN_RADIUS] }), axis]);
  return graph.op('Cast', [graph.op('Min', [counts, graph.float('limit', RUN_LIMIT)])], { to: 7 });
}

function weightTable(graph: GraphBuilder, name: string, { values, scale, columns }: QuantisedRows): { values: string; scale: string } {
  return { values: graph.constant(`${name}_weights`, values, [scale.length, columns]), scale: graph.constant(`${name}_scale`, scale, [scale.length]) };
}
