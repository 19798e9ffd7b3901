import { fieldAccess, type ProcessElement, type ProcessModel } from '../model/process-model.js';

/** Variables that the system gives every case, beside the fields of its form, which are variables of their own names. */
export const CASE_VARIABLES: readonly string[] = ['applicant', 'submittedAt', 'service'];

export interface VariableRead {
  /** The flow that carries the expression, where it is mended. */
  element: string;
  /** Where the expression is evaluated. */
  gateway: string;
  expression: 'condition';
  source: string;
  /** `applicant.age` is `['applicant', 'age']`. */
  variable: string[];
}

/** Every variable that an expression of the process reads. */
export function variablesRead(model: ProcessModel): VariableRead[] {
  return Object.values(model.flows).flatMap((flow) =>
    (flow.condition?.variables ?? []).map((variable) => ({
      element: flow.id,
      gateway: flow.source,
      expression: 'condition' as const,
      source: flow.condition?.source ?? '',
      variable,
    })),
  );
}

/** The fields of a form by its id; null asks for the form of the service. */
export type FieldsOf = (formId: string | null) => readonly string[];

export interface VariablesBefore {
  /** Set whichever way the case came. */
  certain: string[];
  /** Set on some ways only; reading one of them is an incident on the others. */
  maybe: string[];
}

/** What is set when a token reaches an element; see `analyseVariables`, which answers for many elements at once. */
export function variablesSetBefore(model: ProcessModel, elementId: string, fieldsOf: FieldsOf): VariablesBefore {
  return analyseVariables(model, fieldsOf)(elementId);
}

/**
 * A data-flow analysis over the flows: a step adds what it sets; where ways meet, certain is what all of them bring,
 * except at a parallel join, which has waited for every one of them.
 */
export function analyseVariables(model: ProcessModel, fieldsOf: FieldsOf): (elementId: string) => VariablesBefore {
  const always = solve(model, fieldsOf, (element, incoming) => (element.type === 'parallel-gateway' ? union(incoming) : intersection(incoming)));
  const sometimes = solve(model, fieldsOf, (_element, incoming) => union(incoming));
  return (elementId) => {
    const certain = always(elementId);
    return { certain: [...certain].sort(), maybe: [...sometimes(elementId)].filter((name) => !certain.has(name)).sort() };
  };
}

type Meet = (element: ProcessElement, incoming: ReadonlySet<string>[]) => Set<string>;

/** Iterates to the fixed point; an element not yet visited brings nothing into a meet, which for an intersection means "all". */
function solve(model: ProcessModel, fieldsOf: FieldsOf, meet: Meet): (elementId: string) => Set<string> {
  const after = new Map<string, Set<string>>();
  const before = (element: ProcessElement): Set<string> => {
    if (element.type === 'start') return new Set(CASE_VARIABLES);
    const sources = element.incoming.map((flow) => after.get(model.flows[flow]?.source ?? ''));
    return meet(element, sources.filter((set) => set !== undefined));
  };
  const open = new Set([model.start]);
  for (const id of open) {
    open.delete(id);
    const element = model.elements[id];
    if (!element) continue;
    const next = union([before(element), new Set(setBy(element, fieldsOf))]);
    const known = after.get(id);
    if (known && known.size === next.size && [...next].every((name) => known.has(name))) continue;
    after.set(id, next);
    for (const flow of element.outgoing) open.add(model.flows[flow]?.target ?? '');
  }
  return (elementId) => {
    const element = model.elements[elementId];
    return element ? before(element) : new Set();
  };
}

/** The start event brings each field that the applicant sees, empty ones as null; a task brings what its clerk may edit. */
function setBy(element: ProcessElement, fieldsOf: FieldsOf): string[] {
  if (element.type === 'start') return fieldsOf(element.formId).filter((field) => fieldAccess(element, field) !== 'hidden');
  if (element.type !== 'user-task') return [];
  const edited = fieldsOf(element.formId).filter((field) => fieldAccess(element, field) === 'edit');
  return element.outcomes ? [...edited, element.outcomes.variable] : edited;
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection(sets: readonly ReadonlySet<string>[]): Set<string> {
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((name) => others.every((set) => set.has(name))));
}
