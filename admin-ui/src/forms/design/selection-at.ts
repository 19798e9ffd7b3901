import { fieldSchema, type FormBody, type JsonSchema } from '@banshi/forms';
import type { Selection } from './designer.js';

/** What a JSON Pointer into a form's content means on the canvas: the field or the section that it lies in. */
export function selectionAt(form: FormBody, pointer: string): Selection {
  const tokens = pointer.split('/').slice(1);
  const properties = tokens.indexOf('properties');
  const named = tokens[0] === 'schema' && properties > 0 ? tokens[properties + 1] : undefined;
  if (named !== undefined && fieldSchema(form, named)) return { field: named };
  if (tokens[0] === 'layout' && tokens[1] === 'sections') {
    const section = form.layout.sections[Number(tokens[2])];
    const field = section?.fields[Number(tokens[4])]?.field;
    return field !== undefined ? { field } : section ? { section: section.key } : null;
  }
  if (tokens[0] === 'schema' && tokens[1] === 'allOf') {
    const part = (form.schema['allOf'] as JsonSchema[] | undefined)?.[Number(tokens[2])];
    const field = Object.keys(((part?.['else'] as JsonSchema | undefined)?.['properties'] as object | undefined) ?? {})[0];
    return field !== undefined ? { field } : null;
  }
  return null;
}
