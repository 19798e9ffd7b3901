import { type Snapshot, snapshotFields } from '../corpus/sets/training-set.js';
import type { ModelMetrics } from '../models/metrics/metrics.js';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { type Operation, operationFields } from '../shared/operation.js';

export interface TrainingPoint {
  step: number;
  /** Such as prepare, intents, slots, train, distil, export, evaluate or done. */
  phase: string;
  epoch: number;
  loss: number | null;
  learningRate: number | null;
  metrics: Record<string, number>;
  at: string;
}
export interface TrainingWarning {
  code: string;
  message: string;
}
/** A model that a job made or tried to make. */
export interface TrainingResult {
  /** int8 or distilled; null for the model itself. */
  variant: string | null;
  accuracy: number | null;
  macroF1: number | null;
  slotF1: number | null;
  bytes: number | null;
  latencyMs1: number | null;
  latencyMs8: number | null;
  refused: string | null;
  modelVersion: { id: string; n: number; deletedAt: string | null } | null;
}
interface JobModel {
  id: string;
  n: number;
  aliases: string[];
  problems: string[];
  metrics: ModelMetrics;
  deletedAt: string | null;
}
export interface TrainingJobRow {
  id: string;
  n: number;
  method: string;
  seed: number;
  hyperParameters: Record<string, unknown>;
  preset: string | null;
  executor: string;
  device: string;
  variants: string[];
  baseModel: { id: string; title: string; sha256: string } | null;
  secondsLeft: number | null;
  trainMs: number | null;
  warnings: TrainingWarning[];
  byName: string;
  createdAt: string;
  operation: Operation;
  snapshot: Snapshot;
  modelVersion: JobModel | null;
  /** Common to the runs of one search. */
  groupId: string | null;
  earlyStop: { epoch: number; best: number; median: number } | null;
}
export interface TrainingJob extends TrainingJobRow {
  progress: TrainingPoint[];
  results: TrainingResult[];
  environment: Record<string, string | number | boolean | null> | null;
}

const pointFields = 'step phase epoch loss learningRate metrics at';
const rowFields = `id n method preset executor device variants seed hyperParameters secondsLeft trainMs groupId earlyStop { epoch best median } baseModel { id title sha256 } warnings { code message } byName createdAt
  operation { ${operationFields} } snapshot { ${snapshotFields} } modelVersion { id n aliases problems metrics deletedAt }`;

const detailFields = `environment results { variant accuracy macroF1 slotF1 bytes latencyMs1 latencyMs8 refused modelVersion { id n deletedAt } } progress { ${pointFields} }`;

export const trainingJobsResource: ResourceDocuments = {
  list: gql`query TrainingJobs($skip: Int!, $take: Int!, $sort: SortInput, $filter: TrainingJobFilter) {
    trainingJobs(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${rowFields} } totalItems }
  }`,
};
export const trainingJobDocument = gql`query TrainingJob($id: ID!) { trainingJob(id: $id) { ${rowFields} ${detailFields} } }`;
export const trainingRunsDocument = gql`query TrainingRuns($ids: [ID!]!) {
  trainingJobs(take: 10, sort: { field: "n", order: ASC }, filter: { ids: $ids }) { items { ${rowFields} ${detailFields} } totalItems }
}`;
export const trainingLogsDocument = gql`query TrainingLogs($id: ID!, $take: Int!, $q: String) { trainingJob(id: $id) { id logs(take: $take, q: $q) { items { at line } totalItems } } }`;
export const trainingProgressDocument = gql`subscription TrainingProgress($job: ID!) { trainingProgress(job: $job) { ${pointFields} } }`;
export const startTrainingDocument = gql`mutation StartTraining($input: StartTrainingInput!) { startTraining(input: $input) { id n } }`;
export const startTrainingGroupDocument = gql`mutation StartTrainingGroup($input: StartTrainingInput!, $grid: [TrainingGridAxis!]!) { startTrainingGroup(input: $input, grid: $grid) { id groupId } }`;
export const resumeTrainingDocument = gql`mutation ResumeTraining($id: ID!) { resumeTraining(id: $id) { id } }`;
export const cancelTrainingDocument = gql`mutation CancelTraining($id: ID!) { cancelTraining(id: $id) { id } }`;
