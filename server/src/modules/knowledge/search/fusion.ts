/** Weight of meaning beside words where no text has any word of the question; fitted on public sets (docs/benchmarks.md). */
const meaningWeight = 0.8;

/** What speaks for a text: the share of the best possible score by words, and the cosine of its meaning (null where vectors are not there yet). */
export interface Evidence {
  words: number;
  meaning: number | null;
  score: number;
}

/**
 * Words and meaning together. The more of a question's words the best text holds, the more they are trusted: meaning weighs
 * `meaningWeight · (1 − share held)`. A question in a text's own words is decided by them, one in other words by meaning.
 *
 * @param words Shares of the best possible score.
 */
export function fuse(words: Float64Array, meaning: Float64Array | null): Float64Array {
  if (!meaning) return words;
  const weight = meaningWeight * (1 - words.reduce((best, share) => Math.max(best, share), 0));
  return words.map((share, i) => share + weight * meaning[i]!);
}
