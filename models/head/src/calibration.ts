import { softmax } from '@banshi/runtime';

/** Held-out logits with their gold classes. */
export interface HeldOut { logits: Float32Array[]; labels: number[] }

/** Mean negative log-likelihood of the gold classes at a temperature. */
export function negativeLogLikelihood({ logits, labels }: HeldOut, temperature: number): number {
  let sum = 0;
  logits.forEach((row, i) => (sum -= Math.log(Math.max(1e-12, softmax(row, temperature)[labels[i]!]!))));
  return sum / Math.max(1, labels.length);
}

/** The temperature between 1/64 and 64 that minimises held-out NLL (Guo et al. 2017), by golden section on its logarithm. */
export function fitTemperature(heldOut: HeldOut): number {
  if (heldOut.labels.length === 0) return 1;
  const ratio = (Math.sqrt(5) - 1) / 2;
  const at = (logTemperature: number): number => negativeLogLikelihood(heldOut, Math.exp(logTemperature));
  let [low, high] = [-Math.log(64), Math.log(64)];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [leftLoss, rightLoss] = [at(left), at(right)];
  while (high - low > 0.01) {
    if (leftLoss <= rightLoss) {
      [high, right, rightLoss] = [right, left, leftLoss];
      left = high - ratio * (high - low);
      leftLoss = at(left);
    } else {
      [low, left, leftLoss] = [left, right, rightLoss];
      right = low + ratio * (high - low);
      rightLoss = at(right);
    }
  }
  return Math.exp((low + high) / 2);
}
