/**
 * Hashing of character n-grams, the same sum in TypeScript and in the ONNX graph: (Σ id_k · P_k + salt) mod buckets.
 * Ids stay below 2^17 and multipliers below 2^31, so the sum is exact in a double and in int64.
 */
export const MULTIPLIERS = [1_000_003, 2_038_074_743, 1_299_709_087, 1_566_083_941] as const;

/** Largest primes below the powers of two 2^15 to 2^19: a prime modulus keeps linear sums from lining up. */
const BUCKET_PRIMES = [32_749, 65_521, 131_071, 262_139, 524_287] as const;

/** A bucket count with about four buckets for each feature, so that few features share one. */
export function bucketCount(features: number): number {
  return BUCKET_PRIMES.find((prime) => prime >= 4 * features) ?? BUCKET_PRIMES[BUCKET_PRIMES.length - 1]!;
}

/** The sum before the modulus; `ids` has at most as many members as {@link MULTIPLIERS}. */
export function hashSum(salt: number, ids: readonly number[]): number {
  let sum = salt * 7_368_787;
  for (let k = 0; k < ids.length; k++) sum += ids[k]! * MULTIPLIERS[k]!;
  return sum;
}

/** The constant that {@link hashSum} starts from, for the graph. */
export const saltTerm = (salt: number): number => salt * 7_368_787;
