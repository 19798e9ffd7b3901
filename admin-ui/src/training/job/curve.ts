import type { TrainingPoint } from '../training-job.js';

export interface Curve {
  /** Phase, and where a phase is fitted several times, with which strength. */
  id: string;
  phase: string;
  strength: number | null;
  points: { step: number; epoch: number; loss: number }[];
}

/** Phases that take long and are followed step by step; the others by their epochs. */
const steppedPhases = ['train', 'distil'];
const isStepped = (phase: string) => steppedPhases.includes(phase);

/** Of a long phase: the loss and the learning rate by step, the figures of the validation part by epoch. */
export interface Series {
  phase: string;
  loss: { step: number; loss: number }[];
  rate: { step: number; rate: number }[];
  figures: ({ epoch: number } & Record<string, number>)[];
}

/** Names of the figures that are drawn, in this order. */
export const figureNames = ['macroF1', 'accuracy', 'slotF1'] as const;

export function seriesOf(points: readonly TrainingPoint[]): Series[] {
  return steppedPhases.flatMap((phase) => {
    const own = points.filter((point) => point.phase === phase);
    if (own.length === 0) return [];
    const byStep = new Map(own.map((point) => [point.step, point]));
    const steps = [...byStep.values()].sort((a, b) => a.step - b.step);
    const shown = (metrics: TrainingPoint['metrics']) => Object.fromEntries(figureNames.flatMap((name) => (typeof metrics[name] === 'number' ? [[name, metrics[name]]] : [])));
    return [
      {
        phase,
        loss: steps.flatMap(({ step, loss }) => (loss === null ? [] : [{ step, loss }])),
        rate: steps.flatMap(({ step, learningRate }) => (learningRate === null ? [] : [{ step, rate: learningRate }])),
        figures: own.filter(({ metrics }) => figureNames.some((name) => name in metrics)).map(({ epoch, metrics }) => ({ epoch, ...shown(metrics) })),
      },
    ];
  });
}

/**
 * The loss of each fit of a training. A fit with another strength, or one that begins again at the first epoch, is a curve of
 * its own: its loss starts anew, and one line through both would tell nothing.
 */
export function curvesOf(points: readonly TrainingPoint[]): Curve[] {
  const curves: Curve[] = [];
  for (const { step, phase, epoch, loss, metrics } of points) {
    if (loss === null || isStepped(phase)) continue;
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
  const keyOf = ({ phase, step, epoch, metrics }: TrainingPoint) => (isStepped(phase) ? `${phase} ${step} ${epoch} ${Object.keys(metrics).length > 0}` : `${step}`);
  const byKey = new Map([...live, ...stored].map((point) => [keyOf(point), point]));
  return [...byKey.values()].sort((a, b) => a.at.localeCompare(b.at) || a.step - b.step);
}
