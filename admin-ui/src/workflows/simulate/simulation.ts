import type { FeelType } from '@banshi/expression';
import { applyChanges, emptyInstance, fieldAccess, step, type Command, type InstanceRows, type ProcessModel, type StepError } from '@banshi/process';
import { fieldsOfStep, type Variable, type WorkflowForms } from '../scope/workflow-scope.js';

/** A case that exists only in the browser. */
export interface Simulation {
  instance: InstanceRows;
  /** Elements and flows passed so far, in order. */
  passed: string[];
}

export type Played = { ok: true; simulation: Simulation } | { ok: false; error: StepError };

/** The person who does everything in a simulation. */
const actor = 'simulation';

/** Carries out one command exactly as the server would. */
export function play(model: ProcessModel, simulation: Simulation, command: Command, scope: Record<string, FeelType>): Played {
  let n = simulation.passed.length * 100;
  const result = step(model, simulation.instance, { ...command, actor } as Command, { now: new Date().toISOString(), newId: () => `s${++n}`, scope });
  if (!result.ok) return result;
  const passed = [...simulation.passed];
  for (const change of result.changes) {
    if (change.kind === 'history' && change.event === 'left' && change.element) passed.push(change.element);
    if ((change.kind === 'token-created' || change.kind === 'token-moved') && change.token.flow) passed.push(change.token.flow);
    if (change.kind === 'history' && change.event === 'entered' && change.element && model.elements[change.element]?.type === 'end') passed.push(change.element);
  }
  return { ok: true, simulation: { instance: applyChanges(simulation.instance, result.changes), passed: [...passed] } };
}

export const newSimulation = (): Simulation => ({ instance: emptyInstance(), passed: [] });

/** The fields that somebody may fill in at a step. */
export function editableFields(model: ProcessModel, elementId: string, forms: WorkflowForms): { name: string; title: string }[] {
  const element = model.elements[elementId];
  if (!element || (element.type !== 'start' && element.type !== 'user-task')) return [];
  return fieldsOfStep(forms, element.formId).filter(({ name }) => fieldAccess(element, name) === 'edit');
}

/** What the applicant hands in: every field of the form, those left empty as null, as the server makes it. */
export function startVariables(model: ProcessModel, forms: WorkflowForms, typed: Record<string, unknown>): Record<string, unknown> {
  const start = model.elements[model.start];
  const formId = start?.type === 'start' ? start.formId : null;
  return Object.fromEntries(fieldsOfStep(forms, formId).map(({ name }) => [name, typed[name] ?? null]));
}

/** A value as typed into a text field; empty is null. */
export function valueOf(text: string, type: FeelType): unknown {
  if (text === '') return null;
  if (type.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : null;
  if (type.kind === 'boolean') return text === 'true';
  if (type.kind === 'list') return text.split(/[,，、]/).map((part) => part.trim()).filter(Boolean);
  return text;
}

export const scopeOf = (variables: Variable[]): Record<string, FeelType> => Object.fromEntries(variables.map(({ name, type }) => [name, type]));
