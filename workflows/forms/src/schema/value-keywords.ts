import { codePointLength } from '@banshi/values';
import { checkFormat } from './formats.js';
import type { Keyword } from './evaluation.js';
import { isEqualJson, isObject, stableText } from './json.js';
import { matchesPattern } from './pattern.js';
import type { SchemaError } from './schema-error.js';

const error = (path: string, keyword: string, params: Record<string, unknown>): SchemaError[] => [{ path, keyword, params }];

export function typeOf(data: unknown): string {
  if (data === null) return 'null';
  if (Array.isArray(data)) return 'array';
  return typeof data;
}

function hasType(data: unknown, type: unknown): boolean {
  const actual = typeOf(data);
  return actual === type || (type === 'integer' && actual === 'number' && Number.isInteger(data));
}

/** Whether `data / divisor` is whole, allowing for the rounding of binary fractions such as 0.0075 / 0.0001. */
function isMultiple(data: number, divisor: number): boolean {
  const quotient = data / divisor;
  if (!Number.isFinite(quotient)) return false;
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * 4 * Number.EPSILON;
}

/** A keyword that speaks of one JSON type and ignores data of any other. */
function when<T>(is: (data: unknown) => data is T, holds: (data: T, limit: number) => boolean): (name: string) => Keyword {
  return (name) => (limit, data, path) => (is(data) && !holds(data, limit as number) ? error(path, name, { limit }) : []);
}
const isNumber = (data: unknown): data is number => typeof data === 'number';
const isString = (data: unknown): data is string => typeof data === 'string';
const isArray = (data: unknown): data is unknown[] => Array.isArray(data);

const LIMITS: Record<string, (name: string) => Keyword> = {
  minimum: when(isNumber, (n, limit) => n >= limit),
  maximum: when(isNumber, (n, limit) => n <= limit),
  exclusiveMinimum: when(isNumber, (n, limit) => n > limit),
  exclusiveMaximum: when(isNumber, (n, limit) => n < limit),
  multipleOf: when(isNumber, isMultiple),
  minLength: when(isString, (s, limit) => codePointLength(s) >= limit),
  maxLength: when(isString, (s, limit) => codePointLength(s) <= limit),
  minItems: when(isArray, (list, limit) => list.length >= limit),
  maxItems: when(isArray, (list, limit) => list.length <= limit),
  minProperties: when(isObject, (object, limit) => Object.keys(object).length >= limit),
  maxProperties: when(isObject, (object, limit) => Object.keys(object).length <= limit),
};

/** Attachments of a value: one, or a list of them. */
function attachments(data: unknown): Record<string, unknown>[] {
  return (Array.isArray(data) ? data : [data]).filter(isObject);
}

/** The keywords that look at a value itself, not at its parts. */
export const valueKeywords: Record<string, Keyword> = {
  ...Object.fromEntries(Object.entries(LIMITS).map(([name, make]) => [name, make(name)])),

  type: (type, data, path) => {
    const types = Array.isArray(type) ? type : [type];
    return types.some((one) => hasType(data, one)) ? [] : error(path, 'type', { type: types.join('|'), actual: typeOf(data) });
  },
  const: (value, data, path) => (isEqualJson(value, data) ? [] : error(path, 'const', { allowed: value })),
  enum: (values, data, path) => {
    const text = stableText(data);
    return Array.isArray(values) && values.some((value) => stableText(value) === text) ? [] : error(path, 'enum', { allowed: values });
  },
  pattern: (pattern, data, path) => (typeof data === 'string' && !matchesPattern(String(pattern), data) ? error(path, 'pattern', { pattern }) : []),
  format: (format, data, path) => {
    if (typeof data !== 'string') return [];
    const verdict = checkFormat(String(format), data);
    return verdict.valid ? [] : error(path, verdict.reason, { format, ...verdict.params });
  },
  uniqueItems: (unique, data, path) => {
    if (unique !== true || !Array.isArray(data)) return [];
    const seen = new Map<string, number>();
    for (const [index, item] of data.entries()) {
      const text = stableText(item);
      const first = seen.get(text);
      if (first !== undefined) return error(path, 'uniqueItems', { first: first + 1, second: index + 1 });
      seen.set(text, index);
    }
    return [];
  },
  required: (names, data, path) => {
    if (!isObject(data) || !Array.isArray(names)) return [];
    return names.filter((name) => !Object.hasOwn(data, name) || data[name] === undefined).map((name) => missing(path, String(name)));
  },
  'x-dictionary': (key, data, path, _schema, evaluation) => {
    const codes = typeof key === 'string' ? evaluation.dictionaries(key) : undefined;
    return codes && typeof data === 'string' && !codes.has(data) ? error(path, 'dictionary', { dictionary: key }) : [];
  },
  'x-mediaTypes': (types, data, path) =>
    attachments(data).some((file) => Array.isArray(types) && !types.includes(file['mediaType'])) ? error(path, 'media-type', { allowed: types }) : [],
  'x-maxBytes': (max, data, path) =>
    attachments(data).some((file) => typeof max === 'number' && typeof file['size'] === 'number' && file['size'] > max) ? error(path, 'file-size', { limit: max }) : [],
};

export function missing(path: string, name: string): SchemaError {
  return { path: `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, keyword: 'required', params: {} };
}
