import type { FormBody, FormFieldLayout, JsonSchema } from '../form-body.js';
import { formProblem } from '../check/form-problem.js';
import { fieldTypeOf } from '../field-types/field-types.js';
import { withChoices } from '../field-types/options.js';
import type { FieldOption } from '../field-types/options.js';
import { conditionalsOf, fieldSchema, fieldTitle, placeOf } from '../form-fields.js';
import { own, ownObject } from '../schema/json.js';
import { setRequired } from '../show-if/show-if.js';
import { done, refused } from './edit-result.js';
import type { EditResult } from './edit-result.js';
import { insertField, mapFields } from './layout-edits.js';

/** What the properties panel changes. An absent key stays as it is; `null` removes. */
export interface FieldPatch {
  title?: string | null;
  /** Explains the field below its label. */
  description?: string | null;
  required?: boolean;
  default?: unknown;
  minLength?: number | null;
  maxLength?: number | null;
  minimum?: number | null;
  maximum?: number | null;
  multipleOf?: number | null;
  minItems?: number | null;
  maxItems?: number | null;
  pattern?: string | null;
  /** The choices that the form lists itself; replaces a dictionary. */
  options?: FieldOption[];
  /** Key of the dictionary that gives the choices; replaces the options. */
  dictionary?: string;
  /** Key of the slot that fills the field. */
  slot?: string | null;
  sensitive?: boolean;
  /** Guidance for who reads the schema by machine, such as the assistant. */
  hint?: string | null;
  mediaTypes?: string[] | null;
  /** Bytes. */
  maxBytes?: number | null;
  width?: FormFieldLayout['width'] | null;
  placeholder?: string | null;
  help?: string | null;
  widget?: FormFieldLayout['widget'] | null;
}

/** Which keyword of the schema a key of the patch sets. */
const KEYWORDS: Partial<Record<keyof FieldPatch, string>> = {
  title: 'title',
  description: 'description',
  default: 'default',
  minLength: 'minLength',
  maxLength: 'maxLength',
  minimum: 'minimum',
  maximum: 'maximum',
  multipleOf: 'multipleOf',
  minItems: 'minItems',
  maxItems: 'maxItems',
  pattern: 'pattern',
  slot: 'x-slot',
  hint: 'x-hint',
  mediaTypes: 'x-mediaTypes',
  maxBytes: 'x-maxBytes',
};
const LAYOUT_KEYS = ['width', 'placeholder', 'help', 'widget'] as const;

/** Sets a key, or removes it when the value says nothing. */
function put<T extends object>(object: T, key: string, value: unknown): T {
  const { [key]: _old, ...rest } = object as Record<string, unknown>;
  const isNothing = value === null || value === undefined || value === '';
  return (isNothing ? rest : { ...(object as Record<string, unknown>), [key]: value }) as T;
}

/** Changes a field's schema, its place's layout and whether it is required, in one step. */
export function updateField(form: FormBody, field: string, patch: FieldPatch): EditResult {
  const schema = fieldSchema(form, field);
  if (!schema) return refused(form, formProblem('unknown-field', '/schema/properties', { field }));
  const isChoice = ['choice', 'multi-choice'].includes(fieldTypeOf(schema)?.type ?? '');
  if ((patch.options || patch.dictionary) && !isChoice) {
    return refused(form, formProblem('not-a-choice', `/schema/properties/${field}`, { field }, { title: fieldTitle(form, field) }));
  }
  const replaced = replaceSchema(form, field, patchSchema(schema, patch));
  const required = patch.required === undefined ? replaced : setRequired(replaced, field, patch.required);
  return done(patchLayout(required, field, patch), { field });
}

function patchSchema(schema: JsonSchema, patch: FieldPatch): JsonSchema {
  let next = schema;
  for (const [key, keyword] of Object.entries(KEYWORDS)) {
    if (key in patch) next = put(next, keyword, patch[key as keyof FieldPatch]);
  }
  if (patch.sensitive !== undefined) next = put(next, 'x-sensitive', patch.sensitive || null);
  if (patch.options) next = withChoices(next, { options: patch.options });
  if (patch.dictionary) next = withChoices(next, { dictionary: patch.dictionary });
  return next;
}

function patchLayout(form: FormBody, field: string, patch: FieldPatch): FormBody {
  const keys = LAYOUT_KEYS.filter((key) => key in patch);
  const first = form.layout.sections[0];
  const placed = keys.length > 0 && first && !placeOf(form, field) ? insertField(form, first.key, first.fields.length, { field }) : form;
  return mapFields(placed, (fields) => fields.map((one) => (one.field === field ? keys.reduce((layout, key) => put(layout, key, patch[key]), one) : one)));
}

/** Replaces the schema where the field is declared: among the root's properties or inside a condition's branch. */
export function replaceSchema(form: FormBody, field: string, schema: JsonSchema): FormBody {
  const into = (part: JsonSchema): JsonSchema => ({ ...part, properties: { ...ownObject(part, 'properties'), [field]: schema } });
  if (own(form.schema['properties'], field) !== undefined) return { ...form, schema: into(form.schema) };
  const declares = (part: JsonSchema, branch: string): boolean => typeof own(ownObject(part[branch], 'properties'), field) === 'object';
  const change = (part: JsonSchema): JsonSchema => {
    const branch = ['then', 'else'].find((one) => declares(part, one));
    return branch ? { ...part, [branch]: into(part[branch] as JsonSchema) } : part;
  };
  const conditionals = conditionalsOf(form.schema);
  const parts = Array.isArray(form.schema['allOf']) ? form.schema['allOf'].map((part) => (conditionals.includes(part) ? change(part) : part)) : undefined;
  const root = 'if' in form.schema ? change(form.schema) : form.schema;
  return { ...form, schema: { ...root, ...(parts && { allOf: parts }) } };
}
