/** What a person may do with a form field at one step. */
export type FieldAccess = 'hidden' | 'read' | 'edit';

/** The final state that an end event gives a case: 准予, 不予, 退件, 撤回. */
export type CaseResult = 'granted' | 'refused' | 'returned' | 'withdrawn';

export const FIELD_ACCESSES: readonly FieldAccess[] = ['hidden', 'read', 'edit'];
export const CASE_RESULTS: readonly CaseResult[] = ['granted', 'refused', 'returned', 'withdrawn'];

/** `default` holds for the fields that are not named. */
export interface FieldRules {
  default: FieldAccess;
  access: Record<string, FieldAccess>;
}

export interface Outcome {
  value: string;
  title: string;
  titleEn: string;
  requireComment: boolean;
}

interface ElementBase {
  id: string;
  /** The label as drawn; empty when there is none. */
  name: string;
  /** Flow ids, in document order. */
  incoming: string[];
  outgoing: string[];
}

export interface StartElement extends ElementBase {
  type: 'start';
  /** Null means the service's form. */
  formId: string | null;
  fields: FieldRules;
}

export interface EndElement extends ElementBase {
  type: 'end';
  /** Null when the author named none: the case ends as granted unless another end event says otherwise. */
  result: CaseResult | null;
}

export interface UserTaskElement extends ElementBase {
  type: 'user-task';
  assignee: string | null;
  /** `role:KEY`, `department:KEY`, `department:$service` or `post:KEY`; any one of them may do the task. */
  candidateGroups: string[];
  formId: string | null;
  fields: FieldRules;
  /** Null when the task is simply completed. */
  outcomes: { variable: string; values: Outcome[] } | null;
}

export interface ExclusiveGatewayElement extends ElementBase {
  type: 'exclusive-gateway';
  defaultFlow: string | null;
}

export interface ParallelGatewayElement extends ElementBase {
  type: 'parallel-gateway';
}

export type ProcessElement = StartElement | EndElement | UserTaskElement | ExclusiveGatewayElement | ParallelGatewayElement;

export interface ProcessFlow {
  id: string;
  name: string;
  source: string;
  target: string;
  /** FEEL, with its free variables as paths (`applicant.age` is `['applicant', 'age']`). */
  condition: { source: string; variables: string[][] } | null;
}

/** A compiled process: plain JSON, so that it can be cached by the hash of its XML. */
export interface ProcessModel {
  version: 1;
  id: string;
  name: string;
  start: string;
  elements: Record<string, ProcessElement>;
  /** In document order, which is the order in which an exclusive gateway tries them. */
  flows: Record<string, ProcessFlow>;
}

/** The access to one field at a start event or user task. */
export function fieldAccess(element: StartElement | UserTaskElement, field: string): FieldAccess {
  const { access, default: otherwise } = element.fields;
  return Object.hasOwn(access, field) ? (access[field] ?? otherwise) : otherwise;
}
