import { softmax } from '@banshi/runtime';
import type { ThresholdSource } from '@banshi/artifact';
import { fitTemperature, negativeLogLikelihood } from './calibration.js';
import type { HeldOut } from './calibration.js';
import { intentMetrics } from './metrics.js';
import type { IntentOutcome } from './metrics.js';
import { learnNgramSpace, ngramRows } from './ngram-features.js';
import type { NgramSpace } from './ngram-features.js';
import { chooseThreshold, DEFAULT_THRESHOLD } from './out-of-scope.js';
import type { ScopeCase } from './out-of-scope.js';
import { seededRandom, shuffle } from './random.js';
import { fitSoftmax, softmaxLogits } from './softmax-regression.js';
import type { FeatureRows, SoftmaxFit } from './softmax-regression.js';
import type { HeadHyper } from './head-hyper.js';

/**
 * Length of a sentence vector beside the n-gram features, whose length is 1. On two public intent sets 1 was best;
 * 1.5 and 2.5 lowered the accuracy of the one by 1 and 1.5 points.
 */
const VECTOR_SCALE = 1;

/** Labelled texts as token ids, each with its sentence vector where there is an encoder; labels index the intents. */
export interface LabelledTexts { ids: number[][]; labels: number[]; vectors: Float32Array[] | null }

export interface IntentInput {
  intents: { key: string; outOfScope: boolean }[];
  train: LabelledTexts;
  validation: LabelledTexts;
  hyper: HeadHyper;
  seed: number;
  onEpoch: (epoch: number, loss: number, strength: number) => void;
}

export interface FittedIntents {
  space: NgramSpace;
  weights: Float32Array;
  /** `vector size × intents`, for the unit vector; empty without an encoder. */
  vectorWeights: Float32Array;
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
/** Texts on which strengths are compared, at most: that many tell them apart, and more take longer. */
const STRENGTH_TEXTS = 3000;
/** Fits that are only compared with each other need not converge as far. */
const SEARCH_TOLERANCE = 0.1;
/** Groups in which intents are held out in turn to see what unknown intents look like. */
const HELD_OUT_GROUPS = 3;
/** Those fits only show a distribution of confidences. */
const SCOPE_EPOCHS = 3;

/** Rows that are fitted and rows that the fit is tried on. */
interface Part { fit: Int32Array; heldOut: Int32Array }

/** The features of all texts, computed once; every fit takes some of the rows. */
interface Rows { features: FeatureRows; labels: Int32Array; space: NgramSpace }

/**
 * Chooses the regularisation, the temperature and the out-of-scope threshold on texts that were not fitted, then fits once
 * more on all of them. The features are learned on all texts, labels unseen: document frequencies know no answer.
 */
export function fitIntents(input: IntentInput): FittedIntents {
  const { train, validation } = input;
  const rows = featureRows(input);
  const isCrossValidated = validation.labels.length < MIN_VALIDATION;
  const everyRow = Int32Array.from(rows.labels.keys());
  const parts = isCrossValidated ? folds(rows.labels, input.seed) : [{ fit: everyRow.slice(0, train.labels.length), heldOut: everyRow.slice(train.labels.length) }];
  const strength = chooseStrength(input, rows, parts);
  const fits = parts.map(({ fit }) => fitRows(input, rows, fit, strength));
  const heldOut = parts.reduce((all, part, p) => joined(all, logitsOf(rows, fits[p]!, part.heldOut)), { logits: [], labels: [] } as HeldOut);
  const temperature = fitTemperature(heldOut);
  const scope = chooseScope(input, rows, parts[0]!, fits[0]!, { heldOut, strength, temperature });
  const fit = fitRows(input, rows, everyRow, strength, { warm: fits[0] });
  const nll = { before: negativeLogLikelihood(heldOut, 1), after: negativeLogLikelihood(heldOut, temperature) };
  const vectorWeights = fit.denseWeights.map((weight) => weight * VECTOR_SCALE);
  return { space: rows.space, weights: fit.weights, vectorWeights, bias: fit.bias, strength, temperature, nll, ...scope, isCrossValidated };
}

function featureRows({ train, validation, hyper, intents }: IntentInput): Rows {
  const ids = [...train.ids, ...validation.ids];
  const space = learnNgramSpace(ids, Math.floor(hyper.maxTableBytes / intents.length));
  const vectors = [...(train.vectors ?? []), ...(validation.vectors ?? [])];
  const denseWidth = vectors[0]?.length ?? 0;
  const dense = new Float32Array(vectors.length * denseWidth);
  vectors.forEach((vector, i) => vector.forEach((value, d) => (dense[i * denseWidth + d] = value * VECTOR_SCALE)));
  return { features: { sparse: ngramRows(ids, space), sparseWidth: space.idf.length, dense, denseWidth }, labels: Int32Array.from([...train.labels, ...validation.labels]), space };
}

/** Differences smaller than this in (accuracy + macro-F1) / 2 are noise on a validation part of a few hundred texts. */
const CLEARLY_BETTER = 0.01;

/** The first strength, unless another has a clearly better mean of accuracy and macro-F1 on held-out texts. */
function chooseStrength(input: IntentInput, rows: Rows, parts: readonly Part[]): number {
  const { strengths } = input.hyper;
  if (strengths.length === 1) return strengths[0]!;
  const keys = input.intents.map(({ key }) => key);
  const ascending = strengths.map((_, s) => s).sort((a, b) => strengths[a]! - strengths[b]!);
  const outcomes = strengths.map((): IntentOutcome[] => []);
  for (const part of parts) {
    const fitted = shuffle(part.fit.slice(), seededRandom(input.seed)).slice(0, STRENGTH_TEXTS);
    let warm: SoftmaxFit | undefined;
    for (const s of ascending) {
      warm = fitRows(input, rows, fitted, strengths[s]!, { warm, tolerance: SEARCH_TOLERANCE });
      const { logits, labels } = logitsOf(rows, warm, part.heldOut);
      logits.forEach((row, i) => outcomes[s]!.push({ gold: labels[i]!, predicted: row.indexOf(Math.max(...row)), confidence: 1 }));
    }
  }
  const scores = outcomes.map((given) => intentMetrics(keys, given)).map(({ accuracy, macroF1 }) => (accuracy + macroF1) / 2);
  const top = scores.indexOf(Math.max(...scores));
  return strengths[scores[top]! > scores[0]! + CLEARLY_BETTER ? top : 0]!;
}

/** Classes weigh by the root of their rarity: full balancing trusts the labels of rare classes too much. */
function fitRows(input: IntentInput, rows: Rows, examples: Int32Array, strength: number, limits: { warm?: SoftmaxFit | undefined; maxEpochs?: number; tolerance?: number; hidden?: Uint8Array } = {}): SoftmaxFit {
  const classes = input.intents.length;
  const counts = new Float64Array(classes);
  for (const i of examples) counts[rows.labels[i]!]!++;
  const classWeights = Float32Array.from(counts, (count) => Math.sqrt(examples.length / classes / Math.max(1, count)));
  const { hidden, ...given } = limits;
  const problem = { rows: rows.features, labels: rows.labels, classes, classWeights, examples, ...(hidden ? { hidden } : {}) };
  const { maxEpochs, tolerance } = input.hyper;
  return fitSoftmax(problem, { strength, maxEpochs, tolerance, seed: input.seed, ...given, onEpoch: (epoch, loss) => input.onEpoch(epoch, loss, strength) });
}

const logitsOf = (rows: Rows, fit: SoftmaxFit, examples: Int32Array): HeldOut => ({ logits: softmaxLogits(rows.features, fit, examples), labels: Array.from(examples, (i) => rows.labels[i]!) });
const joined = (a: HeldOut, b: HeldOut): HeldOut => ({ logits: [...a.logits, ...b.logits], labels: [...a.labels, ...b.labels] });

interface Calibrated { heldOut: HeldOut; strength: number; temperature: number }

/**
 * Out-of-scope examples train a class of their own, which says little about texts of kinds that nobody thought of. So texts
 * of intents that were held out from the fit count as outside too, whenever there are intents enough.
 */
function chooseScope(input: IntentInput, rows: Rows, part: Part, fit: SoftmaxFit, calibrated: Calibrated): { threshold: number; thresholdSource: ThresholdSource } {
  const { heldOut, temperature } = calibrated;
  const cases = heldOut.logits.map((row, i) => scopeCase(input.intents, row, temperature, input.intents[heldOut.labels[i]!]!.outOfScope));
  const hasExamples = cases.some(({ isOutside }) => isOutside);
  const unknown = unknownIntentCases(input, rows, part, fit, calibrated);
  if (!hasExamples && unknown.length === 0) return { threshold: DEFAULT_THRESHOLD, thresholdSource: 'default' };
  return { threshold: chooseThreshold([...cases, ...unknown], input.hyper.maxFalseRejection), thresholdSource: hasExamples ? 'examples' : 'held-out-intents' };
}

/** Takes a third of the intents at a time out of the fit and looks how confident the rest is about their texts. */
function unknownIntentCases(input: IntentInput, rows: Rows, part: Part, warm: SoftmaxFit, { strength, temperature }: Calibrated): ScopeCase[] {
  const present = [...new Set(Array.from(part.fit, (i) => rows.labels[i]!))].filter((label) => !input.intents[label]!.outOfScope).sort((a, b) => a - b);
  if (present.length < 2 * HELD_OUT_GROUPS) return [];
  const shuffled = shuffle(present, seededRandom(input.seed));
  return Array.from({ length: HELD_OUT_GROUPS }, (_, group) => group).flatMap((group) => {
    const hidden = new Uint8Array(input.intents.length);
    shuffled.forEach((label, i) => i % HELD_OUT_GROUPS === group && (hidden[label] = 1));
    const model = fitRows(input, rows, part.fit.filter((i) => !hidden[rows.labels[i]!]), strength, { warm, maxEpochs: SCOPE_EPOCHS, hidden });
    const unknown = logitsOf(rows, model, part.heldOut.filter((i) => hidden[rows.labels[i]!]));
    const visible = input.intents.filter((_, label) => !hidden[label]);
    return unknown.logits.map((row) => scopeCase(visible, row.filter((_, label) => !hidden[label]), temperature, true));
  });
}

function scopeCase(intents: readonly { outOfScope: boolean }[], logits: Float32Array, temperature: number, isOutside: boolean): ScopeCase {
  const probabilities = softmax(logits, temperature);
  const best = (outOfScope: boolean): number => intents.reduce((max, intent, i) => (intent.outOfScope === outOfScope ? Math.max(max, probabilities[i]!) : max), 0);
  return { inScope: best(false), isWonByOutside: best(true) > best(false), isOutside };
}

/** Folds with every class spread over them as evenly as it goes. */
function folds(labels: Int32Array, seed: number): Part[] {
  const order = shuffle([...labels.keys()], seededRandom(seed)).sort((a, b) => labels[a]! - labels[b]!);
  const foldOf = new Int32Array(order.length);
  order.forEach((example, rank) => (foldOf[example] = rank % FOLDS));
  const rows = Int32Array.from(labels.keys());
  return Array.from({ length: FOLDS }, (_, fold) => ({ fit: rows.filter((i) => foldOf[i] !== fold), heldOut: rows.filter((i) => foldOf[i] === fold) }));
}
