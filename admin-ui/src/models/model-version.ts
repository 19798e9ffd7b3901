import type { Snapshot } from '../corpus/sets/training-set.js';
import { snapshotFields } from '../corpus/sets/training-set.js';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import type { ModelMetrics } from './metrics/metrics.js';

/** `manifest.json` as far as a page shows it. */
export interface Manifest {
  method: string;
  snapshotHash: string;
  baseModelHash: string | null;
  seed: number;
  hyper: Record<string, number | string | boolean | null>;
  trainer: { name: string; version: string };
  files: Record<string, { sha256: string; bytes: number }>;
}

export interface ModelVersionRow {
  id: string;
  n: number;
  method: string;
  /** Bytes of all files. */
  size: number;
  metrics: ModelMetrics;
  intents: string[];
  slots: string[];
  /** production, candidate. */
  aliases: string[];
  /** Why its files differ from its manifest; such a version is never loaded. */
  problems: string[];
  byName: string;
  createdAt: string;
  snapshot: { sha256: string; count: number };
}
export interface ModelVersion extends Omit<ModelVersionRow, 'snapshot'> {
  artifact: string;
  card: string;
  manifest: Manifest;
  deletedAt: string | null;
  snapshot: Snapshot;
  job: { id: string; n: number } | null;
}

const rowFields = 'id n method size metrics intents slots aliases problems byName createdAt';

export const modelVersionsResource: ResourceDocuments = {
  list: gql`query ModelVersions($skip: Int!, $take: Int!, $sort: SortInput, $filter: ModelVersionFilter) {
    modelVersions(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${rowFields} snapshot { sha256 count } } totalItems }
  }`,
};
export const modelVersionDocument = gql`query ModelVersion($id: ID!) {
  modelVersion(id: $id) { ${rowFields} artifact card manifest deletedAt snapshot { ${snapshotFields} } job { id n } }
}`;
export const chooseModelDocument = gql`mutation ChooseModel($id: ID!) { chooseModel(id: $id) { id } }`;
export const deleteModelVersionDocument = gql`mutation DeleteModelVersion($id: ID!) { deleteModelVersion(id: $id) }`;
