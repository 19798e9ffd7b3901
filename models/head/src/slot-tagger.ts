import { decodeBio } from '@banshi/runtime';
import { mostFrequent, UNSEEN_ROW } from './ngram-features.js';
import { seededRandom, shuffle } from './random.js';
import { SLOT_PATTERNS } from './slot-features.js';
import { weightTable } from './weight-kernels.js';
import type { WeightTable } from './weight-kernels.js';

const PATTERNS = SLOT_PATTERNS.length;

/** One text for the tagger: the feature rows of every token, and the label of each. */
export interface TaggedText { rows: Int32Array; tags: Int32Array }

export interface TaggerOptions { labels: number; rows: number; epochs: number; seed: number; onEpoch?: (epoch: number, loss: number) => void }

/** Weights, `rows × labels`; `active` marks the rows that have one. */
export interface Tagger { weights: Float32Array; active: Uint8Array; labels: number }

/**
 * Structured averaged perceptron (Collins 2002): each text is decoded with valid BIO transitions only, as it will be when
 * serving, and the weights move where the decoded labels differ. Only the features of mistakes ever get a weight.
 */
export function trainTagger(texts: readonly TaggedText[], options: TaggerOptions): Tagger {
  const { labels, rows, epochs } = options;
  const table = weightTable(rows, labels, PATTERNS);
  table.values.fill(1);
  const drift = new Float64Array(rows * labels);
  const active = new Uint8Array(rows);
  const logits = new Float32Array(texts.reduce((most, { tags }) => Math.max(most, tags.length), 0) * labels);
  const random = seededRandom(options.seed);
  const order = texts.map((_, i) => i);
  let step = 1;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let total = 0;
    for (const i of order) {
      const { rows: features, tags } = texts[i]!;
      const guess = decodeBio(scoreTokens(table, features, logits, labels), labels);
      total += tags.length;
      for (let t = 0; t < tags.length; t++) {
        const [right, guessed] = [tags[t]!, guess[t]!];
        if (guessed === right) continue;
        wrong++;
        for (let k = 0; k < PATTERNS; k++) {
          const row = features[t * PATTERNS + k]!;
          if (row <= UNSEEN_ROW) continue;
          active[row] = 1;
          table.weights[row * table.stride + right]! += 1;
          table.weights[row * table.stride + guessed]! -= 1;
          drift[row * labels + right]! += step;
          drift[row * labels + guessed]! -= step;
        }
      }
      step++;
    }
    options.onEpoch?.(epoch, wrong / Math.max(1, total));
    if (wrong === 0) break;
  }
  const weights = new Float32Array(rows * labels);
  active.forEach((isActive, row) => {
    if (isActive) for (let c = 0; c < labels; c++) weights[row * labels + c] = table.weights[row * table.stride + c]! - drift[row * labels + c]! / step;
  });
  return { weights, active, labels };
}

/** Logits of every token, row-major, in the front of `logits`. */
function scoreTokens({ indices, scores, score }: WeightTable, features: Int32Array, logits: Float32Array, labels: number): Float32Array {
  const tokens = features.length / PATTERNS;
  for (let t = 0; t < tokens; t++) {
    for (let k = 0; k < PATTERNS; k++) indices[k] = features[t * PATTERNS + k]!;
    score(PATTERNS);
    for (let c = 0; c < labels; c++) logits[t * labels + c] = scores[c]!;
  }
  return logits.subarray(0, tokens * labels);
}

/** Logits of every token, row-major. */
export function tagLogits(features: Int32Array, { weights, labels }: Pick<Tagger, 'weights' | 'labels'>): Float32Array {
  const logits = new Float32Array((features.length / PATTERNS) * labels);
  features.forEach((row, i) => {
    const at = Math.floor(i / PATTERNS) * labels;
    for (let c = 0; c < labels; c++) logits[at + c]! += weights[row * labels + c]!;
  });
  return logits;
}

/** The rows with weights, or the `maxRows` most frequent of them, in ascending order. */
export function keptRows({ active }: Tagger, counts: Int32Array, maxRows: number): number[] {
  return mostFrequent(counts.map((count, row) => (active[row] ? count : 0)), maxRows);
}
