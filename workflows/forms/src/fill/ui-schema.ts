import type { FormBody } from '../form-body.js';
import { choiceSchema, optionsOf } from '../field-types/options.js';
import { fieldTypeOf } from '../field-types/field-types.js';
import { properties } from '../form-fields.js';
import { accessOf } from './step-access.js';
import type { StepAccess } from './step-access.js';

export type UiSchema = Record<string, unknown>;

/**
 * The layout as a react-jsonschema-form UI schema. `ui:options` names the palette type and the width, which the
 * application's own fields and templates read; sections are read from the form's layout.
 */
export function toUiSchema(form: FormBody, step?: StepAccess): UiSchema {
  const placed = form.layout.sections.flatMap((section) => section.fields);
  const ui: UiSchema = { 'ui:order': [...new Set(placed.map((one) => one.field)), '*'] };
  for (const [field, schema] of properties(form)) {
    const layout = placed.find((one) => one.field === field);
    const access = step ? accessOf(step, field) : 'edit';
    const options = optionsOf(schema);
    ui[field] = {
      'ui:options': { fieldType: fieldTypeOf(schema)?.type ?? null, width: layout?.width ?? 'half' },
      ...(layout?.placeholder && { 'ui:placeholder': layout.placeholder }),
      ...(layout?.help && { 'ui:help': layout.help }),
      ...(layout?.widget && { 'ui:widget': layout.widget }),
      ...(Array.isArray(choiceSchema(schema)['enum']) && { 'ui:enumNames': options.map((option) => option.title) }),
      ...(access === 'read' && { 'ui:readonly': true }),
      ...(access === 'hidden' && { 'ui:widget': 'hidden' }),
    };
  }
  return ui;
}
