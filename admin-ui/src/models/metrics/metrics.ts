import { hasEnoughTests } from '../../shared/few-tests.js';

/** Precision, recall and F1 of one label; `support` counts its gold occurrences. Shares are 0 to 1. */
export interface LabelScore {
  key: string;
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

/** `metrics.json` of a model version, measured on the held-out part of its snapshot. */
export interface ModelMetrics {
  sizes: { train: number; validation: number; test: number };
  intent: {
    accuracy: number;
    macroF1: number;
    /** Expected calibration error. */
    ece: number;
    perIntent: LabelScore[];
    /** `counts[gold][predicted]`, in the order of `keys`. */
    confusion: { keys: string[]; counts: number[][] };
  };
  slots: { microF1: number; macroF1: number; perSlot: LabelScore[] } | null;
  outOfScope: { precision: number; recall: number; support: number } | null;
  calibration: { temperature: number; nllBefore: number; nllAfter: number };
}

/** Below, an intent misunderstands more than the contract rules let pass without a word. */
export const weakF1 = 0.7;
export const goodF1 = 0.9;

export interface Confusion {
  gold: string;
  predicted: string;
  count: number;
  /** Of the gold intent's held-out utterances. */
  share: number;
}

/** What is mistaken for what, the most frequent first. */
export function confusionsOf({ keys, counts }: ModelMetrics['intent']['confusion']): Confusion[] {
  return counts
    .flatMap((row, gold) => {
      const support = row.reduce((sum, count) => sum + count, 0);
      return row.map((count, predicted) => ({ gold: keys[gold]!, predicted: keys[predicted]!, count, share: support > 0 ? count / support : 0, isRight: gold === predicted }));
    })
    .filter(({ count, isRight }) => count > 0 && !isRight)
    .sort((a, b) => b.count - a.count || b.share - a.share)
    .map(({ isRight: _, ...confusion }) => confusion);
}

/** Rows and columns that are worth looking at: all while they fit, else those with the most mistakes. Indices into `keys`. */
export function shownIntents({ counts }: ModelMetrics['intent']['confusion'], limit: number): number[] {
  const mistakes = counts.map((row, i) => row.reduce((sum, count, j) => sum + (i === j ? 0 : count), 0) + counts.reduce((sum, other, j) => sum + (i === j ? 0 : (other[i] ?? 0)), 0));
  const all = counts.map((_, i) => i);
  if (all.length <= limit) return all;
  return all
    .sort((a, b) => mistakes[b]! - mistakes[a]!)
    .slice(0, limit)
    .sort((a, b) => a - b);
}

/** The weakest of those that were measured well enough to say so, weakest first. */
export const weakest = (scores: readonly LabelScore[], below: number = goodF1): LabelScore[] => measured(scores).filter(({ f1 }) => f1 < below).sort((a, b) => a.f1 - b.f1);

/** Those with enough held-out texts for a score to mean something. */
export const measured = (scores: readonly LabelScore[]): LabelScore[] => scores.filter(({ support }) => hasEnoughTests(support));
