import { serviceProcesses, variableTypes, type ServiceBody } from '@banshi/bundle';
import type { FeelType } from '@banshi/expression';
import type { FormBody, FormValidator, StepAccess } from '@banshi/forms';
import type { ProcessModel, StartElement, UserTaskElement } from '@banshi/process';
import type { LoadedBundle } from '../release/bundles.service.js';

/** The form that a step shows, and what it may do with each field. */
export interface StepForm {
  key: string;
  form: FormBody;
  validator: FormValidator;
  access: StepAccess;
}

/** How the cases of a service are handled under one bundle. */
export interface CaseDefinition {
  key: string;
  service: ServiceBody;
  bpmn: string;
  model: ProcessModel;
  start: StartElement;
  /** Types of the variables, so that conditions can compare dates. */
  scope: Record<string, FeelType>;
  stepForm(step: StartElement | UserTaskElement): StepForm | null;
  userTask(element: string): UserTaskElement | null;
  /** The label as drawn, else the id. */
  titleOf(element: string): string;
  /** The steps that show a form, the applicant's first. */
  steps: (StartElement | UserTaskElement)[];
}

const known = new WeakMap<LoadedBundle, Map<string, CaseDefinition | null>>();

/** Null for a service that the bundle does not hold or that has no workflow which runs. */
export function caseDefinition(bundle: LoadedBundle, service: string): CaseDefinition | null {
  const ofBundle = known.get(bundle) ?? new Map<string, CaseDefinition | null>();
  known.set(bundle, ofBundle);
  if (!ofBundle.has(service)) ofBundle.set(service, define(bundle, service));
  return ofBundle.get(service) ?? null;
}

function define(bundle: LoadedBundle, key: string): CaseDefinition | null {
  const service = bundle.get('service', key);
  const process = serviceProcesses(bundle.view).find((candidate) => candidate.service === key);
  const bpmn = process ? bundle.get('workflow', process.workflow)?.bpmn : undefined;
  const start = process?.model.elements[process.model.start];
  if (!service || !process || bpmn === undefined || start?.type !== 'start') return null;
  const { model } = process;
  const tasks = Object.values(model.elements).filter((element) => element.type === 'user-task');
  return {
    key,
    service,
    bpmn,
    model,
    start,
    scope: { ...variableTypes(process), submittedAt: { kind: 'date-time' } },
    stepForm: (step) => {
      const form = step.formId ?? service.form;
      const body = form === null ? null : bundle.get('form', form);
      const validator = form === null ? null : bundle.validator(form);
      return form !== null && body && validator ? { key: form, form: body, validator, access: step.fields } : null;
    },
    userTask: (element) => tasks.find((task) => task.id === element) ?? null,
    titleOf: (element) => model.elements[element]?.name || element,
    steps: [start, ...tasks],
  };
}
