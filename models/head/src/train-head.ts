import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestHash, writeManifest } from '@banshi/artifact';
import type { ArtifactConfig, Manifest, ModelMetrics } from '@banshi/artifact';
import { ModelSession } from '@banshi/runtime';
import { shapeTable } from './character-shape.js';
import { CharVocabulary, PAD_ID } from './char-vocabulary.js';
import { checkInput, MAX_TEXT_LENGTH } from './check-input.js';
import { Encoder, ENCODER_WEIGHTS } from './encoder.js';
import { evaluateHead } from './evaluate-head.js';
import { headGraph } from './head-graph.js';
import { fitIntents } from './intent-head.js';
import type { LabelledTexts } from './intent-head.js';
import { modelCard } from './model-card.js';
import { quantiseRows } from './quantise-rows.js';
import { sentenceVectors } from './sentence-vectors.js';
import { placeSharedWeights } from './shared-weights.js';
import { fitSlots, slotLabels } from './slot-head.js';
import type { SlotTexts } from './slot-head.js';
import type { TextCodec } from './text-codec.js';
import { completeHyper } from './head-hyper.js';
import type { HeadHyper } from './head-hyper.js';
import type { Example, TrainingInput } from './training-input.js';
import { TrainingProblem } from './training-problem.js';
import type { TrainingWarning } from './training-problem.js';

export const TRAINER = { name: '@banshi/head', version: '2.0.0' } as const;

export type TrainingPhase = 'prepare' | 'intents' | 'slots' | 'write' | 'evaluate' | 'done';

/** One line of a job's progress. `step` counts all events of the job; `epoch` those of the current fit. */
export interface TrainingProgress { step: number; phase: TrainingPhase; epoch: number; loss: number | null; metrics: Record<string, number> }

export interface TrainHeadOptions {
  seed?: number;
  /** See `completeHyper` for the ranges. */
  hyper?: Partial<HeadHyper>;
  /** Folder of a frozen encoder with one token for each character; without one the n-grams stand alone. */
  encoder?: { dir: string };
  /**
   * Folder in which sentence vectors and the encoder's weights are kept for later trainings. On the file system of `outDir`
   * the weights are one file for all models.
   */
  cacheDir?: string;
  onProgress?: (progress: TrainingProgress) => void;
  /** Looked at between epochs. In the calling thread nothing can abort in between; `startHeadJob` can be cancelled at any moment. */
  signal?: Pick<AbortSignal, 'aborted'>;
}

export interface TrainedHead {
  dir: string;
  modelHash: string;
  manifest: Manifest;
  config: ArtifactConfig;
  metrics: ModelMetrics;
  warnings: TrainingWarning[];
  /** Milliseconds by phase; kept out of the artifact so that equal inputs give an equal hash. */
  timings: Record<'prepare' | 'intents' | 'slots' | 'write' | 'evaluate' | 'total', number>;
  /** Size of all files of the artifact. */
  bytes: number;
}

/** The folder that a training run writes to until it is complete. */
export const partialDir = (outDir: string): string => `${outDir}.partial`;

/**
 * Trains intent and slot heads and writes an artifact to `outDir`, replacing an earlier one only when all has worked. Throws
 * a {@link TrainingProblem} for input that cannot be trained on; then nothing is left behind.
 */
export async function trainHead(input: TrainingInput, outDir: string, options: TrainHeadOptions = {}): Promise<TrainedHead> {
  const dir = partialDir(outDir);
  let encoder: Encoder | null = null;
  try {
    encoder = options.encoder ? await Encoder.open(options.encoder.dir) : null;
    const trained = await trainInto(dir, input, encoder, options);
    await rm(outDir, { recursive: true, force: true });
    await rename(dir, outDir);
    return { ...trained, dir: outDir };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  } finally {
    await encoder?.close();
  }
}

async function trainInto(dir: string, input: TrainingInput, encoder: Encoder | null, options: TrainHeadOptions): Promise<TrainedHead> {
  const { seed = 1 } = options;
  const hyper = completeHyper(options.hyper);
  const clock = new PhaseClock();
  let step = 0;
  const report = (phase: TrainingPhase, epoch = 0, loss: number | null = null, metrics: Record<string, number> = {}): void => {
    if (options.signal?.aborted) throw new TrainingProblem('cancelled', 'the training was cancelled');
    options.onProgress?.({ step: step++, phase, epoch, loss, metrics });
  };

  report('prepare');
  const warnings = checkInput(input);
  const fitted = [...input.train, ...input.validation];
  const codec = encoder?.codec ?? new CharVocabulary(fitted.map(({ text }) => text));
  const shapes = shapeTable(codec);
  const maxLength = MAX_TEXT_LENGTH + 2;
  const [trainTexts, validationTexts] = [encodeExamples(input.train, codec, maxLength), encodeExamples(input.validation, codec, maxLength)];
  const usedIntents = new Set(fitted.map(({ intent }) => intent));
  const intents = input.intents.filter(({ key }) => usedIntents.has(key));
  const labelled = async (texts: SlotTexts): Promise<LabelledTexts> => {
    const chosen = texts.examples.map((_, i) => i).filter((i) => texts.examples[i]!.intent !== null);
    const ids = chosen.map((i) => texts.ids[i]!);
    const onProgress = (encoded: number, of: number): void => report('prepare', 0, null, { encoded, texts: of });
    const vectors = encoder && (await sentenceVectors(encoder, ids, { cacheDir: options.cacheDir, onProgress, onWarning: (warning) => warnings.push(warning) }));
    return { ids, labels: chosen.map((i) => intents.findIndex(({ key }) => key === texts.examples[i]!.intent)), vectors };
  };
  const [train, validation] = [await labelled(trainTexts), await labelled(validationTexts)];
  clock.end('prepare');

  const intentHead = fitIntents({ intents, train, validation, hyper, seed, onEpoch: (epoch, loss, strength) => report('intents', epoch, loss, { strength }) });
  if (intentHead.isCrossValidated) warnings.push({ code: 'cross-validated', message: 'few validation utterances: regularisation and calibration come from cross-validation' });
  clock.end('intents');

  const usedSlots = new Set(fitted.flatMap(({ spans }) => spans.map(({ slot }) => slot)));
  const slotKeys = input.slots.map(({ key }) => key).filter((key) => usedSlots.has(key));
  const slotHead = slotKeys.length === 0 ? null : fitSlots({ keys: slotKeys, train: trainTexts, validation: validationTexts, shapes, hyper, seed, onEpoch: (epoch, loss) => report('slots', epoch, loss) });
  clock.end('slots');

  report('write');
  if (![intentHead.temperature, slotHead?.temperature ?? 1, ...intentHead.bias].every(Number.isFinite)) throw new TrainingProblem('not-finite', 'the fit did not stay finite');
  const config: ArtifactConfig = {
    schema: 1,
    intents,
    slotLabels: slotLabels(slotKeys),
    maxLength,
    pooling: encoder ? 'cls' : 'ngram-projection',
    embeddingSize: encoder?.info.hiddenSize ?? hyper.embeddingSize,
    temperature: { intent: intentHead.temperature, slot: slotHead?.temperature ?? 1 },
    outOfScope: { threshold: intentHead.threshold, source: intentHead.thresholdSource },
    tokenizer: { padId: PAD_ID, unit: 'code-point' },
  };
  const part = encoder?.part() ?? null;
  const graph = headGraph(
    {
      shapes,
      intents: { space: intentHead.space, weights: quantiseRows(intentHead.weights, intentHead.space.idf.length, intents.length), bias: intentHead.bias, vectorWeights: intentHead.vectorWeights },
      slots: slotHead && { space: slotHead.space, weights: quantiseRows(slotHead.weights, slotHead.space.rows, config.slotLabels.length) },
      encoder: part,
      embeddingSize: hyper.embeddingSize,
    },
    TRAINER,
  );
  await rm(dir, { recursive: true, force: true });
  await mkdir(dirname(dir), { recursive: true });
  await mkdir(dir);
  await writeFile(join(dir, 'model.onnx'), graph);
  if (part) await placeSharedWeights(part.weights, join(dir, ENCODER_WEIGHTS), options.cacheDir);
  await writeFile(join(dir, 'tokenizer.json'), codec.file());
  await writeFile(join(dir, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
  clock.end('write');

  report('evaluate');
  const session = await ModelSession.openUnsealed(dir);
  const calibration = { temperature: intentHead.temperature, nllBefore: intentHead.nll.before, nllAfter: intentHead.nll.after };
  const metrics = await evaluateHead(session, input, calibration).finally(() => session.close());
  await writeFile(join(dir, 'metrics.json'), `${JSON.stringify(metrics, null, 2)}\n`);
  await writeFile(join(dir, 'card.md'), modelCard(input, config, metrics, encoder?.info ?? null));
  const manifest = await writeManifest(dir, {
    method: 'head',
    snapshotHash: input.snapshotHash,
    baseModelHash: encoder?.info.hash ?? null,
    seed,
    hyper: { ...hyper, strengths: hyper.strengths.join(' '), strength: intentHead.strength },
    trainer: { ...TRAINER },
  });
  clock.end('evaluate');
  report('done', 0, null, { accuracy: metrics.intent.accuracy, macroF1: metrics.intent.macroF1, ...(metrics.slots ? { slotF1: metrics.slots.microF1 } : {}) });
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, (await stat(join(dir, 'manifest.json'))).size);
  return { dir, modelHash: manifestHash(manifest), manifest, config, metrics, warnings, timings: clock.timings(), bytes };
}

const encodeExamples = (examples: Example[], codec: TextCodec, maxLength: number): SlotTexts => ({ examples, ids: examples.map(({ text }) => codec.encode(text, maxLength)) });

/** Milliseconds of each phase. */
class PhaseClock {
  private readonly started = performance.now();
  private last = this.started;
  private readonly spent: Record<string, number> = {};

  end(phase: string): void {
    const now = performance.now();
    this.spent[phase] = Math.round(now - this.last);
    this.last = now;
  }

  timings(): TrainedHead['timings'] {
    return { ...this.spent, total: Math.round(performance.now() - this.started) } as TrainedHead['timings'];
  }
}
