import { softmax } from '@banshi/runtime';
import type { ThresholdSource } from '@banshi/artifact';
import { fitTemperature, negativeLogLikelihood } from './calibration.js';
import type { HeldOut } from './calibration.js';
import { intentMetrics } from './metrics.js';
import { learnNgramSpace, ngramRows } from './ngram-features.js';
import type { NgramSpace } from './ngram-features.js';
import { chooseThreshold, DEFAULT_THRESHOLD } from './out-of-scope.js';
import type { ScopeCase } from './out-of-scope.js';
import { seededRandom, shuffle } from './random.js';
import { fitSoftmax, softmaxLogits } from './softmax-regression.js';
import type { SoftmaxFit } from './softmax-regression.js';
import type { HeadHyper } from './head-hyper.js';

/** Labelled texts as token ids; labels index the intents. */
export interface LabelledIds { ids: number[][]; labels: number[] }

export interface IntentInput {
  intents: { key: string; outOfScope: boolean }[];
  train: LabelledIds;
  validation: LabelledIds;
  hyper: HeadHyper;
  seed: number;
  onEpoch: (epoch: number, loss: number, strength: number) => void;
}

export interface FittedIntents {
  space: NgramSpace;
  weights: Float32Array;
  bias: Float32Array;
  strength: number;
  temperature: number;
  nll: { before: number; after: number };
  threshold: number;
  thresholdSource: ThresholdSource;
  isCrossValidated: boolean;
}

/** With fewer validation texts than this, held-out predictions come from cross-validation over all texts. */
const MIN_VALIDATION = 40;
const FOLDS = 4;
/** Groups in which intents are held out in turn to see what unknown intents look like. */
const HELD_OUT_GROUPS = 3;
/** Those fits only show a distribution of confidences; they need not converge. */
const SCOPE_EPOCHS = 10;

interface Part { fit: LabelledIds; heldOut: LabelledIds }

/**
 * Chooses the regularisation, the temperature and the out-of-scope threshold on texts that were not fitted, then fits once
 * more on all of them.
 */
export function fitIntents(input: IntentInput): FittedIntents {
  const isCrossValidated = input.validation.labels.length < MIN_VALIDATION;
  const all = concat(input.train, input.validation);
  const parts = isCrossValidated ? folds(all, input.seed) : [{ fit: input.train, heldOut: input.validation }];
  const { strength, heldOut } = chooseStrength(input, parts);
  const temperature = fitTemperature(heldOut);
  const scope = chooseScope(input, parts, heldOut, strength, temperature);
  const space = learnNgramSpace(all.ids, maxRows(input));
  const fit = fitPart(input, all, space, strength);
  const nll = { before: negativeLogLikelihood(heldOut, 1), after: negativeLogLikelihood(heldOut, temperature) };
  return { space, weights: fit.weights, bias: fit.bias, strength, temperature, nll, ...scope, isCrossValidated };
}

const maxRows = ({ hyper, intents }: IntentInput): number => Math.floor(hyper.maxTableBytes / intents.length);

/** Differences smaller than this in (accuracy + macro-F1) / 2 are noise on a validation part of a few hundred texts. */
const CLEARLY_BETTER = 0.01;

/** The first strength, unless another has a clearly better mean of accuracy and macro-F1 on held-out texts. */
function chooseStrength(input: IntentInput, parts: readonly Part[]): { strength: number; heldOut: HeldOut } {
  const keys = input.intents.map(({ key }) => key);
  const { strengths } = input.hyper;
  const ascending = strengths.map((_, s) => s).sort((a, b) => strengths[a]! - strengths[b]!);
  const heldOut = strengths.map((): HeldOut => ({ logits: [], labels: [] }));
  for (const part of parts) {
    const space = learnNgramSpace(part.fit.ids, maxRows(input));
    const rows = ngramRows(part.heldOut.ids, space);
    let warm: SoftmaxFit | undefined;
    for (const s of ascending) {
      warm = fitPart(input, part.fit, space, strengths[s]!, { warm });
      heldOut[s]!.logits.push(...softmaxLogits(rows, warm));
      heldOut[s]!.labels.push(...part.heldOut.labels);
    }
  }
  const scores = heldOut.map(({ logits, labels }) => {
    const outcomes = logits.map((row, i) => ({ gold: labels[i]!, predicted: row.indexOf(Math.max(...row)), confidence: 1 }));
    const { accuracy, macroF1 } = intentMetrics(keys, outcomes);
    return (accuracy + macroF1) / 2;
  });
  const top = scores.indexOf(Math.max(...scores));
  const best = scores[top]! > scores[0]! + CLEARLY_BETTER ? top : 0;
  return { strength: strengths[best]!, heldOut: heldOut[best]! };
}

/** Classes weigh by the root of their rarity: full balancing trusts the labels of rare classes too much. */
function fitPart(input: IntentInput, part: LabelledIds, space: NgramSpace, strength: number, limits: { warm?: SoftmaxFit | undefined; maxEpochs?: number } = {}): SoftmaxFit {
  const classes = input.intents.length;
  const counts = new Float64Array(classes);
  for (const label of part.labels) counts[label]!++;
  const classWeights = Float32Array.from(counts, (count) => Math.sqrt(part.labels.length / classes / Math.max(1, count)));
  const problem = { rows: ngramRows(part.ids, space), labels: Int32Array.from(part.labels), classes, features: space.idf.length, classWeights };
  const { maxEpochs, tolerance } = input.hyper;
  return fitSoftmax(problem, { strength, maxEpochs, tolerance, seed: input.seed, ...limits, onEpoch: (epoch, loss) => input.onEpoch(epoch, loss, strength) });
}

/**
 * Out-of-scope examples train a class of their own, which says little about texts of kinds that nobody thought of. So texts
 * of intents that were held out from the fit count as outside too, whenever there are intents enough.
 */
function chooseScope(input: IntentInput, parts: readonly Part[], heldOut: HeldOut, strength: number, temperature: number): { threshold: number; thresholdSource: ThresholdSource } {
  const cases = heldOut.logits.map((row, i) => scopeCase(input.intents, row, temperature, input.intents[heldOut.labels[i]!]!.outOfScope));
  const hasExamples = cases.some(({ isOutside }) => isOutside);
  const unknown = unknownIntentCases(input, parts[0]!, strength, temperature);
  if (!hasExamples && unknown.length === 0) return { threshold: DEFAULT_THRESHOLD, thresholdSource: 'default' };
  return { threshold: chooseThreshold([...cases, ...unknown], input.hyper.maxFalseRejection), thresholdSource: hasExamples ? 'examples' : 'held-out-intents' };
}

/** Fits without a third of the intents at a time and looks how confident the rest is about their texts. */
function unknownIntentCases(input: IntentInput, { fit, heldOut }: Part, strength: number, temperature: number): ScopeCase[] {
  const present = [...new Set(fit.labels)].filter((label) => !input.intents[label]!.outOfScope).sort((a, b) => a - b);
  if (present.length < 2 * HELD_OUT_GROUPS) return [];
  const shuffled = shuffle(present, seededRandom(input.seed));
  const space = learnNgramSpace(fit.ids, maxRows(input));
  return Array.from({ length: HELD_OUT_GROUPS }, (_, group) => group).flatMap((group) => {
    const hidden = new Set(shuffled.filter((_, i) => i % HELD_OUT_GROUPS === group));
    const model = fitPart(input, select(fit, (label) => !hidden.has(label)), space, strength, { maxEpochs: SCOPE_EPOCHS });
    const unknown = select(heldOut, (label) => hidden.has(label));
    const known = input.intents.map((intent, i) => ({ ...intent, isHidden: hidden.has(i) }));
    return softmaxLogits(ngramRows(unknown.ids, space), model).map((row) => {
      const visible = row.filter((_, i) => !known[i]!.isHidden);
      return { ...scopeCase(known.filter(({ isHidden }) => !isHidden), visible, temperature, true) };
    });
  });
}

function scopeCase(intents: readonly { outOfScope: boolean }[], logits: Float32Array, temperature: number, isOutside: boolean): ScopeCase {
  const probabilities = softmax(logits, temperature);
  const best = (outOfScope: boolean): number => intents.reduce((max, intent, i) => (intent.outOfScope === outOfScope ? Math.max(max, probabilities[i]!) : max), 0);
  return { inScope: best(false), isWonByOutside: best(true) > best(false), isOutside };
}

const concat = (a: LabelledIds, b: LabelledIds): LabelledIds => ({ ids: [...a.ids, ...b.ids], labels: [...a.labels, ...b.labels] });

function select({ ids, labels }: LabelledIds, keep: (label: number, index: number) => boolean): LabelledIds {
  const indices = labels.map((_, i) => i).filter((i) => keep(labels[i]!, i));
  return { ids: indices.map((i) => ids[i]!), labels: indices.map((i) => labels[i]!) };
}

/** Folds with every class spread over them as evenly as it goes. */
function folds(all: LabelledIds, seed: number): Part[] {
  const order = shuffle(all.labels.map((_, i) => i), seededRandom(seed)).sort((a, b) => all.labels[a]! - all.labels[b]!);
  const foldOf = new Int32Array(order.length);
  order.forEach((example, rank) => (foldOf[example] = rank % FOLDS));
  return Array.from({ length: FOLDS }, (_, fold) => ({
    fit: select(all, (_, i) => foldOf[i] !== fold),
    heldOut: select(all, (_, i) => foldOf[i] === fold),
  }));
}
