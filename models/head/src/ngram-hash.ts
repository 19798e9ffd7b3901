/**
 * Hashing of character n-grams, the same sum in TypeScript and in the ONNX graph: (Σ id_k · P_k + salt) mod buckets.
 * Ids stay below 2^17 and multipliers below 2^31, so the sum is exact in a double and in int64.
 */
export const MULTIPLIERS = [1_000_003, 2_038_074_743, 1_299_709_087, 1_566_083_941] as const;

/** Ids must be smaller. */
export const MAX_ID = 2 ** 17;

/** Largest primes below the powers of two 2^15 to 2^19: a prime modulus keeps linear sums from lining up. */
const BUCKET_PRIMES = [32_749, 65_521, 131_071, 262_139, 524_287] as const;
const MOST_BUCKETS = BUCKET_PRIMES[BUCKET_PRIMES.length - 1]!;

/** A bucket count with about four buckets for each feature, so that few features share one. */
export function bucketCount(features: number): number {
  return BUCKET_PRIMES.find((prime) => prime >= 4 * features) ?? MOST_BUCKETS;
}

/** The sum before the modulus; `ids` has at most as many members as {@link MULTIPLIERS}. */
export function hashSum(salt: number, ids: readonly number[]): number {
  let sum = saltTerm(salt);
  for (let k = 0; k < ids.length; k++) sum += ids[k]! * MULTIPLIERS[k]!;
  return sum;
}

/** The constant that {@link hashSum} starts from, for the graph. */
export const saltTerm = (salt: number): number => salt * 7_368_787;

/** `sum mod buckets`, several times faster than the operator on numbers beyond 32 bits. */
export function bucketOf(sum: number, buckets: number): number {
  // The quotient may be off by one where it was rounded; the products are exact.
  const rest = sum - Math.floor(sum / buckets) * buckets;
  return rest < 0 ? rest + buckets : rest >= buckets ? rest - buckets : rest;
}

/** Counts distinct sums as far as {@link bucketCount} tells the counts apart, in an open-addressing table. */
export class DistinctSums {
  private static readonly CAPACITY = 2 ** 19;
  private static readonly ENOUGH = Math.ceil(MOST_BUCKETS / 4);
  private readonly slots = new Float64Array(DistinctSums.CAPACITY).fill(-1);
  count = 0;

  /** Whether further sums can still change the bucket count. */
  get isUndecided(): boolean {
    return this.count <= DistinctSums.ENOUGH;
  }

  add(sum: number): void {
    if (!this.isUndecided) return;
    let at = bucketOf(sum, MOST_BUCKETS);
    while (this.slots[at] !== -1) {
      if (this.slots[at] === sum) return;
      at = (at + 1) % DistinctSums.CAPACITY;
    }
    this.slots[at] = sum;
    this.count++;
  }
}
