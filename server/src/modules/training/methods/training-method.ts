import type { BaseModel } from '../../registry/base-model.types.js';
import type { SnapshotsService } from '../../corpus/snapshots.service.js';
import type { OperationRun } from '../../../platform/jobs/operation-run.js';
import type { ExecutorKey, TrainingDevice, TrainingEnvironment } from '../executors/training-executor.js';
import type { TrainingJob } from '../training-job.entity.js';
import type { TrainingProgressWriter } from '../training-progress.js';
import type { Hyper, HyperField, InBothLanguages } from './hyper-field.js';

export type Snapshot = Awaited<ReturnType<SnapshotsService['get']>>;

/** What a method can make of a trained model: weights of 8 bits, or a smaller model that learned from it. */
export type VariantKey = 'int8' | 'distilled';

/** Named hyper-parameters for a purpose. */
export interface TrainingPreset {
  key: string;
  title: InBothLanguages;
  help: InBothLanguages;
  /** Those that differ from the defaults. */
  hyper: Hyper;
  device: TrainingDevice;
}

/** What is known before a training, from which its time is reckoned. */
export interface TrainingFacts {
  /** Utterances of all parts. */
  utterances: number;
  /** Code points of an utterance, on average. */
  meanLength: number;
  hyper: Hyper;
  base: BaseModel | null;
  device: TrainingDevice;
  variants: readonly VariantKey[];
}

/** A training as its method is given it. */
export interface TrainingOrder {
  job: TrainingJob;
  snapshot: Snapshot;
  /** Defaults filled in. */
  hyper: Hyper;
  base: BaseModel | null;
  /** Folder of this job alone, kept from run to run until the job has succeeded. */
  dir: string;
  run: OperationRun;
  progress: TrainingProgressWriter;
}

/** How a model did on the test part; null where it was not measured. Shares are 0 to 1. */
export interface VariantMeasures {
  accuracy: number | null;
  macroF1: number | null;
  slotF1: number | null;
  bytes: number | null;
  /** Milliseconds for texts of 16 tokens, one at a time and eight at once. */
  latencyMs1: number | null;
  latencyMs8: number | null;
}

/** What the job says of one of its models. */
export interface VariantResult extends VariantMeasures {
  /** Null for the original. */
  variant: VariantKey | null;
  modelVersion: string | null;
  /** Why it was not kept, such as too great a loss of accuracy. */
  refused?: string;
}

export interface TrainedModel {
  variant: VariantKey | null;
  /** A sealed artifact folder, which the registry will move. */
  dir: string;
  measures: VariantMeasures;
}

export interface TrainingOutcome {
  /** The original first. */
  models: TrainedModel[];
  /** Variants that were asked for and not kept. */
  refused: { variant: VariantKey; reason: string; measures: VariantMeasures }[];
  warnings: TrainingJob['warnings'];
  /** Milliseconds that the training itself took. */
  trainMs: number;
  environment: TrainingEnvironment;
}

/** A way to make a model of a snapshot. A new one is one such object, listed in `TrainingMethodsService`. */
export interface TrainingMethod {
  key: string;
  title: InBothLanguages;
  help: InBothLanguages;
  /** Its hyper-parameters as data: the API checks by them, the UI draws them. */
  fields: readonly HyperField[];
  /** The first is what a job has that names none. */
  presets: readonly TrainingPreset[];
  executors: readonly ExecutorKey[];
  devices: readonly TrainingDevice[];
  base: 'none' | 'optional' | 'required';
  variants: readonly VariantKey[];
  /** Whether a job may take hours; it then waits in a lane of its own. */
  isLong: boolean;
  /** Milliseconds on two ordinary cores, or on a GPU; what was measured here corrects it. */
  estimateMs(facts: TrainingFacts): number;
  /** Trains. Runs again after a crash in the same folder. Throws a DomainError for what a person can mend, OperationCancelled when aborted. */
  run(order: TrainingOrder): Promise<TrainingOutcome>;
}
