import type { Keyword } from './evaluation.js';
import { has, isObject } from './json.js';
import { matchesPattern } from './pattern.js';
import { child } from './pointer.js';
import type { SchemaError } from './schema-error.js';
import { missing } from './value-keywords.js';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const keysOf = (data: Record<string, unknown>): string[] => Object.keys(data).filter((key) => data[key] !== undefined);

/** The keywords that apply subschemas to the value or to its parts. */
export const applicatorKeywords: Record<string, Keyword> = {
  $ref: (ref, data, path, _schema, evaluation) => evaluation.errors(evaluation.resolve(ref), data, path),

  properties: (properties, data, path, _schema, evaluation) => {
    if (!isObject(data)) return [];
    const schemas = object(properties);
    return Object.keys(schemas).flatMap((name) => (has(data, name) ? evaluation.errors(schemas[name], data[name], child(path, name)) : []));
  },
  patternProperties: (patterns, data, path, _schema, evaluation) => {
    if (!isObject(data)) return [];
    return Object.entries(object(patterns)).flatMap(([pattern, schema]) =>
      keysOf(data).flatMap((key) => (matchesPattern(pattern, key) ? evaluation.errors(schema, data[key], child(path, key)) : [])),
    );
  },
  additionalProperties: (additional, data, path, schema, evaluation) => {
    if (!isObject(data)) return [];
    const named = object(schema['properties']);
    const patterns = Object.keys(object(schema['patternProperties']));
    return keysOf(data)
      .filter((key) => !Object.hasOwn(named, key) && !patterns.some((pattern) => matchesPattern(pattern, key)))
      .flatMap((key) =>
        additional === false ? [{ path: child(path, key), keyword: 'additionalProperties', params: { name: key } }] : evaluation.errors(additional, data[key], child(path, key)),
      );
  },
  propertyNames: (schema, data, path, _schema, evaluation) => (isObject(data) ? keysOf(data).flatMap((key) => evaluation.errors(schema, key, child(path, key))) : []),
  dependentRequired: (dependent, data, path) => {
    if (!isObject(data)) return [];
    return Object.entries(object(dependent)).flatMap(([name, names]) =>
      has(data, name)
        ? list(names)
            .filter((needed) => !has(data, String(needed)))
            .map((needed) => missing(path, String(needed)))
        : [],
    );
  },
  dependentSchemas: (dependent, data, path, _schema, evaluation) =>
    isObject(data) ? Object.entries(object(dependent)).flatMap(([name, schema]) => (has(data, name) ? evaluation.errors(schema, data, path) : [])) : [],

  prefixItems: (schemas, data, path, _schema, evaluation) =>
    Array.isArray(data)
      ? list(schemas)
          .slice(0, data.length)
          .flatMap((schema, index) => evaluation.errors(schema, data[index], child(path, index)))
      : [],
  items: (items, data, path, schema, evaluation) => {
    if (!Array.isArray(data)) return [];
    const start = list(schema['prefixItems']).length;
    return data.slice(start).flatMap((item, index) => evaluation.errors(items, item, child(path, start + index)));
  },
  contains: (contained, data, path, schema, evaluation) => {
    if (!Array.isArray(data)) return [];
    const count = data.filter((item) => evaluation.isValid(contained, item)).length;
    const min = typeof schema['minContains'] === 'number' ? schema['minContains'] : 1;
    const max = typeof schema['maxContains'] === 'number' ? schema['maxContains'] : Infinity;
    return count < min || count > max ? [{ path, keyword: 'contains', params: { min, count } }] : [];
  },

  allOf: (schemas, data, path, _schema, evaluation) => list(schemas).flatMap((schema) => evaluation.errors(schema, data, path)),
  anyOf: (schemas, data, path, _schema, evaluation) => (list(schemas).some((schema) => evaluation.isValid(schema, data)) ? [] : [{ path, keyword: 'anyOf', params: {} }]),
  oneOf: (schemas, data, path, _schema, evaluation) => {
    const count = list(schemas).filter((schema) => evaluation.isValid(schema, data)).length;
    if (count === 1) return [];
    // Titled options are often written as a list of constants; the person sees a choice either way.
    const isChoice = list(schemas).every((schema) => isObject(schema) && 'const' in schema);
    const params = isChoice ? { allowed: list(schemas).map((schema) => object(schema)['const']) } : { count };
    return [{ path, keyword: isChoice ? 'enum' : 'oneOf', params }];
  },
  not: (schema, data, path, _schema, evaluation) => (evaluation.isValid(schema, data) ? [{ path, keyword: 'not', params: {} }] : []),
  if: (condition, data, path, schema, evaluation): SchemaError[] => {
    const branch = evaluation.isValid(condition, data) ? 'then' : 'else';
    return has(schema, branch) ? evaluation.errors(schema[branch], data, path) : [];
  },
};
