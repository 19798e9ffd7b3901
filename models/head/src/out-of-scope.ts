/** One held-out text: the best confidence among the in-scope intents, whether an out-of-scope intent won, and the truth. */
export interface ScopeCase { inScope: number; isWonByOutside: boolean; isOutside: boolean }

/** Used when the data allows no estimate: below it the best intent is a guess among several. */
export const DEFAULT_THRESHOLD = 0.3;

/**
 * The threshold in steps of 0.01 with the best F1 for "out of scope", among those that turn away at most
 * `maxFalseRejection` of the in-scope texts beyond what the classifier itself does. Ties go to the lower one.
 */
export function chooseThreshold(cases: readonly ScopeCase[], maxFalseRejection: number): number {
  const outside = cases.filter(({ isOutside }) => isOutside).length;
  const inside = cases.length - outside;
  if (outside === 0 || inside === 0) return DEFAULT_THRESHOLD;
  const budget = maxFalseRejection * inside + cases.filter((one) => !one.isOutside && one.isWonByOutside).length;
  let best = { threshold: 0, f1: -1 };
  for (let step = 0; step <= 95; step++) {
    const threshold = step / 100;
    const refused = cases.filter((one) => one.isWonByOutside || one.inScope < threshold);
    const caught = refused.filter(({ isOutside }) => isOutside).length;
    if (refused.length - caught > budget) break;
    const f1 = (2 * caught) / (refused.length + outside);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}
