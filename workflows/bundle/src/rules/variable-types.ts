import type { FeelType } from '@banshi/expression';
import { fieldSchema } from '@banshi/forms';
import type { JsonSchema } from '../kinds/bodies.js';
import { stepsOf, type ServiceProcess } from './service-processes.js';

const ANY: FeelType = { kind: 'any' };
const STRING: FeelType = { kind: 'string' };

/** The type of every variable that a case of the service can have: the fields of its forms, and the outcomes of its tasks. */
export function variableTypes({ model, formOf, fieldsOf }: ServiceProcess): Record<string, FeelType> {
  const types: Record<string, FeelType> = Object.create(null) as Record<string, FeelType>;
  const add = (name: string, type: FeelType) => {
    // Two forms may use one name for different things; then only running it can tell.
    types[name] = name in types && JSON.stringify(types[name]) !== JSON.stringify(type) ? ANY : type;
  };
  for (const step of stepsOf(model)) {
    const form = formOf(step.formId);
    if (form) for (const field of fieldsOf(step.formId)) add(field, feelTypeOf(fieldSchema(form, field)));
    if (step.type === 'user-task' && step.outcomes) add(step.outcomes.variable, STRING);
  }
  return types;
}

/** What a field's value is to an expression. Whatever a schema leaves open is checked when the expression runs. */
export function feelTypeOf(schema: JsonSchema | undefined): FeelType {
  switch (schema?.['type']) {
    case 'string':
      return schema['format'] === 'date' ? { kind: 'date' } : STRING;
    case 'number':
    case 'integer':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: 'list', of: feelTypeOf(schema['items'] as JsonSchema | undefined) };
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
      return properties.length === 0 ? ANY : { kind: 'context', fields: Object.fromEntries(properties.map(([name, child]) => [name, feelTypeOf(child)])) };
    }
    default:
      return ANY;
  }
}
