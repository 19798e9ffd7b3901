import type { FormBody, JsonSchema } from '../form-body.js';
import { conditionalsOf, fieldNames } from '../form-fields.js';
import { has, own, ownObject, ownStrings } from '../schema/json.js';
import { evaluateSchema } from '../schema/validate-schema.js';
import { fieldsRead } from './condition.js';

export type FormData = Record<string, unknown>;

/** The branch of each condition that the data takes. */
function activeBranches(form: FormBody, data: FormData): unknown[] {
  return conditionalsOf(form.schema).map((part) => part[evaluateSchema(part['if'], data, { root: form.schema }).length === 0 ? 'then' : 'else']);
}

/** What the data shows as it stands, without first dropping stale values. */
function shownBy(form: FormBody, data: FormData): Set<string> {
  const shown = new Set<string>();
  const forbidden = new Set<string>();
  for (const part of [form.schema, ...activeBranches(form, data)]) {
    for (const [name, schema] of Object.entries(ownObject(part, 'properties'))) (schema === false ? forbidden : shown).add(name);
  }
  for (const name of forbidden) shown.delete(name);
  return shown;
}

/** The fields whose values decide whether a field is shown. */
export function controllersOf(form: FormBody, field: string): string[] {
  const decides = (part: JsonSchema): boolean =>
    ['then', 'else'].some((branch) => own(ownObject(part[branch], 'properties'), field) !== undefined);
  return conditionalsOf(form.schema)
    .filter(decides)
    .flatMap((part) => fieldsRead(part['if']));
}

/**
 * Drops the values of hidden fields. Dropping one may hide or show another, so a field is dropped only once
 * none of the fields that decide about it is itself about to be dropped; each round settles at least one.
 */
export function pruneHidden(form: FormBody, data: FormData): FormData {
  const names = fieldNames(form);
  let current = data;
  for (let round = 0; round <= names.length; round++) {
    const shown = shownBy(form, current);
    const stale = names.filter((name) => !shown.has(name) && has(current, name));
    if (stale.length === 0) break;
    const settled = stale.filter((name) => !controllersOf(form, name).some((other) => other !== name && stale.includes(other)));
    const dropped = settled.length > 0 ? settled : stale;
    current = Object.fromEntries(Object.entries(current).filter(([name]) => !dropped.includes(name)));
  }
  return current;
}

/** The fields that a person sees with this data, in the order of the layout. */
export function visibleFields(form: FormBody, data: FormData): string[] {
  const shown = shownBy(form, pruneHidden(form, data));
  const placed = form.layout.sections.flatMap((section) => section.fields.map((one) => one.field));
  const rest = fieldNames(form).filter((name) => !placed.includes(name));
  return [...placed, ...rest].filter((name) => shown.has(name));
}

/** The visible fields that must be filled with this data, in the order of the layout. */
export function requiredFields(form: FormBody, data: FormData): string[] {
  const settled = pruneHidden(form, data);
  const needed = new Set([form.schema, ...activeBranches(form, settled)].flatMap((part) => ownStrings(part, 'required')));
  return visibleFields(form, settled).filter((name) => needed.has(name));
}
