import type { CharVocabulary } from './char-vocabulary.js';
import type { ShapeTable } from './character-shape.js';
import { fitTemperature } from './calibration.js';
import { UNSEEN_ROW } from './ngram-features.js';
import { learnSlotSpace, slotRows, slotSums } from './slot-features.js';
import type { SlotSpace } from './slot-features.js';
import { keptRows, tagLogits, trainTagger } from './slot-tagger.js';
import type { TaggedText, Tagger } from './slot-tagger.js';
import type { HeadHyper } from './head-hyper.js';
import type { Example } from './training-input.js';

export interface FittedSlots { space: SlotSpace; weights: Float32Array; temperature: number }

export interface SlotInput {
  /** Keys of the slots that occur in the training texts. */
  keys: string[];
  train: Example[];
  validation: Example[];
  vocabulary: CharVocabulary;
  shapes: ShapeTable;
  maxLength: number;
  hyper: HeadHyper;
  seed: number;
  onEpoch: (epoch: number, loss: number) => void;
}

/** Tokens of held-out text that the temperature is fitted on, at most. */
const CALIBRATION_TOKENS = 8000;
/** Weights held while fitting, at most: with the averages they take 12 bytes each. */
const MAX_CELLS = 16_000_000;

/** `O`, then `B-key` and `I-key` of every slot. */
export const slotLabels = (keys: readonly string[]): string[] => ['O', ...keys.flatMap((key) => [`B-${key}`, `I-${key}`])];

/** Fits a tagger without the validation texts for the temperature, then one with them for use. */
export function fitSlots(input: SlotInput): FittedSlots {
  const labels = slotLabels(input.keys).length;
  const fit = (examples: readonly Example[], epochs: number): { space: SlotSpace; tagger: Tagger } => {
    const sums = examples.map(({ text }) => slotSums(input.vocabulary.encode(text, input.maxLength), input.shapes));
    const space = learnSlotSpace(sums, Math.floor(MAX_CELLS / labels));
    const texts = examples.map((example, i) => ({ rows: slotRows(sums[i]!, space), tags: tagsOf(example, input.keys, input.maxLength) }));
    const options = { labels, rows: space.rows, epochs, seed: input.seed, onEpoch: input.onEpoch };
    return { space, tagger: trainTagger(texts, options) };
  };
  const temperature = input.validation.length > 0 ? slotTemperature(input, fit(input.train, Math.ceil(input.hyper.slotEpochs / 2))) : 1;
  const { space, tagger } = fit([...input.train, ...input.validation], input.hyper.slotEpochs);
  return { ...compact(space, tagger, Math.floor(input.hyper.maxTableBytes / labels)), temperature };
}

/** Drops the rows that carry no weight, and the rarest beyond `maxRows`: their buckets become unseen ones. */
function compact(space: SlotSpace, tagger: Tagger, maxRows: number): { space: SlotSpace; weights: Float32Array } {
  const { labels } = tagger;
  const kept = keptRows(tagger, space.counts, maxRows);
  const newRow = new Int32Array(space.rows).fill(UNSEEN_ROW);
  const weights = new Float32Array((kept.length + 2) * labels);
  kept.forEach((row, i) => {
    newRow[row] = i + 2;
    weights.set(tagger.weights.subarray(row * labels, (row + 1) * labels), (i + 2) * labels);
  });
  return { space: { buckets: space.buckets, rowOf: space.rowOf.map((row) => newRow[row]!), rows: kept.length + 2, counts: Int32Array.from([0, 0, ...kept.map((row) => space.counts[row]!)]) }, weights };
}

function slotTemperature(input: SlotInput, { space, tagger }: { space: SlotSpace; tagger: Tagger }): number {
  const { labels } = tagger;
  const logits: Float32Array[] = [];
  const gold: number[] = [];
  for (const example of input.validation) {
    if (gold.length >= CALIBRATION_TOKENS) break;
    const sums = slotSums(input.vocabulary.encode(example.text, input.maxLength), input.shapes);
    const scores = tagLogits(slotRows(sums, space), tagger);
    tagsOf(example, input.keys, input.maxLength).forEach((tag, t) => {
      logits.push(scores.subarray(t * labels, (t + 1) * labels));
      gold.push(tag);
    });
  }
  return fitTemperature({ logits, labels: gold });
}

/** One tag for every token, `[CLS]` and `[SEP]` included (always `O`). */
function tagsOf({ text, spans }: Example, keys: readonly string[], maxLength: number): TaggedText['tags'] {
  const tokens = Math.min(maxLength, Array.from(text).length + 2);
  const tags = new Int32Array(tokens);
  for (const { start, end, slot } of spans) {
    const label = 2 * keys.indexOf(slot) + 1;
    if (label < 1) continue;
    for (let at = start; at < end && at + 1 < tokens - 1; at++) tags[at + 1] = at === start ? label : label + 1;
  }
  return tags;
}
