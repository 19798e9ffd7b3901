import { reasonText } from '@banshi/values';
import type { ReasonCode } from '@banshi/values';
import { fieldTypeOf } from '../field-types/field-types.js';
import type { Language } from '../check/form-problem.js';
import type { JsonSchema } from '../form-body.js';
import type { SchemaError } from '../schema/schema-error.js';

type Text = readonly [zh: string, en: string];

const GENERAL: Text = ['内容不符合要求', 'this is not acceptable'];

/** Texts by keyword; `{name}` is filled from the error's parameters. */
const TEXTS: Record<string, Text> = {
  required: ['请填写', 'please fill this in'],
  type: ['应为{expected}', 'must be {expected}'],
  const: ['只能是“{allowed}”', 'must be “{allowed}”'],
  enum: ['请从给出的选项中选择', 'choose one of the given options'],
  dictionary: ['请从给出的选项中选择', 'choose one of the given options'],
  pattern: ['格式不正确', 'has the wrong format'],
  minimum: ['不能小于 {limit}', 'must not be less than {limit}'],
  maximum: ['不能大于 {limit}', 'must not be greater than {limit}'],
  exclusiveMinimum: ['必须大于 {limit}', 'must be greater than {limit}'],
  exclusiveMaximum: ['必须小于 {limit}', 'must be less than {limit}'],
  multipleOf: ['必须是 {limit} 的倍数', 'must be a multiple of {limit}'],
  minLength: ['至少要有 {limit} 个字', 'needs at least {limit} characters'],
  maxLength: ['不能超过 {limit} 个字', 'must not be longer than {limit} characters'],
  minItems: ['至少要有 {limit} 项', 'needs at least {limit} entries'],
  maxItems: ['最多 {limit} 项', 'must not have more than {limit} entries'],
  uniqueItems: ['第 {first} 项和第 {second} 项重复', 'entries {first} and {second} are the same'],
  additionalProperties: ['表单里没有“{name}”这一项', 'the form has no “{name}”'],
  'media-type': ['文件类型不允许，可以上传：{allowed}', 'this type of file is not allowed; allowed are {allowed}'],
  'file-size': ['文件超过 {limit}', 'the file is larger than {limit}'],
  'not-allowed': ['按目前填写的内容，这一项不应填写', 'must stay empty with what has been filled in'],
  'not-editable': ['这一步不能修改此项', 'cannot be changed in this step'],
  'unknown-field': ['表单里没有这一项', 'is not part of the form'],
  'too-large': ['内容过大或嵌套过深，无法处理', 'is too large or too deeply nested'],
  'not-json': ['内容无法识别', 'cannot be understood'],
  'forbidden-key': ['含有不允许的名称“{key}”', 'contains the name “{key}”, which is not allowed'],
};

const REQUIRED_BY_TYPE: Record<string, Text> = {
  choice: ['请选择', 'please choose'],
  'multi-choice': ['请选择', 'please choose'],
  boolean: ['请选择', 'please choose'],
  division: ['请选择', 'please choose'],
  date: ['请选择日期', 'please choose a date'],
  attachment: ['请上传', 'please upload a file'],
};

/** What a format looks like, for a text that does not have its shape at all. */
const FORMAT_SHAPES: Record<string, Text> = {
  'cn-resident-id': ['应为 18 位身份证号', 'must be a resident ID of 18 characters'],
  'cn-credit-code': ['应为 18 位统一社会信用代码', 'must be a credit code of 18 characters'],
  'cn-mobile': ['应为 11 位手机号', 'must be a mobile number of 11 digits'],
  'cn-phone': ['应为手机号或带区号的固定电话', 'must be a mobile number or a landline with its area code'],
  'cn-bank-card': ['应为银行卡号', 'must be a bank card number'],
  'cn-division': ['请选择行政区划', 'must be an administrative division'],
  date: ['应为“年-月-日”形式的日期，例如 2026-01-31', 'must be a date such as 2026-01-31'],
  time: ['应为“时:分”形式的时间，例如 09:30', 'must be a time such as 09:30'],
  email: ['应为电子邮箱地址', 'must be an e-mail address'],
};

const TYPE_NAMES: Record<string, Text> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  integer: ['整数', 'a whole number'],
  boolean: ['“是”或“否”', 'yes or no'],
  array: ['列表', 'a list'],
  object: ['一组内容', 'a group of values'],
  null: ['空', 'empty'],
};

const REASONS: readonly string[] = [
  ...['empty', 'format', 'length', 'region', 'birth-date', 'birth-date-future', 'check-digit', 'luhn', 'date'],
  ...['date-incomplete', 'money-precision', 'negative', 'out-of-range', 'division-unknown', 'division-ambiguous'],
];

/** Limits of money are integer 分 in the schema and yuan for people. */
function shown(params: Record<string, unknown>, schema: JsonSchema | undefined, keyword: string, language: Language): Record<string, unknown> {
  const limit = params['limit'];
  if (typeof limit !== 'number') return params;
  if (keyword === 'file-size') return { ...params, limit: `${Math.round((limit / 1024 / 1024) * 10) / 10} MB` };
  return schema?.['x-type'] === 'money' ? { ...params, limit: `${(limit / 100).toFixed(2)} ${language === 'zh' ? '元' : 'yuan'}` } : params;
}

function fill(text: string, params: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  });
}

/** What is wrong, without naming the field, in words that a citizen understands. `schema` is that of the value, where known. */
export function reasonOf(error: SchemaError, schema: JsonSchema | undefined, language: Language): string {
  const pick = (text: Text): string => text[language === 'zh' ? 0 : 1];
  const { keyword, params } = error;
  const format = typeof params['format'] === 'string' ? params['format'] : undefined;
  if (format !== undefined && keyword === 'format' && FORMAT_SHAPES[format]) return pick(FORMAT_SHAPES[format]);
  if (format !== undefined && REASONS.includes(keyword)) {
    return reasonText({ valid: false, reason: keyword as ReasonCode, params: params as Record<string, string | number> }, language);
  }
  if (keyword === 'required') return pick(REQUIRED_BY_TYPE[fieldTypeOf(schema)?.type ?? ''] ?? TEXTS['required']!);
  if (keyword === 'type') {
    const names = String(params['type']).split('|').map((type) => pick(TYPE_NAMES[type] ?? [type, type]));
    return fill(pick(TEXTS['type']!), { expected: names.join(language === 'zh' ? '或' : ' or ') });
  }
  return fill(pick(TEXTS[keyword] ?? GENERAL), shown(params, schema, keyword, language));
}
