import type { Language } from '../check/form-problem.js';
import type { FormBody, JsonSchema } from '../form-body.js';
import { fieldSchema } from '../form-fields.js';
import { isObject, own } from '../schema/json.js';
import { resolveRef, tokens } from '../schema/pointer.js';
import type { SchemaError } from '../schema/schema-error.js';
import { reasonOf } from './messages.js';

/** One thing that a person has to mend in a filled form. */
export interface FieldError {
  /** JSON pointer into the data; a missing required field is named itself. */
  path: string;
  /** The field of the form that it belongs to; '' when it is about the data as a whole. */
  field: string;
  /** Stable: `required`, `type`, `minimum`…, or why a value cannot be right, such as `check-digit`. */
  code: string;
  params: Record<string, unknown>;
  /** Names the field by its title and says what is wrong. */
  message: string;
}

/** Follows references, so that a shared definition's title is found too. */
function resolved(form: FormBody, schema: unknown): JsonSchema | undefined {
  let current = schema;
  for (let i = 0; i < 10 && typeof own(current, '$ref') === 'string'; i++) {
    const { $ref, ...rest } = current as JsonSchema;
    const target = resolveRef(form.schema, String($ref));
    current = isObject(target) ? { ...target, ...rest } : undefined;
  }
  return isObject(current) ? current : undefined;
}

/** The titles along a path, such as 家庭成员 → 第 2 行 → 姓名, and the schema at its end. */
function describe(form: FormBody, path: string, language: Language): { title: string; schema: JsonSchema | undefined } {
  const [field, ...rest] = tokens(path);
  if (field === undefined) return { title: form.title, schema: form.schema };
  let schema = resolved(form, fieldSchema(form, field));
  const names = [titleOf(schema, field)];
  for (const token of rest) {
    const items = resolved(form, schema?.['items']);
    const isItem = schema?.['type'] === 'array' && /^\d+$/u.test(token);
    schema = isItem ? items : resolved(form, own(schema?.['properties'], token));
    const row = Number(token) + 1;
    names.push(isItem ? (language === 'zh' ? `第 ${row} 项` : `entry ${row}`) : titleOf(schema, token));
  }
  return { title: names.join(language === 'zh' ? ' ' : ', '), schema };
}

function titleOf(schema: JsonSchema | undefined, name: string): string {
  return typeof schema?.['title'] === 'string' && schema['title'] !== '' ? schema['title'] : name;
}

export function fieldError(form: FormBody, error: SchemaError, language: Language): FieldError {
  const { title, schema } = describe(form, error.path, language);
  const reason = reasonOf(error, schema, language);
  const message = `${title}${language === 'zh' ? '：' : ': '}${reason}`;
  return { path: error.path, field: tokens(error.path)[0] ?? '', code: error.keyword, params: error.params, message };
}
