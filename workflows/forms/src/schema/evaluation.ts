import type { JsonSchema } from '../form-body.js';
import { isObject } from './json.js';
import { resolveRef } from './pointer.js';
import type { SchemaError } from './schema-error.js';

/** One keyword's rule: the errors of `data` at `path` against the keyword's `value`. */
export type Keyword = (value: unknown, data: unknown, path: string, schema: JsonSchema, evaluation: Evaluation) => SchemaError[];

/** Thrown inside an evaluation that takes too many steps or follows references without end. */
export class EvaluationLimit extends Error {}

/** Under a second of work, and far above what the fields, rows and conditions of a filled form take. */
const MAX_STEPS = 500_000;
/** References and applicators may nest this deep; data is limited to a depth of 32 already. */
const MAX_NESTING = 200;

export type DictionaryLookup = (key: string) => ReadonlySet<string> | undefined;

/** Interprets a schema. Nothing is generated or compiled, so a strict Content-Security-Policy is no obstacle. */
export class Evaluation {
  private steps = 0;
  private nesting = 0;

  constructor(
    private readonly root: unknown,
    private readonly keywords: ReadonlyMap<string, Keyword>,
    readonly dictionaries: DictionaryLookup = () => undefined,
  ) {}

  errors(schema: unknown, data: unknown, path: string): SchemaError[] {
    if (++this.steps > MAX_STEPS || this.nesting > MAX_NESTING) throw new EvaluationLimit();
    if (schema === false) return [{ path, keyword: 'not-allowed', params: {} }];
    if (!isObject(schema)) return [];
    this.nesting++;
    const found: SchemaError[] = [];
    for (const [name, value] of Object.entries(schema)) {
      const keyword = this.keywords.get(name);
      if (keyword) for (const error of keyword(value, data, path, schema, this)) found.push(error);
    }
    this.nesting--;
    return found;
  }

  isValid(schema: unknown, data: unknown): boolean {
    return this.errors(schema, data, '').length === 0;
  }

  /** What a local reference names. A reference that names nothing allows nothing, so a typing error cannot open a form. */
  resolve(ref: unknown): unknown {
    const target = typeof ref === 'string' ? resolveRef(this.root, ref) : undefined;
    return target === undefined ? false : target;
  }
}
