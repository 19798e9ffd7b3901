import type { FormBody, FormFieldLayout, JsonSchema } from '../form-body.js';
import { formProblem } from '../check/form-problem.js';
import { freeName, isFieldName } from '../check/names.js';
import type { FieldTypeName } from '../field-types/field-type.js';
import { fieldType } from '../field-types/field-types.js';
import { conditionalsOf, fieldNames, fieldSchema, fieldTitle, placeOf } from '../form-fields.js';
import { isObject, own, ownObject, ownStrings } from '../schema/json.js';
import { fieldsRead } from '../show-if/condition.js';
import { allOfParts, isRequired, isShowIfOf, setRequired, setShowIf, showIfOf, withAllOf } from '../show-if/show-if.js';
import { done, refused } from './edit-result.js';
import type { EditResult } from './edit-result.js';
import { insertField, mapFields, withoutPlace } from './layout-edits.js';

function withProperties(form: FormBody, properties: Record<string, unknown>): FormBody {
  return { ...form, schema: { ...form.schema, properties } };
}

function hasSection(form: FormBody, key: string): boolean {
  return form.layout.sections.some((section) => section.key === key);
}

/** Wide types get the whole row and long text its own widget; everything else half a row. */
function newLayout(field: string, type: FieldTypeName): FormFieldLayout {
  const isWide = type === 'textarea' || type === 'attachment' || type === 'table';
  return { field, width: isWide ? 'full' : 'half', ...(type === 'textarea' && { widget: 'textarea' as const }) };
}

/** Adds a field of a palette type at a place. Without a name it gets one from its type; its title is the type's. */
export function addField(form: FormBody, sectionKey: string, index: number, type: FieldTypeName, name?: string, language: 'zh' | 'en' = 'zh'): EditResult {
  const names = fieldNames(form);
  const { stem, title, newSchema } = fieldType(type);
  const field = name ?? freeName(stem, names);
  if (!hasSection(form, sectionKey)) return refused(form, formProblem('unknown-section', '/layout/sections', { section: sectionKey }));
  const problem = nameProblem(form, field);
  if (problem) return refused(form, problem);
  const schema: JsonSchema = { ...newSchema(), title: title[language] };
  const next = withProperties(form, { ...ownObject(form.schema, 'properties'), [field]: schema });
  return done(insertField(next, sectionKey, index, newLayout(field, type)), { field });
}

function nameProblem(form: FormBody, field: string) {
  if (!isFieldName(field)) return formProblem('bad-field-name', '/schema/properties', { field });
  return fieldNames(form).includes(field) ? formProblem('field-exists', '/schema/properties', { field }) : null;
}

/** Moves a field to a place; `index` counts the section's fields without the moved one. */
export function moveField(form: FormBody, field: string, sectionKey: string, index: number): EditResult {
  const place = placeOf(form, field);
  if (!fieldSchema(form, field)) return refused(form, formProblem('unknown-field', '/schema/properties', { field }));
  if (!hasSection(form, sectionKey)) return refused(form, formProblem('unknown-section', '/layout/sections', { section: sectionKey }));
  return done(insertField(withoutPlace(form, field), sectionKey, index, place?.layout ?? { field }), { field });
}

/** The fields whose show-if reads a field. */
export function shownBecauseOf(form: FormBody, field: string): string[] {
  const parts = conditionalsOf(form.schema).filter((part) => fieldsRead(part['if']).includes(field));
  const targets = parts.flatMap((part) => ['then', 'else'].flatMap((branch) => [...Object.keys(ownObject(part[branch], 'properties')), ...ownStrings(part[branch], 'required')]));
  return [...new Set(targets)].filter((name) => name !== field);
}

/** Removes a field with its own show-if. Refused, naming each reader, while another field's show-if reads it. */
export function removeField(form: FormBody, field: string): EditResult {
  if (!fieldSchema(form, field)) return refused(form, formProblem('unknown-field', '/schema/properties', { field }));
  const readers = shownBecauseOf(form, field);
  if (readers.length > 0) {
    return refused(form, ...readers.map((name) => formProblem('referred-by-show-if', '/schema/allOf', { field }, { title: fieldTitle(form, name), reader: name })));
  }
  const free = setRequired(setShowIf(form, field, null), field, false);
  const parts = allOfParts(free.schema).map((part) => omitFromBranches(part, field));
  return done(withoutPlace({ ...free, schema: withAllOf(omitField(free.schema, field), parts) }, field));
}

function omitFromBranches(part: unknown, field: string): unknown {
  if (!isObject(part)) return part;
  const next: JsonSchema = { ...part };
  for (const branch of ['then', 'else']) if (isObject(part[branch])) next[branch] = omitField(part[branch], field);
  return next;
}

function omitField(schema: JsonSchema, field: string): JsonSchema {
  const next: JsonSchema = { ...schema };
  if (isObject(schema['properties'])) next['properties'] = Object.fromEntries(Object.entries(schema['properties']).filter(([name]) => name !== field));
  if (Array.isArray(schema['required'])) next['required'] = schema['required'].filter((name) => name !== field);
  return next;
}

/** Renames a field everywhere in the form, keeping every order. What refers to it from outside is not seen here. */
export function renameField(form: FormBody, from: string, to: string): EditResult {
  if (!fieldSchema(form, from)) return refused(form, formProblem('unknown-field', '/schema/properties', { field: from }));
  if (from === to) return done(form, { field: to });
  const problem = nameProblem(form, to);
  if (problem) return refused(form, problem);
  const schema = renameIn(form.schema, from, to) as JsonSchema;
  return done(mapFields({ ...form, schema }, (fields) => fields.map((one) => (one.field === from ? { ...one, field: to } : one))), { field: to });
}

/** Renames in a schema of the form's own object: the properties that belong to fields' inner objects stay as they are. */
function renameIn(schema: unknown, from: string, to: string): unknown {
  if (!isObject(schema)) return schema;
  const next: JsonSchema = { ...schema };
  if (isObject(schema['properties'])) next['properties'] = Object.fromEntries(Object.entries(schema['properties']).map(([name, value]) => [name === from ? to : name, value]));
  if (Array.isArray(schema['required'])) next['required'] = schema['required'].map((name) => (name === from ? to : name));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) if (Array.isArray(schema[keyword])) next[keyword] = schema[keyword].map((part) => renameIn(part, from, to));
  for (const keyword of ['not', 'if', 'then', 'else']) if (keyword in schema) next[keyword] = renameIn(schema[keyword], from, to);
  return next;
}

/** Puts a copy of a field after it, with its rules and its show-if. The slot stays with the original: one slot fills one field. */
export function duplicateField(form: FormBody, field: string): EditResult {
  const schema = fieldSchema(form, field);
  const place = placeOf(form, field);
  const sectionKey = place?.section.key ?? form.layout.sections[0]?.key;
  if (!schema) return refused(form, formProblem('unknown-field', '/schema/properties', { field }));
  if (sectionKey === undefined) return refused(form, formProblem('last-section', '/layout/sections'));
  const copy = freeName(field.replace(/\d+$/u, '') || field, fieldNames(form));
  const { 'x-slot': _slot, ...rest } = schema;
  const added = withProperties(form, { ...ownObject(form.schema, 'properties'), [copy]: rest });
  const placed = insertField(added, sectionKey, (place?.index ?? 0) + 1, { ...place?.layout, field: copy });
  return done(copyShowIf(setRequired(placed, copy, isRequired(form, field)), field, copy), { field: copy });
}

function copyShowIf(form: FormBody, from: string, to: string): FormBody {
  const readable = showIfOf(form, from);
  if (readable) return setShowIf(form, to, readable);
  const part = allOfParts(form.schema).find((one): one is JsonSchema => isShowIfOf(one, from));
  if (!part) return form;
  const copy = { ...part, then: renameIn(own(part, 'then') ?? true, from, to), else: { properties: { [to]: false } } };
  return { ...form, schema: withAllOf(form.schema, [...allOfParts(form.schema), copy]) };
}
