import type { LabelScore, ModelMetrics } from '@banshi/artifact';

/** Precision, recall and F1 from counts; an empty denominator gives 0. */
export function labelScore(key: string, hits: number, predicted: number, support: number): LabelScore {
  const precision = predicted > 0 ? hits / predicted : 0;
  const recall = support > 0 ? hits / support : 0;
  return { key, precision, recall, f1: hits > 0 ? (2 * precision * recall) / (precision + recall) : 0, support };
}

/** One test text: indices into the intent keys (gold −1 when the model does not know it), and the confidence given. */
export interface IntentOutcome { gold: number; predicted: number; confidence: number }

export function intentMetrics(keys: readonly string[], outcomes: readonly IntentOutcome[]): ModelMetrics['intent'] {
  const counts = keys.map(() => new Array<number>(keys.length).fill(0));
  for (const { gold, predicted } of outcomes) if (gold >= 0) counts[gold]![predicted]!++;
  const perIntent = keys.map((key, k) => {
    const predicted = outcomes.filter((outcome) => outcome.predicted === k).length;
    const support = outcomes.filter(({ gold }) => gold === k).length;
    return labelScore(key, counts[k]![k]!, predicted, support);
  });
  const correct = outcomes.filter(({ gold, predicted }) => gold === predicted).length;
  return { accuracy: correct / Math.max(1, outcomes.length), macroF1: meanF1(perIntent), ece: calibrationError(outcomes), perIntent, confusion: { keys: [...keys], counts } };
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(outcomes: readonly IntentOutcome[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, correct: 0 }));
  for (const { gold, predicted, confidence } of outcomes) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.confidence += confidence;
    if (gold === predicted) bin.correct++;
  }
  return bins.reduce((sum, { confidence, correct }) => sum + Math.abs(confidence - correct), 0) / Math.max(1, outcomes.length);
}

/** Spans as `text index:slot:start:end` strings; a predicted span counts only when all of it is right. */
export function slotMetrics(keys: readonly string[], gold: ReadonlySet<string>, predicted: ReadonlySet<string>): ModelMetrics['slots'] {
  if (gold.size === 0) return null;
  const slotOf = (span: string): string => span.split('\u0000')[1]!;
  const count = (spans: Iterable<string>, key: string): number => [...spans].filter((span) => slotOf(span) === key).length;
  const hits = [...predicted].filter((span) => gold.has(span));
  const perSlot = keys.map((key) => labelScore(key, count(hits, key), count(predicted, key), count(gold, key)));
  return { microF1: labelScore('', hits.length, predicted.size, gold.size).f1, macroF1: meanF1(perSlot), perSlot };
}

/** Identifies a span among those of all texts. */
export const spanId = (text: number, { slot, start, end }: { slot: string; start: number; end: number }): string => [text, slot, start, end].join('\u0000');

const meanF1 = (scores: readonly LabelScore[]): number => {
  const present = scores.filter(({ support }) => support > 0);
  return present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length);
};
