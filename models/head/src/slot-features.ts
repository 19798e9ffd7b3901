import { alphanumericCounts } from './character-shape.js';
import type { ShapeTable } from './character-shape.js';
import { PAD_ID } from './char-vocabulary.js';
import { mostFrequent, UNSEEN_ROW } from './ngram-features.js';
import { bucketCount, hashSum } from './ngram-hash.js';

/** What is hashed together for the label of one character: ids at offsets, of shapes or plain, and maybe the run count. */
export interface SlotPattern { offsets: readonly number[]; source: 'shape' | 'plain'; withCount?: boolean }

/** Farthest character that a pattern looks at. */
export const SLOT_WINDOW = 3;

export const SLOT_PATTERNS: readonly SlotPattern[] = [
  ...[-3, -2, -1, 0, 1, 2, 3].map((offset): SlotPattern => ({ offsets: [offset], source: 'shape' })),
  ...[-3, -2, -1, 0, 1, 2].map((offset): SlotPattern => ({ offsets: [offset, offset + 1], source: 'shape' })),
  ...[-3, -2, -1, 0, 1].map((offset): SlotPattern => ({ offsets: [offset, offset + 1, offset + 2], source: 'shape' })),
  { offsets: [0], source: 'plain' },
  { offsets: [-1, 0], source: 'plain' },
  { offsets: [0, 1], source: 'plain' },
  { offsets: [0], source: 'shape', withCount: true },
  { offsets: [-1, 0], source: 'shape', withCount: true },
];

/** Keeps the salts of slot patterns apart from those of the intent head. */
export const SLOT_SALT = 100;

export interface SlotSpace { buckets: number; rowOf: Int32Array; rows: number; /** How often each row occurs in the training texts. */ counts: Int32Array }

/** A feature seen once only memorises its text; small sets cannot afford to drop those. */
const MIN_TEXTS_FOR_PRUNING = 500;

/** Hash sums, position by position: `sums[t * SLOT_PATTERNS.length + k]`. */
export function slotSums(ids: readonly number[], table: ShapeTable): Float64Array {
  const shapes = ids.map((id) => table.shape[id]!);
  const counts = alphanumericCounts(ids, table);
  const sums = new Float64Array(ids.length * SLOT_PATTERNS.length);
  let at = 0;
  for (let t = 0; t < ids.length; t++) {
    SLOT_PATTERNS.forEach(({ offsets, source, withCount }, k) => {
      const from = source === 'shape' ? shapes : ids;
      const parts = offsets.map((offset) => from[t + offset] ?? PAD_ID);
      if (withCount) parts.push(counts[t]!);
      sums[at++] = hashSum(SLOT_SALT + k, parts);
    });
  }
  return sums;
}

/** The most frequent buckets of the training texts get a row each. */
export function learnSlotSpace(texts: readonly Float64Array[], maxRows: number): SlotSpace {
  const distinct = new Set<number>();
  for (const sums of texts) for (const sum of sums) distinct.add(sum);
  const buckets = bucketCount(distinct.size);
  const counts = new Int32Array(buckets);
  for (const sums of texts) for (const sum of sums) counts[sum % buckets]!++;
  if (texts.length >= MIN_TEXTS_FOR_PRUNING) counts.forEach((count, bucket) => (counts[bucket] = count === 1 ? 0 : count));
  const kept = mostFrequent(counts, maxRows);
  const rowOf = new Int32Array(buckets).fill(UNSEEN_ROW);
  kept.forEach((bucket, i) => (rowOf[bucket] = i + 2));
  return { buckets, rowOf, rows: kept.length + 2, counts: Int32Array.from([0, 0, ...kept.map((bucket) => counts[bucket]!)]) };
}

export const slotRows = (sums: Float64Array, space: SlotSpace): Int32Array => Int32Array.from(sums, (sum) => space.rowOf[sum % space.buckets]!);
