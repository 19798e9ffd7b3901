import type { FormBody } from '../form-body.js';
import { formatNames } from '../schema/formats.js';
import { isObject, own } from '../schema/json.js';
import { formMetaschema } from '../schema/metaschema.js';
import { patternProblem } from '../schema/pattern.js';
import { child, resolveRef, tokens } from '../schema/pointer.js';
import type { SchemaError } from '../schema/schema-error.js';
import { evaluateSchema } from '../schema/validate-schema.js';
import { walkSchema } from '../schema/walk-schema.js';
import { formProblem } from './form-problem.js';
import type { FormProblem } from './form-problem.js';

/** The top-level field that a pointer into the schema belongs to. */
function fieldAt(path: string): { field?: string } {
  const parts = tokens(path);
  const index = parts.indexOf('properties');
  const field = index >= 0 && index <= 3 ? parts[index + 1] : undefined;
  return field === undefined ? {} : { field };
}

function metaschemaProblem(error: SchemaError): FormProblem {
  const at = `/schema${error.path}`;
  if (error.keyword === 'additionalProperties') {
    const parent = at.slice(0, at.lastIndexOf('/'));
    return formProblem('unknown-keyword', parent, fieldAt(error.path), { keyword: String(error.params['name']) });
  }
  return formProblem('schema-invalid', at, fieldAt(error.path), { detail: `${error.keyword} ${JSON.stringify(error.params)}` });
}

/** Whether following a reference comes back to it without going into the data, which would never end. */
function isEndless(root: unknown, ref: string): boolean {
  const state = new Map<string, 'open' | 'done'>();
  const follow = (schema: unknown): boolean => {
    if (!isObject(schema)) return false;
    const inPlace = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]) : []));
    if ([...inPlace, schema['not'], schema['if'], schema['then'], schema['else']].some(follow)) return true;
    const next = schema['$ref'];
    if (typeof next !== 'string' || state.get(next) === 'done') return false;
    if (state.get(next) === 'open') return true;
    state.set(next, 'open');
    const isCycle = follow(resolveRef(root, next));
    state.set(next, 'done');
    return isCycle;
  };
  return follow({ $ref: ref });
}

function refProblem(form: FormBody, ref: string, at: string, path: string): FormProblem | null {
  if (ref !== '#' && !ref.startsWith('#/')) return formProblem('remote-ref', at, fieldAt(path), { ref });
  if (resolveRef(form.schema, ref) === undefined) return formProblem('unresolved-ref', at, fieldAt(path), { ref });
  return isEndless(form.schema, ref) ? formProblem('endless-ref', at, fieldAt(path), { ref }) : null;
}

const LIMIT_PAIRS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
] as const;

function keywordProblems(form: FormBody, schema: Record<string, unknown>, path: string): FormProblem[] {
  const at = `/schema${path}`;
  const where = fieldAt(path);
  const found: (FormProblem | null)[] = [];
  if (typeof schema['$ref'] === 'string') found.push(refProblem(form, schema['$ref'], child(at, '$ref'), path));
  if (typeof schema['$id'] === 'string' && path !== '') found.push(formProblem('unknown-keyword', at, where, { keyword: '$id' }));
  const format = schema['format'];
  if (typeof format === 'string' && !formatNames.includes(format)) found.push(formProblem('unknown-format', child(at, 'format'), where, { format }));
  const patterns = [...(typeof schema['pattern'] === 'string' ? [schema['pattern']] : []), ...Object.keys(isObject(schema['patternProperties']) ? schema['patternProperties'] : {})];
  for (const pattern of patterns) {
    const detail = patternProblem(pattern);
    if (detail !== null) found.push(formProblem('pattern', child(at, 'pattern'), where, { pattern, detail }));
  }
  const title = String(schema['title'] ?? where.field ?? '');
  for (const [low, high] of LIMIT_PAIRS) {
    const [min, max] = [schema[low], schema[high]];
    if (typeof min === 'number' && typeof max === 'number' && min > max) found.push(formProblem('limits-crossed', child(at, low), where, { title }));
  }
  return found.filter((one) => one !== null);
}

/** The problems of the schema alone: its shape, its references, formats, patterns, limits and defaults. */
export function checkSchema(form: FormBody): FormProblem[] {
  const shape = evaluateSchema(formMetaschema, form.schema).map(metaschemaProblem);
  const found = [...shape];
  if (own(form.schema, 'type') !== 'object') found.push(formProblem('not-object', '/schema/type'));
  walkSchema(form.schema, (schema, path) => found.push(...keywordProblems(form, schema, path)));
  // Only a sound schema can judge its own defaults.
  if (found.length > 0) return found;
  walkSchema(form.schema, (schema, path) => {
    if (!('default' in schema) || evaluateSchema(schema, schema['default'], { root: form.schema }).length === 0) return;
    const where = fieldAt(path);
    found.push(formProblem('default-invalid', child(`/schema${path}`, 'default'), where, { title: String(schema['title'] ?? where.field ?? '') }));
  });
  return found;
}
