import { z } from 'zod';

const finite = z.number().nullish().transform((value) => (value !== null && value !== undefined && Number.isFinite(value) ? value : null));
const measures = z.looseObject({
  accuracy: finite,
  macroF1: finite,
  slotF1: finite,
  bytes: finite,
  latencyMs1: finite,
  latencyMs8: finite,
});

const lines = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    step: z.number().int().min(0),
    steps: finite,
    epoch: z.number().transform(Math.floor),
    phase: z.string().max(40),
    loss: finite,
    lr: finite,
    metrics: z.record(z.string(), z.unknown()).nullish(),
    secondsLeft: finite,
  }),
  z.object({ type: z.literal('log'), level: z.string().default('info'), message: z.string() }),
  z.object({ type: z.literal('problem'), code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).nullish() }),
  z.looseObject({ type: z.literal('environment') }),
  z.object({ type: z.literal('done'), variants: z.array(measures) }),
]);

/** What the trainer says on its standard output, one JSON object a line. */
export type TrainerLine = z.infer<typeof lines>;
export type TrainerMeasures = z.infer<typeof measures>;

/** A line of the trainer; null for anything else that a library may have printed. NaN and Infinity, which Python writes, become null. */
export function parseTrainerLine(text: string): TrainerLine | null {
  if (!text.startsWith('{')) return null;
  try {
    return lines.parse(JSON.parse(text.replace(/(?<=[:[,]\s*)(NaN|-?Infinity)(?=\s*[,}\]])/g, 'null')));
  } catch {
    return null;
  }
}
