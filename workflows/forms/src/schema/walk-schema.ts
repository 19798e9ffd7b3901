import { isObject } from './json.js';
import { child } from './pointer.js';

const SINGLE = ['additionalProperties', 'propertyNames', 'items', 'contains', 'not', 'if', 'then', 'else'];
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/** Visits every object schema inside a schema, parents first, with its JSON pointer. Data such as `const` is not entered. */
export function walkSchema(schema: unknown, visit: (schema: Record<string, unknown>, path: string) => void, path = ''): void {
  if (!isObject(schema)) return;
  visit(schema, path);
  for (const keyword of SINGLE) walkSchema(schema[keyword], visit, child(path, keyword));
  for (const keyword of LISTS) {
    const list = schema[keyword];
    if (Array.isArray(list)) list.forEach((item, index) => walkSchema(item, visit, child(child(path, keyword), index)));
  }
  for (const keyword of MAPS) {
    const map = schema[keyword];
    if (isObject(map)) for (const [name, item] of Object.entries(map)) walkSchema(item, visit, child(child(path, keyword), name));
  }
}
