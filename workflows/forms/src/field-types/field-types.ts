import type { JsonSchema } from '../form-body.js';
import { isObject, own, ownObject } from '../schema/json.js';
import { attachmentItemSchema, DEFAULT_MAX_BYTES, DEFAULT_MEDIA_TYPES } from './attachment-schema.js';
import type { FieldType, FieldTypeName } from './field-type.js';

const hasChoices = (schema: unknown): boolean => ['enum', 'oneOf', 'x-dictionary'].some((keyword) => own(schema, keyword) !== undefined);

/** A string with a format of its own, such as `cn-mobile`. */
function formatted(type: FieldTypeName, format: string, zh: string, en: string, icon: string, stem: string, annotations: JsonSchema = {}): FieldType {
  return {
    type,
    title: { zh, en },
    icon,
    stem,
    newSchema: () => ({ type: 'string', format, ...annotations }),
    isType: (schema) => schema['format'] === format,
  };
}

function plain(type: FieldTypeName, zh: string, en: string, icon: string, stem: string, newSchema: () => JsonSchema, isType: (schema: JsonSchema) => boolean): FieldType {
  return { type, title: { zh, en }, icon, stem, newSchema, isType };
}

const PERSONAL: JsonSchema = { 'x-sensitive': true };

/** The palette, in its order. */
export const fieldTypes: readonly FieldType[] = [
  plain('text', '单行文本', 'Text', 'ShortText', 'text', () => ({ type: 'string', maxLength: 200 }), (s) => s['type'] === 'string'),
  plain('textarea', '多行文本', 'Long text', 'Notes', 'note', () => ({ type: 'string', 'x-type': 'textarea', maxLength: 2000 }), (s) => s['x-type'] === 'textarea'),
  plain('number', '数字', 'Number', 'Numbers', 'value', () => ({ type: 'number' }), (s) => s['type'] === 'number'),
  plain('integer', '整数', 'Whole number', 'Pin', 'quantity', () => ({ type: 'integer' }), (s) => s['type'] === 'integer'),
  plain('money', '金额', 'Amount of money', 'CurrencyYuan', 'amount', () => ({ type: 'integer', 'x-type': 'money', minimum: 0 }), (s) => s['x-type'] === 'money'),
  formatted('date', 'date', '日期', 'Date', 'CalendarMonth', 'day'),
  plain('boolean', '是/否', 'Yes or no', 'ToggleOn', 'agreed', () => ({ type: 'boolean' }), (s) => s['type'] === 'boolean'),
  plain('choice', '单选', 'Choice', 'RadioButtonChecked', 'choice', () => ({ type: 'string', enum: ['选项一', '选项二'] }), (s) => s['type'] !== 'array' && hasChoices(s)),
  plain(
    'multi-choice',
    '多选',
    'Several choices',
    'CheckBox',
    'choices',
    () => ({ type: 'array', uniqueItems: true, items: { type: 'string', enum: ['选项一', '选项二'] } }),
    (s) => s['type'] === 'array' && hasChoices(s['items']),
  ),
  formatted('resident-id', 'cn-resident-id', '身份证号', 'Resident ID', 'Badge', 'idNumber', PERSONAL),
  formatted('credit-code', 'cn-credit-code', '统一社会信用代码', 'Credit code', 'Business', 'creditCode'),
  formatted('mobile', 'cn-mobile', '手机号', 'Mobile number', 'Smartphone', 'mobile', PERSONAL),
  formatted('phone', 'cn-phone', '联系电话', 'Phone number', 'Phone', 'phone', PERSONAL),
  formatted('bank-card', 'cn-bank-card', '银行卡号', 'Bank card', 'CreditCard', 'bankCard', PERSONAL),
  formatted('division', 'cn-division', '行政区划', 'Administrative division', 'Place', 'division'),
  plain(
    'attachment',
    '附件',
    'Attachment',
    'AttachFile',
    'attachment',
    () => ({ type: 'array', 'x-type': 'attachment', 'x-mediaTypes': [...DEFAULT_MEDIA_TYPES], 'x-maxBytes': DEFAULT_MAX_BYTES, maxItems: 5, items: attachmentItemSchema() }),
    (s) => s['x-type'] === 'attachment',
  ),
  plain(
    'table',
    '明细表',
    'Table',
    'TableRows',
    'rows',
    () => ({ type: 'array', maxItems: 50, items: { type: 'object', properties: { name: { type: 'string', title: '名称', maxLength: 200 } }, additionalProperties: false } }),
    (s) => s['type'] === 'array' && own(s['items'], 'type') === 'object' && Object.keys(ownObject(s['items'], 'properties')).length > 0,
  ),
];

/** The narrow types first: money is an integer too, an attachment an array of objects, a choice a string. */
const BY_PRECISION: readonly FieldTypeName[] = [
  ...(['attachment', 'money', 'textarea', 'multi-choice', 'choice'] as const),
  ...(['resident-id', 'credit-code', 'mobile', 'phone', 'bank-card', 'division', 'date'] as const),
  ...(['table', 'boolean', 'integer', 'number', 'text'] as const),
];

export function fieldType(name: FieldTypeName): FieldType {
  return fieldTypes.find((type) => type.type === name)!;
}

/** The palette entry that a property's schema belongs to; null for a shape that only the code tab can edit. */
export function fieldTypeOf(schema: unknown): FieldType | null {
  if (!isObject(schema)) return null;
  const name = BY_PRECISION.find((type) => fieldType(type).isType(schema));
  return name ? fieldType(name) : null;
}
