import { hasEnoughTests } from '../shared/few-tests.js';

export interface ModelContent {
  title: string;
  version: number;
  intents: string[];
  slots: string[];
  metrics: { accuracy: number; macroF1: number; slotF1: number | null; perIntent: { intent: string; f1: number; support: number }[] };
}

export interface ScoreRow {
  /** `accuracy`, `macroF1` or `slotF1`. */
  name: 'accuracy' | 'macroF1' | 'slotF1';
  before: number | null;
  after: number | null;
  /** After minus before; null where one is not known. */
  difference: number | null;
}

/** What two models measured on their held-out texts. */
export function scoresOf(before: ModelContent | null, after: ModelContent | null): ScoreRow[] {
  return (['accuracy', 'macroF1', 'slotF1'] as const).map((name) => {
    const [a, b] = [before?.metrics[name] ?? null, after?.metrics[name] ?? null];
    return { name, before: a, after: b, difference: a === null || b === null ? null : b - a };
  });
}

/** Intents that the new model understands worse, the worst first; `by` is the F1 that was lost. */
export function lossesOf(before: ModelContent | null, after: ModelContent | null, noticeable = 0.02): { intent: string; by: number }[] {
  const old = new Map((before?.metrics.perIntent ?? []).filter(({ support }) => hasEnoughTests(support)).map(({ intent, f1 }) => [intent, f1]));
  return (after?.metrics.perIntent ?? [])
    .filter(({ support }) => hasEnoughTests(support))
    .flatMap(({ intent, f1 }) => (old.has(intent) && old.get(intent)! - f1 > noticeable ? [{ intent, by: old.get(intent)! - f1 }] : []))
    .sort((a, b) => b.by - a.by);
}
