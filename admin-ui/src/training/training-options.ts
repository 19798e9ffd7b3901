import { gql } from '../providers/graphql.js';
import { type Operation, operationFields } from '../shared/operation.js';
import type { TrainingWarning } from './training-job.js';

export interface TrainingField {
  key: string;
  type: 'integer' | 'number' | 'numbers' | 'boolean' | 'choice';
  title: string;
  help: string;
  default: unknown;
  min: number | null;
  max: number | null;
  maxItems: number | null;
  choices: { value: string; title: string }[] | null;
  isAdvanced: boolean;
}
export interface TrainingPreset {
  key: string;
  title: string;
  help: string;
  device: string;
  hyperParameters: Record<string, unknown>;
}
export interface TrainingMethod {
  key: string;
  title: string;
  help: string;
  /** Whether it starts from a base model: none, optional or required. */
  base: string;
  devices: string[];
  executors: string[];
  /** It runs where an executor has a Python of its own; the others run in the server. */
  isLong: boolean;
  variants: string[];
  fields: TrainingField[];
  presets: TrainingPreset[];
}
export interface TrainingExecutor {
  key: string;
  title: string;
  isAvailable: boolean;
  reason: string | null;
  devices: string[];
}
export interface BaseChoice {
  id: string;
  title: string;
  name: string;
  source: string;
  methods: string[];
  deletedAt: string | null;
}
export interface TrainingEnvironment {
  state: 'missing' | 'preparing' | 'ready' | 'broken';
  problem: string | null;
  neededBytes: number;
  freeBytes: number;
  python: string | null;
  torch: string | null;
  devices: string[];
  operation: Operation | null;
}
export interface TrainingOptions {
  trainingMethods: TrainingMethod[];
  baseModels: { items: BaseChoice[] };
}

export const trainingOptionsDocument = gql`query TrainingOptions {
  trainingMethods { key title help base devices executors isLong variants
    fields { key type title help default min max maxItems choices { value title } isAdvanced }
    presets { key title help device hyperParameters } }
  baseModels(take: 200) { items { id title name source methods deletedAt } }
}`;
/** Asks Python and clusters how they are, which takes seconds. */
export const trainingExecutorsDocument = gql`query TrainingExecutors { trainingExecutors { key title isAvailable reason devices } }`;
export const trainingEnvironmentDocument = gql`query TrainingEnvironment { trainingEnvironment { state problem neededBytes freeBytes python torch devices operation { ${operationFields} } } }`;
export const prepareEnvironmentDocument = gql`mutation PrepareTrainingEnvironment { prepareTrainingEnvironment { id } }`;

export interface TrainingEstimate {
  seconds: number;
  utterances: number;
  isMeasured: boolean;
  warnings: TrainingWarning[];
}
export const trainingEstimateDocument = gql`query TrainingEstimate($trainingSet: ID!, $method: String!, $baseModel: ID, $device: String, $executor: String!, $preset: String, $hyperParameters: JSON, $variants: [String!]!) {
  trainingEstimate(trainingSet: $trainingSet, method: $method, baseModel: $baseModel, device: $device, executor: $executor, preset: $preset, hyperParameters: $hyperParameters, variants: $variants) { seconds utterances isMeasured warnings { code message } }
}`;
