import { bucketCount, bucketOf, DistinctSums, MULTIPLIERS, saltTerm } from './ngram-hash.js';
import { SparseRowsBuilder } from './sparse-rows.js';
import type { SparseRows } from './sparse-rows.js';

/** A pattern of character positions whose ids are hashed together, and its weight beside the others. */
export interface NgramPattern { offsets: readonly number[]; weight: number }

/**
 * Single characters, pairs of neighbours, and pairs with one character between. Weights were chosen on two public intent
 * sets; trigrams lowered the score of both.
 */
export const INTENT_PATTERNS: readonly NgramPattern[] = [
  { offsets: [0], weight: 1 },
  { offsets: [0, 1], weight: 0.7 },
  { offsets: [0, 2], weight: 0.4 },
];

/** The n-gram space of the intent head, learned from the training texts. Rows 0 and 1 stand for padding and the unseen. */
export interface NgramSpace {
  buckets: number;
  /** Bucket → row. */
  rowOf: Int32Array;
  /** Row → inverse document frequency, smoothed; row 0 has none, row 1 that of a text's only occurrence. */
  idf: Float32Array;
}

export const PADDING_ROW = 0;
export const UNSEEN_ROW = 1;

/** Calls back with the hash sums of a text for one pattern, the boundary tokens taking part. */
function eachSum(ids: readonly number[], index: number, visit: (sum: number) => void): void {
  const { offsets } = INTENT_PATTERNS[index]!;
  const salt = saltTerm(index + 1);
  const end = ids.length - offsets[offsets.length - 1]!;
  for (let t = 0; t < end; t++) {
    let sum = salt;
    for (let k = 0; k < offsets.length; k++) sum += ids[t + offsets[k]!]! * MULTIPLIERS[k]!;
    visit(sum);
  }
}

/** Keeps the `maxRows` most frequent buckets (ties: lower bucket first) and weighs them by ln((1+n)/(1+df)) + 1. */
export function learnNgramSpace(texts: readonly (readonly number[])[], maxRows: number): NgramSpace {
  const distinct = new DistinctSums();
  for (const ids of texts) INTENT_PATTERNS.forEach((_, index) => eachSum(ids, index, (sum) => distinct.add(sum)));
  const buckets = bucketCount(distinct.count);
  const documents = new Int32Array(buckets);
  const lastSeen = new Int32Array(buckets).fill(-1);
  texts.forEach((ids, text) => {
    INTENT_PATTERNS.forEach((_, index) =>
      eachSum(ids, index, (sum) => {
        const bucket = bucketOf(sum, buckets);
        if (lastSeen[bucket] === text) return;
        lastSeen[bucket] = text;
        documents[bucket]!++;
      }),
    );
  });
  const kept = mostFrequent(documents, maxRows);
  const rowOf = new Int32Array(buckets).fill(UNSEEN_ROW);
  const idf = new Float32Array(kept.length + 2);
  idf[UNSEEN_ROW] = Math.log((1 + texts.length) / 2) + 1;
  kept.forEach((bucket, i) => {
    rowOf[bucket] = i + 2;
    idf[i + 2] = Math.log((1 + texts.length) / (1 + documents[bucket]!)) + 1;
  });
  return { buckets, rowOf, idf };
}

/** The buckets that occur, in ascending order, or the `limit` most frequent of them. */
export function mostFrequent(counts: Int32Array, limit: number): number[] {
  const kept: number[] = [];
  counts.forEach((count, bucket) => count > 0 && kept.push(bucket));
  if (kept.length <= limit) return kept;
  return kept.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, limit).sort((a, b) => a - b);
}

/**
 * Feature vectors: pattern weight · idf · (1 + ln count), divided by the root of the sum of squares, the unseen included:
 * a text that is mostly unknown gets small logits and so a low confidence.
 */
export function ngramRows(texts: readonly (readonly number[])[], space: NgramSpace): SparseRows {
  const builder = new SparseRowsBuilder();
  const counts = new Int32Array(space.buckets);
  const present: number[] = [];
  for (const ids of texts) {
    let squares = 0;
    INTENT_PATTERNS.forEach(({ weight }, index) => {
      present.length = 0;
      eachSum(ids, index, (sum) => {
        const bucket = bucketOf(sum, space.buckets);
        if (counts[bucket]!++ === 0) present.push(bucket);
      });
      for (const bucket of present) {
        const feature = space.rowOf[bucket]!;
        const value = weight * space.idf[feature]! * (1 + Math.log(counts[bucket]!));
        counts[bucket] = 0;
        squares += value * value;
        if (feature > UNSEEN_ROW) builder.add(feature, value);
      }
    });
    builder.endRow(1 / Math.sqrt(squares));
  }
  return builder.rows();
}
