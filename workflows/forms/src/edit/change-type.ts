import type { FormBody, FormFieldLayout, JsonSchema } from '../form-body.js';
import { formProblem } from '../check/form-problem.js';
import type { FieldTypeName } from '../field-types/field-type.js';
import { fieldType } from '../field-types/field-types.js';
import { fieldSchema } from '../form-fields.js';
import { done, refused } from './edit-result.js';
import type { EditResult } from './edit-result.js';
import { mapFields } from './layout-edits.js';
import { replaceSchema } from './update-field.js';

/** What a field keeps when its type changes: the words and the slot. Rules belong to the type. */
const KEPT = ['title', 'description', 'x-slot', 'x-hint'];

/** Makes an existing field one of another palette type, at its place and with its show-if. */
export function changeFieldType(form: FormBody, field: string, type: FieldTypeName): EditResult {
  const old = fieldSchema(form, field);
  if (!old) return refused(form, formProblem('unknown-field', '/schema/properties', { field }));
  const kept: JsonSchema = Object.fromEntries(Object.entries(old).filter(([keyword]) => KEPT.includes(keyword)));
  const changed = replaceSchema(form, field, { ...fieldType(type).newSchema(), ...kept });
  const withWidget = ({ widget: _widget, ...layout }: FormFieldLayout): FormFieldLayout => (type === 'textarea' ? { ...layout, widget: 'textarea' } : layout);
  return done(mapFields(changed, (fields) => fields.map((one) => (one.field === field ? withWidget(one) : one))), { field });
}
