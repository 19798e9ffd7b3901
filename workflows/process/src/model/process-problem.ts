import type { ExpressionProblem } from '@banshi/expression';

/** Errors keep a process from being compiled; warnings are what its author should look at. */
export type ProblemSeverity = 'error' | 'warning';

/** Every code with its severity; the texts are in problem-text.ts. */
export const PROBLEM_SEVERITIES = {
  'too-large': 'error',
  'doctype-refused': 'error',
  'bad-xml': 'error',
  'not-bpmn': 'error',
  'too-many-faults': 'error',
  'duplicate-id': 'error',
  'illegal-id': 'error',
  'content-dropped': 'warning',
  'no-process': 'error',
  'not-executable': 'warning',
  'unsupported-element': 'error',
  'unsupported-extension': 'warning',
  'no-start-event': 'error',
  'several-start-events': 'error',
  'no-end-event': 'error',
  'dangling-flow': 'error',
  'flow-into-start': 'error',
  'flow-out-of-end': 'error',
  'several-outgoing': 'error',
  'no-outgoing': 'error',
  'unreachable-element': 'error',
  'no-way-to-end': 'error',
  'endless-loop': 'error',
  'condition-missing': 'error',
  'condition-misplaced': 'error',
  'condition-invalid': 'error',
  'condition-language': 'error',
  'default-missing': 'warning',
  'default-with-condition': 'warning',
  'assignment-missing': 'error',
  'candidate-group-unknown': 'error',
  'field-name-missing': 'error',
  'field-duplicate': 'error',
  'field-access-unknown': 'error',
  'outcome-variable-invalid': 'error',
  'outcomes-empty': 'error',
  'outcome-value-missing': 'error',
  'outcome-title-missing': 'warning',
  'outcome-duplicate': 'error',
  'result-unknown': 'error',
  'join-may-deadlock': 'warning',
} as const satisfies Record<string, ProblemSeverity>;

export type ProblemCode = keyof typeof PROBLEM_SEVERITIES;

export interface ProcessProblem {
  code: ProblemCode;
  severity: ProblemSeverity;
  /** Id of the element or flow to mend, null when it concerns the file. */
  element: string | null;
  /** What the text mentions; `name` is the element's label, or its id when it has none. */
  params: Record<string, string | number>;
  /** Of `condition-invalid`: what is wrong inside the expression, with offsets into `params.source`. */
  expression?: ExpressionProblem;
}

export function processProblem(code: ProblemCode, element: string | null, params: ProcessProblem['params']): ProcessProblem {
  return { code, severity: PROBLEM_SEVERITIES[code], element, params };
}
