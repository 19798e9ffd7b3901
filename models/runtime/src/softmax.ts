/** Probabilities of logits divided by a temperature. */
export function softmax(logits: ArrayLike<number>, temperature: number): Float64Array {
  const probabilities = Float64Array.from(logits);
  let max = -Infinity;
  for (const logit of probabilities) if (logit > max) max = logit;
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += probabilities[i] = Math.exp((probabilities[i]! - max) / temperature);
  for (let i = 0; i < probabilities.length; i++) probabilities[i]! /= sum;
  return probabilities;
}
