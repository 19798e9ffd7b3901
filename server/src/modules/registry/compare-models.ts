import type { ModelMetrics } from '@banshi/artifact';
import type { ModelVersion } from './model-version.entity.js';
import { wilson } from './wilson.js';

/** How well one label was met: `correct` of `support` held-out texts, with the 95 % interval of that share. */
export interface LabelResult {
  f1: number;
  precision: number;
  recall: number;
  support: number;
  correct: number;
  interval: [number, number];
}

export interface LabelComparison {
  key: string;
  /** Null where the version does not know the label, or no held-out text has it. */
  a: LabelResult | null;
  b: LabelResult | null;
  /** b's F1 minus a's; null where one is missing. */
  difference: number | null;
  /** The intervals do not meet, so the difference is more than chance. */
  isClear: boolean;
}

export interface ModelComparison {
  a: { id: string; n: number };
  b: { id: string; n: number };
  /** Both were measured on the same held-out texts. Otherwise differences mix the models with their tests. */
  isSameTest: boolean;
  accuracy: { a: Share; b: Share; difference: number };
  macroF1: { a: number; b: number; difference: number };
  slotF1: { a: number | null; b: number | null };
  intents: LabelComparison[];
  slots: LabelComparison[];
  lost: { intents: string[]; slots: string[] };
  gained: { intents: string[]; slots: string[] };
}

interface Share {
  value: number;
  correct: number;
  total: number;
  interval: [number, number];
}

/** What `b` does better or worse than `a`, label by label. */
export function compareModels(a: ModelVersion, b: ModelVersion): ModelComparison {
  const accuracy = { a: shareOf(a.metrics), b: shareOf(b.metrics) };
  const [macroA, macroB] = [a.metrics.intent.macroF1, b.metrics.intent.macroF1];
  const without = (from: readonly string[], other: readonly string[]) => from.filter((key) => !other.includes(key));
  return {
    a: { id: a.id, n: a.n },
    b: { id: b.id, n: b.n },
    isSameTest: a.snapshotId === b.snapshotId,
    accuracy: { ...accuracy, difference: accuracy.b.value - accuracy.a.value },
    macroF1: { a: macroA, b: macroB, difference: macroB - macroA },
    slotF1: { a: a.metrics.slots?.microF1 ?? null, b: b.metrics.slots?.microF1 ?? null },
    intents: labels(a.intents, b.intents, a.metrics.intent.perIntent, b.metrics.intent.perIntent),
    slots: labels(a.slots, b.slots, a.metrics.slots?.perSlot ?? [], b.metrics.slots?.perSlot ?? []),
    lost: { intents: without(a.intents, b.intents), slots: without(a.slots, b.slots) },
    gained: { intents: without(b.intents, a.intents), slots: without(b.slots, a.slots) },
  };
}

type Score = ModelMetrics['intent']['perIntent'][number];

function labels(keysA: readonly string[], keysB: readonly string[], scoresA: readonly Score[], scoresB: readonly Score[]): LabelComparison[] {
  return [...new Set([...keysA, ...keysB])].sort().map((key) => {
    const a = resultOf(scoresA.find((score) => score.key === key));
    const b = resultOf(scoresB.find((score) => score.key === key));
    const isClear = a !== null && b !== null && (a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0]);
    return { key, a, b, difference: a && b ? b.f1 - a.f1 : null, isClear };
  });
}

function resultOf(score: Score | undefined): LabelResult | null {
  if (!score || score.support === 0) return null;
  const correct = Math.round(score.recall * score.support);
  return { f1: score.f1, precision: score.precision, recall: score.recall, support: score.support, correct, interval: wilson(correct, score.support) };
}

function shareOf({ intent }: ModelMetrics): Share {
  const { counts } = intent.confusion;
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const correct = counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  return { value: intent.accuracy, correct, total, interval: wilson(correct, total) };
}
