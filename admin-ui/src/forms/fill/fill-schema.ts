import type { DictionaryBody } from '@banshi/bundle';
import { fieldNames, fieldSchema, fieldTypeOf, optionsOf, requiredFields, toUiSchema, visibleFields, type FormBody, type FormData, type JsonSchema, type StepAccess } from '@banshi/forms';

export type Dictionaries = Readonly<Record<string, DictionaryBody>>;

/** Widgets drawn by us, by palette type; the others follow the schema's own type. */
const widgets: Record<string, string> = {
  money: 'money',
  date: 'day',
  boolean: 'yesNo',
  choice: 'choice',
  'multi-choice': 'choices',
  division: 'division',
  attachment: 'attachment',
  textarea: 'longText',
};
/** Labels of these name a group of controls, not one input. */
const groups = new Set(['boolean', 'multi-choice', 'division', 'attachment', 'table']);
/** Up to so many options stand side by side; more go into a list. */
const radioLimit = 4;

export interface FillSchema {
  schema: JsonSchema;
  uiSchema: Record<string, unknown>;
}

/**
 * What the renderer draws for the data as it stands: the visible fields, each with its choices. Conditions are decided here,
 * by the same code that validates, so the renderer never sees them.
 */
export function fillSchema(form: FormBody, data: FormData, dictionaries: Dictionaries, access?: StepAccess): FillSchema {
  const uiSchema = toUiSchema(form, access);
  const properties: Record<string, JsonSchema> = {};
  for (const field of visibleFields(form, data)) {
    const schema = fieldSchema(form, field);
    const layout = (uiSchema[field] ?? {}) as Record<string, unknown>;
    if (!schema || layout['ui:widget'] === 'hidden') continue;
    const drawn = drawnSchema(schema, dictionaries, layout['ui:widget'] as string | undefined);
    properties[field] = drawn.schema;
    uiSchema[field] = { ...layout, ...drawn.ui, 'ui:options': { ...(layout['ui:options'] as object | undefined), ...drawn.options } };
  }
  const { $defs } = form.schema;
  return { schema: { type: 'object', properties, required: requiredFields(form, data), ...($defs !== undefined && { $defs }) }, uiSchema };
}

interface Drawn {
  schema: JsonSchema;
  ui: Record<string, unknown>;
  options: Record<string, unknown>;
}

function drawnSchema(schema: JsonSchema, dictionaries: Dictionaries, wanted?: string): Drawn {
  const type = fieldTypeOf(schema)?.type ?? null;
  const { 'x-hint': hint } = schema;
  const base: Drawn = { schema, ui: {}, options: { fieldType: type, isGroup: type !== null && groups.has(type), hint } };
  if (type === null) return base;
  if (type === 'table') return tableOf(schema, dictionaries, base);
  if (type === 'choice' || type === 'multi-choice') {
    const choices = choicesOf(schema, dictionaries);
    const isRadio = type === 'choice' && (wanted === 'radio' || (wanted !== 'select' && choices.length <= radioLimit));
    return { schema: bare(schema), ui: { 'ui:widget': widgets[type] }, options: { ...base.options, choices, isGroup: type === 'multi-choice' || isRadio } };
  }
  return widgets[type] ? { ...base, ui: { 'ui:widget': widgets[type] } } : { ...base, ui: { 'ui:widget': ['integer', 'number'].includes(type) ? 'quantity' : 'line' } };
}

/** Without the list of values: the widget has them with their titles, and our validator checks them. */
function bare(schema: JsonSchema): JsonSchema {
  const { enum: _enum, oneOf: _oneOf, ...rest } = schema;
  return rest['type'] === 'array' ? { ...rest, items: { type: 'string' } } : rest;
}

function tableOf(schema: JsonSchema, dictionaries: Dictionaries, base: Drawn): Drawn {
  const items = schema['items'] as JsonSchema;
  const properties: Record<string, JsonSchema> = {};
  const ui: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(items['properties'] as Record<string, JsonSchema>)) {
    const drawn = drawnSchema(column, dictionaries);
    properties[name] = drawn.schema;
    ui[name] = { ...drawn.ui, 'ui:options': drawn.options };
  }
  return { ...base, schema: { ...schema, items: { ...items, properties } }, ui: { items: ui } };
}

export interface Choice {
  value: string;
  title: string;
  /** Level in a dictionary of levels. */
  depth: number;
}

/** The choices of a field: its own, or the entries of its dictionary, children under their parents. */
export function choicesOf(schema: JsonSchema, dictionaries: Dictionaries): Choice[] {
  const holder = schema['type'] === 'array' && typeof schema['items'] === 'object' ? (schema['items'] as JsonSchema) : schema;
  const key = holder['x-dictionary'];
  if (typeof key !== 'string') return optionsOf(schema).map(({ value, title }) => ({ value, title, depth: 0 }));
  const entries = (dictionaries[key]?.entries ?? []).filter((entry) => !entry.disabled);
  const codes = new Set(entries.map(({ code }) => code));
  const below = (parent: string | null, depth: number): Choice[] =>
    depth > 8 ? [] : entries.filter((entry) => (entry.parent && codes.has(entry.parent) ? entry.parent : null) === parent).flatMap(({ code, title }) => [{ value: code, title, depth }, ...below(code, depth + 1)]);
  return below(null, 0);
}

/** Keys of the dictionaries that a form takes choices from. */
export function dictionaryKeys(form: FormBody): string[] {
  const keys = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { 'x-dictionary': key, items, properties } = schema as JsonSchema;
    if (typeof key === 'string') keys.add(key);
    visit(items);
    for (const column of Object.values((properties as object | undefined) ?? {})) visit(column);
  };
  for (const field of fieldNames(form)) visit(fieldSchema(form, field));
  return [...keys].sort();
}

/** How long a number is when it is complete; from then on its verdict is worth showing. */
const completeLengths: Record<string, number> = { 'resident-id': 18, 'credit-code': 18, mobile: 11, 'bank-card': 16 };

export const isCompleteText = (form: FormBody, field: string, value: unknown): boolean => {
  const length = completeLengths[fieldTypeOf(fieldSchema(form, field))?.type ?? ''];
  return length !== undefined && typeof value === 'string' && value.length >= length;
};
