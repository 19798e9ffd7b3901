import { type Snapshot, snapshotFields } from '../corpus/sets/training-set.js';
import type { ModelMetrics } from '../models/metrics/metrics.js';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { type Operation, operationFields } from '../shared/operation.js';

export interface TrainingPoint {
  step: number;
  /** prepare, intents, slots, write, evaluate or done. */
  phase: string;
  epoch: number;
  loss: number | null;
  metrics: Record<string, number>;
  at: string;
}
export interface TrainingWarning {
  code: string;
  message: string;
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
  trainMs: number | null;
  warnings: TrainingWarning[];
  byName: string;
  createdAt: string;
  operation: Operation;
  snapshot: Snapshot;
  modelVersion: JobModel | null;
}
export interface TrainingJob extends TrainingJobRow {
  progress: TrainingPoint[];
}

const pointFields = 'step phase epoch loss metrics at';
const rowFields = `id n method seed hyperParameters trainMs warnings { code message } byName createdAt
  operation { ${operationFields} } snapshot { ${snapshotFields} } modelVersion { id n aliases problems metrics deletedAt }`;

export const trainingJobsResource: ResourceDocuments = {
  list: gql`query TrainingJobs($skip: Int!, $take: Int!, $sort: SortInput, $filter: TrainingJobFilter) {
    trainingJobs(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${rowFields} } totalItems }
  }`,
};
export const trainingJobDocument = gql`query TrainingJob($id: ID!) { trainingJob(id: $id) { ${rowFields} progress { ${pointFields} } } }`;
export const trainingRunsDocument = gql`query TrainingRuns($ids: [ID!]!) {
  trainingJobs(take: 10, sort: { field: "n", order: ASC }, filter: { ids: $ids }) { items { ${rowFields} progress { ${pointFields} } } totalItems }
}`;
export const trainingLogsDocument = gql`query TrainingLogs($id: ID!, $take: Int!, $q: String) { trainingJob(id: $id) { id logs(take: $take, q: $q) { items { at line } totalItems } } }`;
export const trainingProgressDocument = gql`subscription TrainingProgress($job: ID!) { trainingProgress(job: $job) { ${pointFields} } }`;
export const startTrainingDocument = gql`mutation StartTraining($input: StartTrainingInput!) { startTraining(input: $input) { id n } }`;
export const cancelTrainingDocument = gql`mutation CancelTraining($id: ID!) { cancelTraining(id: $id) { id } }`;
export const trainingEstimateDocument = gql`query TrainingEstimate($trainingSet: ID!, $method: String!) {
  trainingEstimate(trainingSet: $trainingSet, method: $method) { seconds utterances warnings { code message } }
}`;
