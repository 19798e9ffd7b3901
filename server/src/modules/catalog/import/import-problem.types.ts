import type { RowFault } from '../../../platform/files/table-row.js';

export type Severity = 'error' | 'warning' | 'info';

/** `error`: the row is not taken; `warning`: it is, but the value should be looked at or was left out; `info`: what was assumed. */
export const problemSeverities = {
  'broken-text': 'error',
  'not-json': 'error',
  'not-an-object': 'error',
  'row-too-long': 'error',
  'columns-differ': 'warning',
  'value-missing': 'error',
  'type-unknown': 'error',
  'department-unknown': 'error',
  'department-ambiguous': 'error',
  'department-not-yours': 'error',
  'item-not-yours': 'error',
  'item-deleted': 'error',
  'key-invalid': 'error',
  'key-taken': 'error',
  'duplicate-in-file': 'error',
  'body-invalid': 'error',
  'code-imprecise': 'error',
  'code-ambiguous': 'error',
  'audience-unknown': 'warning',
  'audience-missing': 'warning',
  'text-too-long': 'warning',
  'list-too-long': 'warning',
  'text-cut': 'warning',
  'brackets-unbalanced': 'warning',
  'limit-unreadable': 'warning',
  'limit-not-positive': 'warning',
  'limit-too-long': 'warning',
  'limit-over-statutory': 'warning',
  'phone-implausible': 'warning',
  'text-may-be-cut': 'info',
  'limit-unit-assumed': 'info',
  'limit-at-once': 'info',
  'department-created': 'info',
  'already-exists': 'info',
  'materials-assumed': 'info',
} as const satisfies Record<RowFault, Severity> & Record<string, Severity>;

export type ImportProblemCode = keyof typeof problemSeverities;

export interface FoundProblem {
  column: string | null;
  code: ImportProblemCode;
  value: string | null;
  params: Record<string, string | number>;
}
