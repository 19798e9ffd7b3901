import { validateSchema } from '@banshi/forms';
import { canonicalJson, NotCanonicalError } from './hash.js';
import type { JsonSchema } from './kinds/bodies.js';
import { labelAt, type Label } from './schema-label.js';

/** What is wrong at one place of a body. */
export interface FieldProblem {
  /** JSON Pointer of the place; a missing property is named itself. */
  path: string;
  /** A JSON Schema keyword, or `too-large`, `not-json`, `forbidden-key`. */
  code: string;
  params: Record<string, unknown>;
  /** What the place is called. */
  label: Label;
}

/** Enough to mend a body by; a broken body of a million entries must not answer with a million problems. */
const maxProblems = 100;

/** The problems of a body against its kind's schema, the first of each place. */
export function fieldProblems(schema: JsonSchema, body: unknown): FieldProblem[] {
  const problem = (path: string, code: string, params: Record<string, unknown>): FieldProblem => ({ path, code, params, label: labelAt(schema, path) });
  const seen = new Set<string>();
  const found: FieldProblem[] = [];
  for (const { path, keyword, params } of validateSchema(schema, body)) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (found.push(problem(path, keyword, params)) >= maxProblems) break;
  }
  if (found.length > 0) return found;
  try {
    canonicalJson(body);
    return [];
  } catch (error) {
    if (!(error instanceof NotCanonicalError)) throw error;
    return [problem(error.path, 'not-json', { reason: error.reason })];
  }
}

/** The sentence to show for a problem. */
export function fieldProblemText({ code, params, label, path }: FieldProblem, lang: 'zh' | 'en'): string {
  const texts = lang === 'zh' ? chinese : english;
  const name = label[lang] === '' ? path : label[lang];
  return (texts[code] ?? texts['other']!)(name, params);
}

type Texts = Record<string, (name: string, params: Record<string, unknown>) => string>;

const chinese: Texts = {
  type: (name, p) => `「${name}」应为${types(p['type'], 'zh')}。`,
  required: (name) => `缺少「${name}」。`,
  additionalProperties: (_, p) => `没有名为“${String(p['name'])}”的属性。`,
  enum: (name, p) => `「${name}」只能取：${allowed(p)}。`,
  pattern: (name, p) => `「${name}」的写法不对，应符合 ${String(p['pattern'])}。`,
  minLength: (name, p) => (p['limit'] === 1 ? `「${name}」不能为空。` : `「${name}」至少要有 ${String(p['limit'])} 个字。`),
  maxLength: (name, p) => `「${name}」最多 ${String(p['limit'])} 个字。`,
  minimum: (name, p) => `「${name}」不能小于 ${String(p['limit'])}。`,
  maximum: (name, p) => `「${name}」不能大于 ${String(p['limit'])}。`,
  minItems: (name, p) => `「${name}」至少要有 ${String(p['limit'])} 项。`,
  maxItems: (name, p) => `「${name}」最多 ${String(p['limit'])} 项。`,
  uniqueItems: (name, p) => `「${name}」的第 ${String(p['first'])} 项和第 ${String(p['second'])} 项重复。`,
  'too-large': (name) => `「${name}」的内容过大或嵌套过深。`,
  'forbidden-key': (_, p) => `属性名“${String(p['key'])}”不允许使用。`,
  'not-json': (name, p) => `「${name}」${notJson[String(p['reason'])]?.zh ?? '不是 JSON 内容'}。`,
  other: (name) => `「${name}」不符合要求。`,
};

const english: Texts = {
  type: (name, p) => `“${name}” must be ${types(p['type'], 'en')}.`,
  required: (name) => `“${name}” is missing.`,
  additionalProperties: (_, p) => `There is no property named “${String(p['name'])}”.`,
  enum: (name, p) => `“${name}” must be one of: ${allowed(p)}.`,
  pattern: (name, p) => `“${name}” is not written as expected; it must match ${String(p['pattern'])}.`,
  minLength: (name, p) => (p['limit'] === 1 ? `“${name}” may not be empty.` : `“${name}” must have at least ${String(p['limit'])} characters.`),
  maxLength: (name, p) => `“${name}” may have at most ${String(p['limit'])} characters.`,
  minimum: (name, p) => `“${name}” may not be less than ${String(p['limit'])}.`,
  maximum: (name, p) => `“${name}” may not be more than ${String(p['limit'])}.`,
  minItems: (name, p) => `“${name}” must have at least ${String(p['limit'])} entries.`,
  maxItems: (name, p) => `“${name}” may have at most ${String(p['limit'])} entries.`,
  uniqueItems: (name, p) => `Entries ${String(p['first'])} and ${String(p['second'])} of “${name}” are the same.`,
  'too-large': (name) => `The content of “${name}” is too large or nested too deeply.`,
  'forbidden-key': (_, p) => `A property may not be named “${String(p['key'])}”.`,
  'not-json': (name, p) => `“${name}” ${notJson[String(p['reason'])]?.en ?? 'is not JSON'}.`,
  other: (name) => `“${name}” does not meet its requirements.`,
};

const notJson: Record<string, Label> = {
  'lone-surrogate': { zh: '含有残缺的字符（单独的代理码元）', en: 'holds half a character (a lone surrogate)' },
  number: { zh: '含有 NaN 或无穷大', en: 'holds NaN or an infinity' },
  depth: { zh: '嵌套过深', en: 'is nested too deeply' },
};

const typeNames: Record<string, Label> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: '空值', en: 'null' },
};

function types(type: unknown, lang: 'zh' | 'en'): string {
  const names = String(type).split('|').map((name) => typeNames[name]?.[lang] ?? name);
  return names.join(lang === 'zh' ? '或' : ' or ');
}

function allowed(params: Record<string, unknown>): string {
  return [params['allowed']].flat().map(String).join(', ');
}
