import type { ShapeTable } from './character-shape.js';
import { fitTemperature } from './calibration.js';
import { UNSEEN_ROW } from './ngram-features.js';
import { learnSlotSpace, slotRows } from './slot-features.js';
import type { SlotSpace } from './slot-features.js';
import { keptRows, tagLogits, trainTagger } from './slot-tagger.js';
import type { TaggedText, Tagger } from './slot-tagger.js';
import type { HeadHyper } from './head-hyper.js';
import type { Example } from './training-input.js';

export interface FittedSlots { space: SlotSpace; weights: Float32Array; temperature: number }

export interface SlotInput {
  /** Keys of the slots that occur in the training texts. */
  keys: string[];
  train: SlotTexts;
  validation: SlotTexts;
  shapes: ShapeTable;
  hyper: HeadHyper;
  seed: number;
  onEpoch: (epoch: number, loss: number) => void;
}

/** Examples with the token ids of each. */
export interface SlotTexts { examples: Example[]; ids: number[][] }

/** Tokens of held-out text that the temperature is fitted on, at most. */
const CALIBRATION_TOKENS = 8000;
/** Weights held while fitting, at most: with the averages they take 12 bytes each. */
const MAX_CELLS = 16_000_000;

/** `O`, then `B-key` and `I-key` of every slot. */
export const slotLabels = (keys: readonly string[]): string[] => ['O', ...keys.flatMap((key) => [`B-${key}`, `I-${key}`])];

/** Fits a tagger without the validation texts for the temperature, then one with them for use. */
export function fitSlots(input: SlotInput): FittedSlots {
  const { keys, train, validation, shapes, hyper, seed, onEpoch } = input;
  const labels = slotLabels(keys).length;
  const ids = [...train.ids, ...validation.ids];
  const space = learnSlotSpace(ids, shapes, Math.floor(MAX_CELLS / labels));
  const texts = [...train.examples, ...validation.examples].map((example, i): TaggedText => ({ rows: slotRows(ids[i]!, shapes, space), tags: tagsOf(example, keys, ids[i]!.length) }));
  const fit = (some: readonly TaggedText[], epochs: number): Tagger => trainTagger(some, { labels, rows: space.rows, epochs, seed, onEpoch });
  const [fitted, heldOut] = [texts.slice(0, train.ids.length), texts.slice(train.ids.length)];
  const temperature = heldOut.length > 0 ? slotTemperature(heldOut, fit(fitted, Math.ceil(hyper.slotEpochs / 2))) : 1;
  return { ...compact(space, fit(texts, hyper.slotEpochs), Math.floor(hyper.maxTableBytes / labels)), temperature };
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

function slotTemperature(heldOut: readonly TaggedText[], tagger: Tagger): number {
  const { labels } = tagger;
  const logits: Float32Array[] = [];
  const gold: number[] = [];
  for (const { rows, tags } of heldOut) {
    if (gold.length >= CALIBRATION_TOKENS) break;
    const scores = tagLogits(rows, tagger);
    tags.forEach((tag, t) => {
      logits.push(scores.subarray(t * labels, (t + 1) * labels));
      gold.push(tag);
    });
  }
  return fitTemperature({ logits, labels: gold });
}

/** One tag for every token, `[CLS]` and `[SEP]` included (always `O`). */
function tagsOf({ spans }: Example, keys: readonly string[], tokens: number): TaggedText['tags'] {
  const tags = new Int32Array(tokens);
  for (const { start, end, slot } of spans) {
    const label = 2 * keys.indexOf(slot) + 1;
    if (label < 1) continue;
    for (let at = start; at < end && at + 1 < tokens - 1; at++) tags[at + 1] = at === start ? label : label + 1;
  }
  return tags;
}
