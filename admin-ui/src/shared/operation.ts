import { gql } from '../providers/graphql.js';

export type OperationState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/** A long work of the server. `progress` is a share between 0 and 1, null while unknown. */
export interface Operation {
  id: string;
  kind: string;
  title: string;
  state: OperationState;
  progress: number | null;
  step: string | null;
  error: { code: string; message: string } | null;
  attempts: number;
  maxAttempts: number;
  createdByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  canCancel: boolean;
  canRetry: boolean;
  result: unknown;
}

export const operationFields = `id kind title state progress step error { code message } attempts maxAttempts
  createdByName createdAt startedAt finishedAt canCancel canRetry result`;

export const operationChangedDocument = gql`subscription OperationChanged($id: ID) { operationChanged(id: $id) { ${operationFields} } }`;
export const runningOperationsDocument = gql`query RunningOperations { runningOperations { ${operationFields} } }`;
export const cancelOperationDocument = gql`mutation CancelOperation($id: ID!) { cancelOperation(id: $id) { id state } }`;
export const retryOperationDocument = gql`mutation RetryOperation($id: ID!) { retryOperation(id: $id) { id state } }`;
