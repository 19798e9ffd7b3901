import type { TrainingPoint } from '../training-job.js';

export interface Curve {
  /** Phase, and where a phase is fitted several times, with which strength. */
  id: string;
  phase: string;
  strength: number | null;
  points: { step: number; epoch: number; loss: number }[];
}

/**
 * The loss of each fit of a training. A fit with another strength, or one that begins again at the first epoch, is a curve of
 * its own: its loss starts anew, and one line through both would tell nothing.
 */
export function curvesOf(points: readonly TrainingPoint[]): Curve[] {
  const curves: Curve[] = [];
  for (const { step, phase, epoch, loss, metrics } of points) {
    if (loss === null) continue;
    const strength = metrics['strength'] ?? null;
    const last = curves.at(-1);
    const goesOn = last && last.phase === phase && last.strength === strength && epoch > last.points.at(-1)!.epoch;
    if (goesOn) last.points.push({ step, epoch, loss });
    else curves.push({ id: `${phase}-${curves.length}`, phase, strength, points: [{ step, epoch, loss }] });
  }
  return curves;
}

/** Metrics that points carry besides settings of the fit, by name: the last value of each. */
export function lastMetrics(points: readonly TrainingPoint[]): Record<string, number> {
  const { strength: _, ...metrics } = Object.assign({}, ...points.map((point) => point.metrics)) as Record<string, number>;
  return metrics;
}

/** Stored points and those that came live since, each step once and in order. A run that started over replaces what it had. */
export function joined(stored: readonly TrainingPoint[], live: readonly TrainingPoint[]): TrainingPoint[] {
  const bySteps = new Map([...live, ...stored].map((point) => [point.step, point]));
  return [...bySteps.values()].sort((a, b) => a.step - b.step);
}
