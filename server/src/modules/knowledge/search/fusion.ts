/** What a cosine weighs beside the share of words; fitted on one half of public questions, confirmed on the other (docs/benchmarks.md). */
const meaningWeight = 0.6;

/** What speaks for a text: the share of the best possible score by words, and the cosine of its meaning (null where vectors are not there yet). */
export interface Evidence {
  words: number;
  meaning: number | null;
  score: number;
}

/**
 * Words and meaning together, as a weighted sum. Reciprocal ranks were measured against it and found less: they forget how far apart
 * two texts are.
 *
 * @param words Shares of the best possible score.
 */
export function fuse(words: Float64Array, meaning: Float64Array | null): Float64Array {
  return meaning ? words.map((share, i) => share + meaningWeight * meaning[i]!) : words;
}
