import type { FormBody } from './form-body.js';
import { properties } from './form-fields.js';
import { child } from './schema/pointer.js';
import { walkSchema } from './schema/walk-schema.js';

/** A field that names something outside the form. */
export interface FormReference {
  field: string;
  key: string;
  /** JSON pointer into the form's content, to the annotation. */
  path: string;
}

function annotated(form: FormBody, keyword: string): FormReference[] {
  const found: FormReference[] = [];
  walkSchema(form.schema, (schema, path) => {
    const key = schema[keyword];
    if (typeof key !== 'string') return;
    const match = /^(?:\/allOf\/\d+)?(?:\/(?:then|else))?\/properties\/([^/]+)/u.exec(path);
    found.push({ field: match?.[1] ?? '', key, path: child(`/schema${path}`, keyword) });
  });
  return found;
}

/** The slots that fill fields of the form. */
export function slotReferences(form: FormBody): FormReference[] {
  return annotated(form, 'x-slot');
}

/** The dictionaries that give choices. */
export function dictionaryReferences(form: FormBody): FormReference[] {
  return annotated(form, 'x-dictionary');
}

/** The fields of personal data, which are masked and encrypted at rest. */
export function sensitiveFields(form: FormBody): string[] {
  return [...properties(form)].filter(([, schema]) => schema['x-sensitive'] === true).map(([field]) => field);
}
