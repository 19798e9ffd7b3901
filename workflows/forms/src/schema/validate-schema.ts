import { applicatorKeywords } from './applicator-keywords.js';
import { Evaluation, EvaluationLimit } from './evaluation.js';
import type { DictionaryLookup, Keyword } from './evaluation.js';
import { checkLimits } from './limits.js';
import type { SchemaError } from './schema-error.js';
import { valueKeywords } from './value-keywords.js';

const keywords: ReadonlyMap<string, Keyword> = new Map(Object.entries({ ...valueKeywords, ...applicatorKeywords }));

export interface SchemaOptions {
  /** The document that local references are resolved in; the schema itself by default. */
  root?: unknown;
  /** The codes of a dictionary; a dictionary that is not known here accepts everything. */
  dictionaries?: DictionaryLookup;
}

/** Validates without looking at the size of the data first: for data that has passed `checkLimits`, or for a few fields of it. */
export function evaluateSchema(schema: unknown, data: unknown, options: SchemaOptions = {}): SchemaError[] {
  try {
    return new Evaluation(options.root ?? schema, keywords, options.dictionaries).errors(schema, data, '');
  } catch (error) {
    if (error instanceof EvaluationLimit) return [{ path: '', keyword: 'too-large', params: { limit: 'steps' } }];
    throw error;
  }
}

/**
 * Validates data against a JSON Schema 2020-12 and returns every violated keyword, in the schema's order.
 * `format` is asserted; `pattern` runs on RE2. Not supported, and ignored: `unevaluated*`, `$dynamicRef`, remote references.
 */
export function validateSchema(schema: unknown, data: unknown, options: SchemaOptions = {}): SchemaError[] {
  // `undefined` is what a renderer has of a value that is not there yet; it satisfies no type.
  const limit = data === undefined ? null : checkLimits(data);
  return limit ? [limit] : evaluateSchema(schema, data, options);
}

/** Whether data fits a schema. */
export function isValidAgainst(schema: unknown, data: unknown, options: SchemaOptions = {}): boolean {
  return validateSchema(schema, data, options).length === 0;
}
