import type { TrainerLine, TrainerMeasures } from '../executors/trainer-line.js';
import type { VariantKey, VariantMeasures } from './training-method.js';

/** By variant, null for the original: what was measured, and why a variant was not kept. */
export type Measured = Map<VariantKey | null, { measures: VariantMeasures; reason: string | null }>;

/** What the trainer said of its models when it was done. */
export function measuresOf(done: Extract<TrainerLine, { type: 'done' }> | null): Measured {
  return new Map((done?.variants ?? []).map((variant) => [keyOf(variant), { measures: pick(variant), reason: typeof variant['refused'] === 'string' ? variant['refused'] : null }]));
}

function keyOf(variant: TrainerMeasures): VariantKey | null {
  const { variant: key } = variant;
  return key === 'int8' || key === 'distilled' ? key : null;
}

const pick = ({ accuracy, macroF1, slotF1, bytes, latencyMs1, latencyMs8 }: TrainerMeasures): VariantMeasures => ({ accuracy, macroF1, slotF1, bytes, latencyMs1, latencyMs8 });
