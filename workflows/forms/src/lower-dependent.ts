import type { JsonSchema } from './form-body.js';
import { isObject } from './schema/json.js';

const SINGLE = ['additionalProperties', 'propertyNames', 'items', 'contains', 'not', 'if', 'then', 'else'];
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const MAPS = ['properties', 'patternProperties', '$defs'];

/**
 * Rewrites `dependentRequired` and `dependentSchemas` (and draft 7's `dependencies`) as `if`/`then`, everywhere in an
 * imported schema: renderers show and mark those, and the editor reads them. What the schema accepts does not change.
 */
export function lowerDependent<T>(schema: T): T {
  if (!isObject(schema)) return schema;
  const { dependentRequired, dependentSchemas, dependencies, ...rest } = schema as JsonSchema;
  const next: JsonSchema = rest;
  for (const keyword of SINGLE) if (keyword in next) next[keyword] = lowerDependent(next[keyword]);
  for (const keyword of LISTS) if (Array.isArray(next[keyword])) next[keyword] = next[keyword].map(lowerDependent);
  for (const keyword of MAPS) {
    const map = next[keyword];
    if (isObject(map)) next[keyword] = Object.fromEntries(Object.entries(map).map(([name, part]) => [name, lowerDependent(part)]));
  }
  const rules = [dependentRequired, dependentSchemas, dependencies].flatMap((map) => (isObject(map) ? Object.entries(map) : []));
  if (rules.length === 0) return next as T;
  // The dependent keywords ignore what is no object; where the type does not say so, the condition must.
  const guard = next['type'] === 'object' ? {} : { type: 'object' };
  const lowered = rules.map(([name, rule]) => ({ if: { ...guard, required: [name] }, then: Array.isArray(rule) ? { required: rule } : lowerDependent(rule) }));
  return { ...next, allOf: [...(Array.isArray(next['allOf']) ? next['allOf'] : []), ...lowered] } as T;
}
