import { escapePointer } from '../json-pointer.js';
import type { Reference } from './kind.js';

/** Keywords whose value is a map of schemas by name, so that a field may itself be named `x-slot`. */
const maps = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = ['items', 'additionalProperties', 'contains', 'propertyNames', 'if', 'then', 'else', 'not'];

const annotations = { 'x-slot': 'slot', 'x-dictionary': 'dictionary' } as const;

/** Every slot and dictionary that a form's schema is bound to, at any depth. `path` is the pointer of the schema itself. */
export function schemaRefs(schema: unknown, path: string): Reference[] {
  if (!isRecord(schema)) return [];
  const found: Reference[] = [];
  for (const [annotation, kind] of Object.entries(annotations)) {
    const key = schema[annotation];
    if (typeof key === 'string') found.push({ path: `${path}/${annotation}`, kind, key, role: kind });
  }
  for (const keyword of maps) {
    for (const [name, child] of Object.entries(isRecord(schema[keyword]) ? schema[keyword] : {})) found.push(...schemaRefs(child, `${path}/${keyword}/${escapePointer(name)}`));
  }
  for (const keyword of lists) {
    const children = schema[keyword];
    if (Array.isArray(children)) children.forEach((child, index) => void found.push(...schemaRefs(child, `${path}/${keyword}/${index}`)));
  }
  for (const keyword of single) found.push(...schemaRefs(schema[keyword], `${path}/${keyword}`));
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
