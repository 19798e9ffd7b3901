/** Why a job was ended before its time. */
export interface EarlyStop {
  epoch: number;
  /** Its best macro-F1 so far. */
  best: number;
  /** Median of what the others had reached by then. */
  median: number;
}

/** One validation result of a run. */
export interface Validation {
  epoch: number;
  macroF1: number;
}

/** With fewer others their median says little. */
const minOthers = 2;

/**
 * The median stopping rule of Golovin et al., “Google Vizier: A Service for Black-Box Optimization”, 2017: a run is
 * ended when its best result up to an epoch is below the median of the running averages that the others had at that
 * epoch. Null where it should go on.
 */
export function medianRule(own: readonly Validation[], others: readonly (readonly Validation[])[]): EarlyStop | null {
  const last = own.at(-1);
  if (!last) return null;
  const averages = others.filter((run) => run.some(({ epoch }) => epoch >= last.epoch)).map((run) => mean(run.filter(({ epoch }) => epoch <= last.epoch).map(({ macroF1 }) => macroF1)));
  if (averages.length < minOthers) return null;
  const best = Math.max(...own.map(({ macroF1 }) => macroF1));
  const median = medianOf(averages);
  return best < median ? { epoch: last.epoch, best, median } : null;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
