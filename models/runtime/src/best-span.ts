/** First and last token of a span, and what its logits sum to. */
export interface TokenRange { first: number; last: number; sum: number }

/** The span of at most `longest` tokens in [from, to) with the largest sum of begin and end logits; null where there is none. */
export function bestSpan(begins: Float32Array, ends: Float32Array, from: number, to: number, longest: number): TokenRange | null {
  let best: TokenRange | null = null;
  for (let first = from; first < to; first++) {
    for (let last = first; last < Math.min(to, first + longest); last++) {
      const sum = begins[first]! + ends[last]!;
      if (best === null || sum > best.sum) best = { first, last, sum };
    }
  }
  return best;
}
