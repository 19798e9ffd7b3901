import { gql } from '../../providers/graphql.js';
import { operationFields, type Operation } from '../../shared/operation.js';

export type ImportFormat = 'JSONL' | 'CSV';

/** Result of the operation, of a trial or of the real thing. */
export interface ImportResult {
  rows: number;
  /** Added; of a trial those that would be. */
  created: number;
  problems: number;
  byCode: Record<string, number>;
  encoding: string;
  dryRun: boolean;
}
export interface ImportProblem {
  line: number;
  code: string;
  message: string;
  value: string;
}

export const importUtterancesDocument = gql`mutation ImportUtterances($input: ImportUtterancesInput!) { importUtterances(input: $input) { ${operationFields} } }`;
export const importOperationDocument = gql`query ImportOperation($id: ID!) { operation(id: $id) { ${operationFields} } }`;
export const importProblemsDocument = gql`query UtteranceImportProblems($operation: ID!, $take: Int!, $code: String) {
  utteranceImportProblems(operation: $operation, take: $take, code: $code) { items { line code message value } totalItems }
}`;

/** JSON Lines are told by their name; everything else is read as CSV. */
export const formatOf = (name: string): ImportFormat => (/\.(jsonl|ndjson|json)$/iu.test(name) ? 'JSONL' : 'CSV');

export const resultOf = (operation: Operation | null | undefined): ImportResult | null => (operation?.state === 'SUCCEEDED' ? (operation.result as ImportResult) : null);
