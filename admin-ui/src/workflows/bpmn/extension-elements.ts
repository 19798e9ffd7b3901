import type { FieldAccess, FieldRules, Outcome } from '@banshi/process';
import type { Moddle, ModdleElement } from './moddle-element.js';

/** A new moddle element of a type, such as `banshi:Field`. */
export type Create = Moddle['create'];

/** What a start event or user task says of the form's fields; `null` where it says nothing. */
export function readFields(element: ModdleElement): FieldRules | null {
  const fields = extensionOf(element, 'banshi:Fields');
  if (!fields) return null;
  const rules = listOf(fields, 'values').map((field) => [textOf(field, 'name'), textOf(field, 'access') as FieldAccess] as const);
  return { default: (textOf(fields, 'default') || fallbackAccess(element)) as FieldAccess, access: Object.fromEntries(rules) };
}

/** What holds for a step that says nothing: an applicant fills in everything, a clerk reads everything. */
export const fallbackAccess = (element: ModdleElement): FieldAccess => (element.$type === 'bpmn:StartEvent' ? 'edit' : 'read');

export function writeFields(create: Create, element: ModdleElement, rules: FieldRules): ModdleElement | undefined {
  const values = Object.entries(rules.access).map(([name, access]) => create('banshi:Field', { name, access }));
  return withExtension(create, element, 'banshi:Fields', create('banshi:Fields', { default: rules.default, ...(values.length > 0 && { values }) }));
}

export interface Outcomes {
  variable: string;
  values: Outcome[];
}

export function readOutcomes(element: ModdleElement): Outcomes | null {
  const outcomes = extensionOf(element, 'banshi:Outcomes');
  if (!outcomes) return null;
  return {
    variable: textOf(outcomes, 'variable'),
    values: listOf(outcomes, 'values').map((outcome) => ({
      value: textOf(outcome, 'value'),
      title: textOf(outcome, 'title'),
      titleEn: textOf(outcome, 'titleEn'),
      requireComment: outcome.get('requireComment') === true,
    })),
  };
}

/** Without an outcome left, the task is simply completed. */
export function writeOutcomes(create: Create, element: ModdleElement, outcomes: Outcomes | null): ModdleElement | undefined {
  if (!outcomes) return withExtension(create, element, 'banshi:Outcomes', null);
  const values = outcomes.values.map((outcome) => create('banshi:Outcome', { ...outcome }));
  return withExtension(create, element, 'banshi:Outcomes', create('banshi:Outcomes', { variable: outcomes.variable, ...(values.length > 0 && { values }) }));
}

/** `role:KEY`, `department:KEY`, `department:$service`, `post:KEY`. */
export function readGroups(element: ModdleElement): string[] {
  const definition = extensionOf(element, 'zeebe:AssignmentDefinition');
  return definition ? textOf(definition, 'candidateGroups').split(',').map((group) => group.trim()).filter(Boolean) : [];
}

/** An assignee by name stays; Camunda wants its user task marked as one, so the mark is added. */
export function writeGroups(create: Create, element: ModdleElement, groups: string[]): ModdleElement | undefined {
  const assignee = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'assignee');
  const isNeeded = groups.length > 0 || assignee !== '';
  const definition = isNeeded ? create('zeebe:AssignmentDefinition', { ...(assignee && { assignee }), ...(groups.length > 0 && { candidateGroups: groups.join(',') }) }) : null;
  const mark = extensionOf(element, 'zeebe:UserTask') ?? create('zeebe:UserTask', {});
  const marked = withExtension(create, element, 'zeebe:UserTask', mark);
  return replaceIn(create, marked, 'zeebe:AssignmentDefinition', definition);
}

export const readFormId = (element: ModdleElement): string | null => textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId') || null;

export function writeFormId(create: Create, element: ModdleElement, formId: string | null): ModdleElement | undefined {
  return withExtension(create, element, 'zeebe:FormDefinition', formId === null ? null : create('zeebe:FormDefinition', { formId }));
}

export const readResult = (element: ModdleElement): string | null => textOf(extensionOf(element, 'banshi:Result'), 'value') || null;

export function writeResult(create: Create, element: ModdleElement, value: string | null): ModdleElement | undefined {
  return withExtension(create, element, 'banshi:Result', value === null ? null : create('banshi:Result', { value }));
}

/** A condition without the `=` by which FEEL is marked in the file. */
export function readCondition(flow: ModdleElement): string {
  const expression = flow.get('conditionExpression') as ModdleElement | undefined;
  return textOf(expression, 'body').replace(/^\s*=\s?/, '');
}

export function writeCondition(create: Create, source: string): ModdleElement | undefined {
  return source.trim() === '' ? undefined : create('bpmn:FormalExpression', { body: `= ${source}` });
}

function extensionOf(element: ModdleElement, type: string): ModdleElement | undefined {
  const extensions = element.get('extensionElements') as ModdleElement | undefined;
  return extensions && listOf(extensions, 'values').find(({ $type }) => $type === type);
}

/**
 * The extension elements with one of them replaced, as a new object: the command stack keeps the old one, so the change
 * is undone as a whole.
 */
function withExtension(create: Create, element: ModdleElement, type: string, next: ModdleElement | null): ModdleElement | undefined {
  return replaceIn(create, element.get('extensionElements') as ModdleElement | undefined, type, next);
}

function replaceIn(create: Create, extensions: ModdleElement | undefined, type: string, next: ModdleElement | null): ModdleElement | undefined {
  const current = extensions ? listOf(extensions, 'values') : [];
  const at = current.findIndex(({ $type }) => $type === type);
  const others = current.filter(({ $type }) => $type !== type);
  const values = next ? others.toSpliced(at < 0 ? others.length : at, 0, next) : others;
  return values.length > 0 ? create('bpmn:ExtensionElements', { values }) : undefined;
}

const listOf = (element: ModdleElement, property: string): ModdleElement[] => (element.get(property) as ModdleElement[] | undefined) ?? [];

function textOf(element: ModdleElement | undefined, property: string): string {
  const value = element?.get(property);
  return typeof value === 'string' ? value : '';
}
