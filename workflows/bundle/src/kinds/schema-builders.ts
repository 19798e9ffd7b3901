import type { JsonSchema } from './bodies.js';

/** What a place is called, Chinese first. The schema carries both, so that diffs and messages name places in either language. */
type Title = readonly [zh: string, en: string];

const titled = ([zh, en]: Title): JsonSchema => ({ title: zh, 'x-title-en': en });

/** Text. Lengths are in characters (code points). */
export function text(title: Title, max: number, options: { min?: number; pattern?: string; examples?: string[] } = {}): JsonSchema {
  const { min, ...rest } = options;
  return { ...titled(title), type: 'string', ...(min === undefined ? {} : { minLength: min }), maxLength: max, ...rest };
}

export function choice(title: Title, values: readonly string[]): JsonSchema {
  return { ...titled(title), type: 'string', enum: [...values] };
}

export function flag(title: Title): JsonSchema {
  return { ...titled(title), type: 'boolean' };
}

export function integer(title: Title, minimum: number, maximum: number): JsonSchema {
  return { ...titled(title), type: 'integer', minimum, maximum };
}

/** A share between 0 and 1. */
export function share(title: Title): JsonSchema {
  return { ...titled(title), type: 'number', minimum: 0, maximum: 1 };
}

export function list(title: Title, items: JsonSchema, max: number, options: { min?: number; unique?: boolean } = {}): JsonSchema {
  return {
    ...titled(title),
    type: 'array',
    items,
    ...(options.min === undefined ? {} : { minItems: options.min }),
    maxItems: max,
    ...(options.unique ? { uniqueItems: true } : {}),
  };
}

/** An object that has the named properties and no others; all are required but those listed as optional. */
export function record(title: Title, properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  return {
    ...titled(title),
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

/** The same schema, also taking `null`. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { enum: values, ...rest } = schema;
  return { ...rest, type: [schema['type'] as string, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) };
}

export const keySource = '^[a-z][a-z0-9-]{0,62}[a-z0-9]$';
export const sha256Source = '^[0-9a-f]{64}$';

export const key = (title: Title): JsonSchema => text(title, 64, { pattern: keySource });
export const sha256 = (title: Title): JsonSchema => text(title, 64, { pattern: sha256Source });
export const itemTitle: JsonSchema = text(['名称', 'Title'], 200, { min: 1, pattern: '\\S' });
export const description: JsonSchema = text(['说明', 'Description'], 2000);
export const guideline: JsonSchema = text(['标注指引', 'Labelling guideline'], 10_000);

/** Roots say which dialect they are written in. */
export function body(title: Title, properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...record(title, properties, optional) };
}
