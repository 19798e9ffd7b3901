import { bucketCount, hashSum } from './ngram-hash.js';
import { packRows } from './sparse-rows.js';
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

/** Hash sums of a text for one pattern, the boundary tokens taking part. */
function patternSums(ids: readonly number[], index: number): number[] {
  const { offsets } = INTENT_PATTERNS[index]!;
  const sums: number[] = [];
  for (let t = 0; t + offsets[offsets.length - 1]! < ids.length; t++) sums.push(hashSum(index + 1, offsets.map((offset) => ids[t + offset]!)));
  return sums;
}

/** Keeps the `maxRows` most frequent buckets (ties: lower bucket first) and weighs them by ln((1+n)/(1+df)) + 1. */
export function learnNgramSpace(texts: readonly (readonly number[])[], maxRows: number): NgramSpace {
  const sums = texts.map((ids) => INTENT_PATTERNS.flatMap((_, index) => patternSums(ids, index)));
  const distinct = new Set<number>();
  for (const text of sums) for (const sum of text) distinct.add(sum);
  const buckets = bucketCount(distinct.size);
  const documents = new Int32Array(buckets);
  for (const text of sums) for (const bucket of new Set(text.map((sum) => sum % buckets))) documents[bucket]!++;
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
  const kept = Array.from(counts.keys()).filter((bucket) => counts[bucket]! > 0);
  if (kept.length <= limit) return kept;
  return kept.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, limit).sort((a, b) => a - b);
}

/**
 * Feature vectors: pattern weight · idf · (1 + ln count), divided by the root of the sum of squares, the unseen included:
 * a text that is mostly unknown gets small logits and so a low confidence.
 */
export function ngramRows(texts: readonly (readonly number[])[], space: NgramSpace): SparseRows {
  return packRows(texts.map((ids) => ngramRow(ids, space)));
}

function ngramRow(ids: readonly number[], space: NgramSpace): Map<number, number> {
  const row = new Map<number, number>();
  let squares = 0;
  INTENT_PATTERNS.forEach(({ weight }, index) => {
    const counts = new Map<number, number>();
    for (const sum of patternSums(ids, index)) counts.set(sum % space.buckets, (counts.get(sum % space.buckets) ?? 0) + 1);
    for (const [bucket, count] of counts) {
      const feature = space.rowOf[bucket]!;
      const value = weight * space.idf[feature]! * (1 + Math.log(count));
      squares += value * value;
      if (feature > UNSEEN_ROW) row.set(feature, (row.get(feature) ?? 0) + value);
    }
  });
  const scale = 1 / Math.sqrt(squares);
  for (const [feature, value] of row) row.set(feature, value * scale);
  return row;
}
