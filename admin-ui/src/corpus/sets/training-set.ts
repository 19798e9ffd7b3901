import { gql } from '../../providers/graphql.js';

export interface Snapshot {
  id: string;
  n: number;
  sha256: string;
  count: number;
  intents: { key: string; count: number }[];
  slots: { key: string; count: number }[];
  splits: { train: number; validation: number; test: number };
  at: string;
  byName: string;
}

/** What a training set holds; what is absent does not restrict. */
export interface SetFilter {
  q?: string;
  intents?: string[];
  slot?: string;
  source?: string;
  unlabelled?: boolean;
}
export interface TrainingSet {
  id: string;
  key: string;
  title: string;
  description: string;
  filter: SetFilter;
  /** Utterances that it holds now. */
  count: number;
  snapshots: Snapshot[];
  createdAt: string;
}

export const snapshotFields = 'id n sha256 count intents { key count } slots { key count } splits { train validation test } at byName';

export const trainingSetsDocument = gql`query TrainingSets {
  trainingSets(take: 200) { items { id key title description filter count createdAt snapshots { ${snapshotFields} } } totalItems }
}`;
export const createTrainingSetDocument = gql`mutation CreateTrainingSet($input: CreateTrainingSetInput!) { createTrainingSet(input: $input) { id } }`;
export const updateTrainingSetDocument = gql`mutation UpdateTrainingSet($id: ID!, $input: UpdateTrainingSetInput!) { updateTrainingSet(id: $id, input: $input) { id } }`;
export const takeSnapshotDocument = gql`mutation TakeSnapshot($trainingSet: ID!) { takeSnapshot(trainingSet: $trainingSet) { id n sha256 } }`;
