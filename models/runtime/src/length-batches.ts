/** Most tokens of one batch, padding included: bounds the memory of a forward pass. */
const MAX_BATCH_TOKENS = 4096;
const MAX_BATCH_ROWS = 64;

/** Groups texts of similar length; returns lists of indices. A text longer than the budget is a batch of its own. */
export function lengthBatches(lengths: readonly number[]): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  let current: number[] = [];
  for (const i of order) {
    if (current.length > 0 && (current.length === MAX_BATCH_ROWS || (current.length + 1) * lengths[i]! > MAX_BATCH_TOKENS)) {
      batches.push(current);
      current = [];
    }
    current.push(i);
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
