import { alphanumericCounts } from './character-shape.js';
import type { ShapeTable } from './character-shape.js';
import { PAD_ID } from './char-vocabulary.js';
import { mostFrequent, UNSEEN_ROW } from './ngram-features.js';
import { bucketCount, bucketOf, DistinctSums, MULTIPLIERS, saltTerm } from './ngram-hash.js';

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

/** The hash sums of a text, position by position: `sums[t * SLOT_PATTERNS.length + k]`. */
export function slotSums(ids: readonly number[], table: ShapeTable): Float64Array {
  const [plain, shape] = [padTokens(ids), padTokens(ids.map((id) => table.shape[id]!))];
  const counts = alphanumericCounts(ids, table);
  const sums = new Float64Array(ids.length * SLOT_PATTERNS.length);
  COMPILED.forEach(({ salt, offsets, source, withCount }, k) => {
    const from = source === 'shape' ? shape : plain;
    const countMultiplier = withCount ? MULTIPLIERS[offsets.length]! : 0;
    for (let t = 0, at = k; t < ids.length; t++, at += SLOT_PATTERNS.length) {
      let sum = salt + counts[t]! * countMultiplier;
      for (let o = 0; o < offsets.length; o++) sum += from[SLOT_WINDOW + t + offsets[o]!]! * MULTIPLIERS[o]!;
      sums[at] = sum;
    }
  });
  return sums;
}

const COMPILED = SLOT_PATTERNS.map(({ offsets, source, withCount = false }, k) => ({ salt: saltTerm(SLOT_SALT + k), offsets, source, withCount }));

function padTokens(ids: readonly number[]): Int32Array {
  const padded = new Int32Array(ids.length + 2 * SLOT_WINDOW).fill(PAD_ID);
  padded.set(ids, SLOT_WINDOW);
  return padded;
}

/** The most frequent buckets of the training texts get a row each. */
export function learnSlotSpace(texts: readonly (readonly number[])[], table: ShapeTable, maxRows: number): SlotSpace {
  const distinct = new DistinctSums();
  for (const ids of texts) {
    if (!distinct.isUndecided) break;
    const sums = slotSums(ids, table);
    for (let i = 0; i < sums.length; i++) distinct.add(sums[i]!);
  }
  const buckets = bucketCount(distinct.count);
  const counts = new Int32Array(buckets);
  for (const ids of texts) {
    const sums = slotSums(ids, table);
    for (let i = 0; i < sums.length; i++) counts[bucketOf(sums[i]!, buckets)]!++;
  }
  if (texts.length >= MIN_TEXTS_FOR_PRUNING) counts.forEach((count, bucket) => (counts[bucket] = count === 1 ? 0 : count));
  const kept = mostFrequent(counts, maxRows);
  const rowOf = new Int32Array(buckets).fill(UNSEEN_ROW);
  kept.forEach((bucket, i) => (rowOf[bucket] = i + 2));
  return { buckets, rowOf, rows: kept.length + 2, counts: Int32Array.from([0, 0, ...kept.map((bucket) => counts[bucket]!)]) };
}

/** Feature rows of a text: `rows[t * SLOT_PATTERNS.length + k]`. */
export function slotRows(ids: readonly number[], table: ShapeTable, space: SlotSpace): Int32Array {
  const sums = slotSums(ids, table);
  const rows = new Int32Array(sums.length);
  for (let i = 0; i < sums.length; i++) rows[i] = space.rowOf[bucketOf(sums[i]!, space.buckets)]!;
  return rows;
}
