/** The part of `metrics.json` that concerns intents; `counts[gold][predicted]` in the order of `keys`. */
export interface IntentMetrics {
  perIntent: { key: string; precision: number; recall: number; f1: number; support: number }[];
  confusion: { keys: string[]; counts: number[][] };
}

export interface Confusion {
  intent: string;
  count: number;
}

export interface Performance {
  precision: number;
  recall: number;
  f1: number;
  /** Held-out examples of the intent. */
  support: number;
  /** Examples of this intent that the model takes for another. */
  takenFor: Confusion[];
  /** Examples of other intents that the model takes for this one. */
  takes: Confusion[];
}

/** How a model does with one intent; null where it does not know it. Confusions come most frequent first. */
export function performanceOf(metrics: IntentMetrics, intent: string): Performance | null {
  const score = metrics.perIntent.find(({ key }) => key === intent);
  const { keys, counts } = metrics.confusion;
  const at = keys.indexOf(intent);
  if (!score || at < 0) return null;
  const others = (count: (other: number) => number | undefined): Confusion[] =>
    keys
      .map((key, other) => ({ intent: key, count: other === at ? 0 : (count(other) ?? 0) }))
      .filter(({ count: n }) => n > 0)
      .sort((a, b) => b.count - a.count);
  const { precision, recall, f1, support } = score;
  return { precision, recall, f1, support, takenFor: others((other) => counts[at]?.[other]), takes: others((other) => counts[other]?.[at]) };
}
