import { gql } from '../../providers/graphql.js';
import { operationFields } from '../../shared/operation.js';

/** What a column may become, in the order of the guide. */
export const importTargets = ['title', 'code', 'key', 'type', 'department', 'audience', 'summary', 'themes', 'conditions', 'materials', 'steps', 'legalBasis', 'statutoryLimit', 'promisedLimit', 'location', 'hours', 'consultPhone', 'complaintPhone', 'results'] as const;
export type ImportTarget = (typeof importTargets)[number];

export interface ImportMapping {
  columns: Partial<Record<ImportTarget, string>>;
  /** What stands where the cell is empty. */
  defaults: { type?: string; department?: string; audience?: string[] };
  departments: 'match' | 'create';
}

export interface Inspection {
  id: string;
  name: string;
  size: number;
  format: string;
  encoding: string | null;
  columns: string[];
  sample: Record<string, unknown>[];
}

export interface ImportResult {
  rows: number;
  valid: number;
  created: number;
  updated: number;
  unchanged: number;
  problems: number;
  bySeverity: Partial<Record<'error' | 'warning' | 'info', number>>;
  byCode: Record<string, number>;
}

export interface ImportProblem {
  row: number;
  column: string | null;
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  value: string | null;
}

export const inspectUploadDocument = gql`query InspectUpload($id: ID!) {
  inspectUpload(id: $id) { id name size format encoding columns sample }
  suggestImportMapping(upload: $id)
}`;
export const planImportDocument = gql`mutation PlanServiceImport($input: PlanServiceImportInput!) { planServiceImport(input: $input) { ${operationFields} } }`;
export const runImportDocument = gql`mutation RunServiceImport($input: RunServiceImportInput!) { runServiceImport(input: $input) { ${operationFields} } }`;
export const operationDocument = gql`query ImportOperation($id: ID!) { operation(id: $id) { ${operationFields} } }`;
export const importProblemsDocument = gql`query ImportProblems($operation: ID!, $skip: Int!, $take: Int!, $filter: ImportProblemFilter) {
  importProblems(operation: $operation, skip: $skip, take: $take, filter: $filter) { items { row column code severity message value } totalItems }
}`;

/** What a mapping still lacks before it can be tried. */
export function missingTargets({ columns, defaults }: ImportMapping): ImportTarget[] {
  const missing: ImportTarget[] = columns.title ? [] : ['title'];
  if (!columns.type && !defaults.type) missing.push('type');
  if (!columns.department && !defaults.department) missing.push('department');
  return missing;
}
