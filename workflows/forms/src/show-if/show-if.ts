import type { FormBody, JsonSchema } from '../form-body.js';
import { isObject, own, ownObject, ownStrings } from '../schema/json.js';
import { readShowIf, writeShowIf } from './condition.js';
import type { ShowIf } from './condition.js';

/**
 * A show-if is one member of the root's `allOf`: `{if, then, else: {properties: {field: false}}}`.
 * The field stays declared among the root's properties; the `else` forbids it and `then` may require it.
 */
export function isShowIfOf(part: unknown, field: string): part is JsonSchema {
  const forbidden = ownObject(own(part, 'else'), 'properties');
  return isObject(part) && 'if' in part && Object.keys(forbidden).length === 1 && own(forbidden, field) === false;
}

export function allOfParts(schema: JsonSchema): unknown[] {
  return Array.isArray(schema['allOf']) ? schema['allOf'] : [];
}

/** The schema with another `allOf`; none at all when it is empty. */
export function withAllOf(schema: JsonSchema, parts: unknown[]): JsonSchema {
  const { allOf: _old, ...rest } = schema;
  return parts.length > 0 ? { ...rest, allOf: parts } : rest;
}

function showIfPart(form: FormBody, field: string): JsonSchema | undefined {
  return allOfParts(form.schema).find((part): part is JsonSchema => isShowIfOf(part, field));
}

export function hasShowIf(form: FormBody, field: string): boolean {
  return showIfPart(form, field) !== undefined;
}

/** When the field is shown; null when always, or when its condition was written by hand and only the code tab can edit it. */
export function showIfOf(form: FormBody, field: string): ShowIf | null {
  const part = showIfPart(form, field);
  return part ? readShowIf(part['if']) : null;
}

/** Whether the field must be filled, once it is shown. */
export function isRequired(form: FormBody, field: string): boolean {
  return ownStrings(form.schema, 'required').includes(field) || ownStrings(showIfPart(form, field)?.['then'], 'required').includes(field);
}

/** Makes the field required or optional, at the place that its show-if demands. */
export function setRequired(form: FormBody, field: string, required: boolean): FormBody {
  const others = ownStrings(form.schema, 'required').filter((name) => name !== field);
  const conditional = hasShowIf(form, field);
  const names = required && !conditional ? [...others, field] : others;
  const { required: _old, ...rest } = form.schema;
  const schema: JsonSchema = names.length > 0 ? { ...rest, required: names } : rest;
  const parts = allOfParts(schema).map((part) => (isShowIfOf(part, field) ? showIfSchema(part['if'], field, required) : part));
  return { ...form, schema: withAllOf(schema, parts) };
}

function showIfSchema(condition: unknown, field: string, required: boolean): JsonSchema {
  return { if: condition, ...(required && { then: { required: [field] } }), else: { properties: { [field]: false } } };
}

/** Sets or removes the condition under which a field is shown; a required field stays required while it is shown. */
export function setShowIf(form: FormBody, field: string, showIf: ShowIf | null): FormBody {
  const required = isRequired(form, field);
  const parts = allOfParts(form.schema);
  const old = parts.findIndex((part) => isShowIfOf(part, field));
  const written = showIf && showIf.conditions.length > 0 ? [showIfSchema(writeShowIf(showIf), field, required)] : [];
  const next = old < 0 ? [...parts, ...written] : parts.toSpliced(old, 1, ...written);
  return setRequired({ ...form, schema: withAllOf(form.schema, next) }, field, required);
}
