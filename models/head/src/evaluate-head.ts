import type { ModelMetrics } from '@banshi/artifact';
import type { ModelSession } from '@banshi/runtime';
import { intentMetrics, slotMetrics, spanId } from './metrics.js';
import type { TrainingInput } from './training-input.js';

/** Measures a model on the test part through the very files that will serve. */
export async function evaluateHead(session: ModelSession, input: TrainingInput, calibration: ModelMetrics['calibration']): Promise<ModelMetrics> {
  const { config } = session;
  const answers = await session.interpret(input.test.map(({ text }) => text));
  const keys = config.intents.map(({ key }) => key);
  const labelled = input.test.map((example, i) => ({ example, answer: answers[i]! })).filter(({ example }) => example.intent !== null);
  const outcomes = labelled.map(({ example, answer }) => {
    const best = answer.intents[0]!;
    return { gold: keys.indexOf(example.intent!), predicted: keys.indexOf(best.key), confidence: best.confidence };
  });
  const gold = new Set(input.test.flatMap(({ spans }, i) => spans.map((span) => spanId(i, span))));
  const found = new Set(answers.flatMap(({ slots }, i) => slots.map((span) => spanId(i, span))));
  return {
    schema: 1,
    sizes: { train: input.train.length, validation: input.validation.length, test: input.test.length },
    intent: intentMetrics(keys, outcomes),
    slots: slotMetrics(input.slots.map(({ key }) => key), gold, found),
    outOfScope: scopeMetrics(input, labelled.map(({ example, answer }) => ({ intent: example.intent!, isRefused: answer.outOfScope }))),
    calibration,
  };
}

function scopeMetrics(input: TrainingInput, cases: { intent: string; isRefused: boolean }[]): ModelMetrics['outOfScope'] {
  const outside = new Set(input.intents.filter(({ outOfScope }) => outOfScope).map(({ key }) => key));
  const support = cases.filter(({ intent }) => outside.has(intent)).length;
  if (support === 0) return null;
  const refused = cases.filter(({ isRefused }) => isRefused);
  const hits = refused.filter(({ intent }) => outside.has(intent)).length;
  return { precision: hits / Math.max(1, refused.length), recall: hits / support, support };
}
