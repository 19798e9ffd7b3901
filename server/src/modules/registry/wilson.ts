/** Quantile of the normal distribution for 95 %. */
const z = 1.959963984540054;

/** 95 % score interval of a share (Wilson 1927); `[0, 1]` where nothing was counted. */
export function wilson(successes: number, total: number): [number, number] {
  if (total === 0) return [0, 1];
  const share = successes / total;
  const scale = 1 + (z * z) / total;
  const middle = (share + (z * z) / (2 * total)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))) / scale;
  // At the ends the formula gives 0 and 1 but for rounding.
  return [successes === 0 ? 0 : middle - half, successes === total ? 1 : middle + half];
}
