import { decodeBio } from '@banshi/runtime';
import { mostFrequent, UNSEEN_ROW } from './ngram-features.js';
import { seededRandom, shuffle } from './random.js';
import { SLOT_PATTERNS } from './slot-features.js';

/** One text for the tagger: the feature rows of every token, and the label of each. */
export interface TaggedText { rows: Int32Array; tags: Int32Array }

export interface TaggerOptions { labels: number; rows: number; epochs: number; seed: number; onEpoch?: (epoch: number, loss: number) => void }

/** Weights, `rows × labels`; `active` lists the labels of a row that have one, and has no list for a row without any. */
export interface Tagger { weights: Float32Array; active: (number[] | undefined)[]; labels: number }

/**
 * Structured averaged perceptron (Collins 2002): each text is decoded with valid BIO transitions only, as it will be when
 * serving, and the weights move where the decoded labels differ. Only the features of mistakes ever get a weight.
 */
export function trainTagger(texts: readonly TaggedText[], options: TaggerOptions): Tagger {
  const { labels, rows, epochs } = options;
  const weights = new Float32Array(rows * labels);
  const drift = new Float64Array(rows * labels);
  const tagger: Tagger = { weights, active: new Array<number[] | undefined>(rows), labels };
  const random = seededRandom(options.seed);
  const order = texts.map((_, i) => i);
  let step = 1;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let total = 0;
    for (const i of order) {
      const { rows: features, tags } = texts[i]!;
      const guess = decodeBio(tagLogits(features, tagger), labels);
      total += tags.length;
      for (let t = 0; t < tags.length; t++) {
        if (guess[t] === tags[t]) continue;
        wrong++;
        for (let k = 0; k < SLOT_PATTERNS.length; k++) {
          const row = features[t * SLOT_PATTERNS.length + k]!;
          if (row <= UNSEEN_ROW) continue;
          activate(tagger, row, tags[t]!);
          activate(tagger, row, guess[t]!);
          const base = row * labels;
          weights[base + tags[t]!]! += 1;
          weights[base + guess[t]!]! -= 1;
          drift[base + tags[t]!]! += step;
          drift[base + guess[t]!]! -= step;
        }
      }
      step++;
    }
    options.onEpoch?.(epoch, wrong / Math.max(1, total));
    if (wrong === 0) break;
  }
  return { ...tagger, weights: weights.map((weight, i) => weight - drift[i]! / step) };
}

/** Logits of every token, row-major. */
export function tagLogits(features: Int32Array, { weights, active, labels }: Tagger): Float32Array {
  const tokens = features.length / SLOT_PATTERNS.length;
  const logits = new Float32Array(tokens * labels);
  for (let t = 0; t < tokens; t++) {
    const at = t * labels;
    for (let k = 0; k < SLOT_PATTERNS.length; k++) {
      const row = features[t * SLOT_PATTERNS.length + k]!;
      const list = active[row];
      if (list === undefined) continue;
      const base = row * labels;
      for (let i = 0; i < list.length; i++) logits[at + list[i]!]! += weights[base + list[i]!]!;
    }
  }
  return logits;
}

/** Most features see few labels, so walking a short list beats walking the whole row. */
function activate({ active }: Tagger, row: number, label: number): void {
  const list = (active[row] ??= []);
  if (!list.includes(label)) list.push(label);
}

/** The rows with weights, or the `maxRows` most frequent of them, in ascending order. */
export function keptRows({ active }: Tagger, counts: Int32Array, maxRows: number): number[] {
  return mostFrequent(counts.map((count, row) => (active[row] ? count : 0)), maxRows);
}
