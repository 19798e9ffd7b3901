import { feelTypeOf, type FormBody, type JsonSchema } from '@banshi/bundle';
import type { FeelType } from '@banshi/expression';
import { fieldNames, fieldSchema, fieldTitle, optionsOf } from '@banshi/forms';
import { CASE_VARIABLES } from '@banshi/process';

/** A value that a variable can take, as it is written in a condition and as people call it. */
export interface VariableOption {
  value: string;
  title: string;
}

/** Something that a condition can read. */
export interface Variable {
  name: string;
  title: string;
  type: FeelType;
  /** Fields of forms come from applicants and clerks, outcomes from tasks, the rest from the system. */
  from: 'field' | 'outcome' | 'case';
  options: VariableOption[];
}

/** The forms that a workflow shows: those of the services that use it, and those that its steps name. */
export interface WorkflowForms {
  services: { key: string; title: string; form: string | null }[];
  forms: Record<string, FormBody>;
  /** The entries of the dictionaries from which fields take their values. */
  dictionaries: Record<string, VariableOption[]>;
}

export const noForms: WorkflowForms = { services: [], forms: {}, dictionaries: {} };

/** The forms that a step shows. Without one of its own it is the form of whichever service the case belongs to. */
export function formsOfStep({ services, forms }: WorkflowForms, formId: string | null): FormBody[] {
  const keys = formId === null ? [...new Set(services.map(({ form }) => form))] : [formId];
  return keys.flatMap((key) => (key !== null && forms[key] ? [forms[key]] : []));
}

/** As the form shows them; the schema itself has no order that survives being stored. */
function inOrder(form: FormBody): string[] {
  const names = fieldNames(form);
  const laidOut = form.layout.sections.flatMap(({ fields }) => fields.map(({ field }) => field)).filter((field) => names.includes(field));
  return [...new Set([...laidOut, ...names])];
}

/** The fields that a step can name, each once, in the forms' order. */
export function fieldsOfStep(all: WorkflowForms, formId: string | null): { name: string; title: string }[] {
  const found = new Map<string, { name: string; title: string }>();
  for (const form of formsOfStep(all, formId)) {
    for (const name of inOrder(form)) if (!found.has(name)) found.set(name, { name, title: fieldTitle(form, name) });
  }
  return [...found.values()];
}

export interface OutcomeSet {
  variable: string;
  /** The task that sets it. */
  task: string;
  values: { value: string; title: string; titleEn: string }[];
}

/** Everything that a condition of the workflow may read. `language` decides how options are called. */
export function variablesOf({ forms, dictionaries }: WorkflowForms, outcomes: OutcomeSet[], language: string): Variable[] {
  const found = new Map<string, Variable>();
  const add = (variable: Variable) => {
    const known = found.get(variable.name);
    if (!known) found.set(variable.name, variable);
    else if (JSON.stringify(known.type) !== JSON.stringify(variable.type)) found.set(variable.name, { ...known, type: { kind: 'any' } });
    else found.set(variable.name, { ...known, options: [...known.options, ...variable.options.filter(({ value }) => known.options.every((one) => one.value !== value))] });
  };
  for (const { variable, task, values } of outcomes) {
    if (variable) add({ name: variable, title: task, type: { kind: 'string' }, from: 'outcome', options: values.map(({ value, title, titleEn }) => ({ value, title: (language === 'en' && titleEn) || title || value })) });
  }
  for (const form of Object.values(forms)) for (const name of inOrder(form)) add(fieldVariable(form, name, dictionaries));
  for (const name of CASE_VARIABLES) add({ name, title: '', type: { kind: 'any' }, from: 'case', options: [] });
  return [...found.values()];
}

function fieldVariable(form: FormBody, name: string, dictionaries: WorkflowForms['dictionaries']): Variable {
  const schema = fieldSchema(form, name) ?? {};
  const items = (schema['type'] === 'array' ? schema['items'] : schema) as JsonSchema | undefined;
  const options = dictionaries[String(items?.['x-dictionary'])] ?? optionsOf(schema);
  return { name, title: fieldTitle(form, name), type: feelTypeOf(schema), from: 'field', options: options.map(({ value, title }) => ({ value, title })) };
}
