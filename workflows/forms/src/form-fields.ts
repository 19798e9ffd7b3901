import type { FormBody, FormFieldLayout, FormSection, JsonSchema } from './form-body.js';
import { isObject, own, ownObject } from './schema/json.js';

/** The conditional parts of a form: every `if` of the root and of its `allOf`. */
export function conditionalsOf(schema: JsonSchema): JsonSchema[] {
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'].filter(isObject) : [];
  return [schema, ...parts].filter((part) => 'if' in part);
}

/** Every property of the form in the schema's order: the plain ones, then those that only a condition declares. */
export function properties(form: FormBody): Map<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const parts: unknown[] = [form.schema, ...conditionalsOf(form.schema).flatMap((part) => [part['then'], part['else']])];
  for (const part of parts) {
    for (const [name, schema] of Object.entries(ownObject(part, 'properties'))) {
      if (isObject(schema) && !found.has(name)) found.set(name, schema);
    }
  }
  return found;
}

export function fieldNames(form: FormBody): string[] {
  return [...properties(form).keys()];
}

export function fieldSchema(form: FormBody, field: string): JsonSchema | undefined {
  return properties(form).get(field);
}

/** The field's title, or its name where it has none. */
export function fieldTitle(form: FormBody, field: string): string {
  const title = own(fieldSchema(form, field), 'title');
  return typeof title === 'string' && title !== '' ? title : field;
}

/** Where the layout places a field. */
export function placeOf(form: FormBody, field: string): { section: FormSection; index: number; layout: FormFieldLayout } | null {
  for (const section of form.layout.sections) {
    const index = section.fields.findIndex((one) => one.field === field);
    if (index >= 0) return { section, index, layout: section.fields[index]! };
  }
  return null;
}
