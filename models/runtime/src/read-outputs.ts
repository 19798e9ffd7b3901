import type { ArtifactConfig } from '@banshi/artifact';
import { decodeBio, spansOfPath } from './bio.js';
import type { Interpretation, RawOutputs } from './interpretation.js';
import { softmax } from './softmax.js';
import type { TokenOffsets } from './token-alignment.js';

/** Turns the raw outputs for one text into intents, scope and slots. */
export function readOutputs(config: ArtifactConfig, characters: readonly string[], offsets: readonly TokenOffsets[], raw: RawOutputs): Omit<Interpretation, 'truncated'> {
  const probabilities = softmax(raw.intentLogits, config.temperature.intent);
  const intents = config.intents.map(({ key }, i) => ({ key, confidence: probabilities[i]! })).sort((a, b) => b.confidence - a.confidence);
  return { intents, outOfScope: isOutOfScope(config, probabilities), slots: readSlots(config, characters, offsets, raw.slotLogits) };
}

/** True when the best intent is an out-of-scope one or no in-scope intent reaches the threshold. */
export function isOutOfScope(config: Pick<ArtifactConfig, 'intents' | 'outOfScope'>, probabilities: ArrayLike<number>): boolean {
  let inScope = 0;
  let outside = 0;
  config.intents.forEach((intent, i) => {
    if (intent.outOfScope) outside = Math.max(outside, probabilities[i]!);
    else inScope = Math.max(inScope, probabilities[i]!);
  });
  return outside > inScope || inScope < config.outOfScope.threshold;
}

function readSlots(config: ArtifactConfig, characters: readonly string[], offsets: readonly TokenOffsets[], logits: Float32Array): Interpretation['slots'] {
  const labels = config.slotLabels.length;
  if (labels === 1) return [];
  // Special tokens carry no text: only what lies between [CLS] and [SEP] is decoded.
  const inner = logits.subarray(labels, (offsets.length - 1) * labels);
  const path = decodeBio(inner, labels);
  return spansOfPath(path).map(({ label, start, end }) => {
    const [first, last] = [offsets[start + 1]!, offsets[end]!];
    let logScore = 0;
    for (let t = start; t < end; t++) logScore += Math.log(softmax(inner.subarray(t * labels, (t + 1) * labels), config.temperature.slot)[path[t]!]!);
    return {
      slot: config.slotLabels[2 * label + 1]!.slice(2),
      start: first.start,
      end: last.end,
      text: characters.slice(first.start, last.end).join(''),
      score: Math.exp(logScore / (end - start)),
    };
  });
}
