import type { Material, ServiceBody } from '@banshi/bundle';
import { attachmentItemSchema, type FormBody, type JsonSchema } from '@banshi/forms';

/** A real service item with a form that a hall could put beside it. */
export interface Fixture {
  service: ServiceBody;
  form: FormBody;
}

interface ItemFacts {
  title: string;
  /** Number of the item on the province's portal. */
  code: string;
  department: string;
  type: ServiceBody['type'];
  summary: string;
  conditions: string;
  materials: (string | [name: string, condition: string])[];
}

function materialOf(one: string | [string, string]): Material {
  const [name, condition] = typeof one === 'string' ? [one, undefined] : one;
  return { name, copies: 1, form: 'both', necessity: condition === undefined ? 'required' : 'conditional', ...(condition !== undefined && { condition }) };
}

export function fixture(key: string, facts: ItemFacts, sections: Record<string, Record<string, JsonSchema>>, required: string[], conditions: JsonSchema[] = []): Fixture {
  const { materials, title, conditions: text, ...rest } = facts;
  const service: ServiceBody = {
    ...rest,
    title,
    audience: ['person'],
    themes: [],
    form: key,
    workflow: null,
    online: true,
    guide: {
      conditions: text, materials: materials.map(materialOf), steps: [], statutoryLimit: null, promisedLimit: null, fees: [], legalBasis: [],
      location: '广州市越秀区样例路 1 号', hours: '周一至周五 9:00—17:00', consultPhone: '020-55550100', complaintPhone: '', results: [], faq: [],
    },
  };
  const properties = Object.assign({}, ...Object.values(sections)) as Record<string, JsonSchema>;
  const layout = { sections: Object.entries(sections).map(([name, fields], index) => ({ key: `section-${index + 1}`, title: name, fields: Object.keys(fields).map((field) => ({ field })) })) };
  const schema: JsonSchema = { type: 'object', properties, required, additionalProperties: false, ...(conditions.length > 0 && { allOf: conditions }) };
  return { service, form: { title: `${title}申请表`, description: '', schema, layout } };
}

/** The field is shown, and must be filled unless `isOptional`, while another one has that value. */
export function shownIf(field: string, other: string, value: unknown, isOptional = false): JsonSchema {
  return { if: { properties: { [other]: { const: value } }, required: [other] }, ...(!isOptional && { then: { required: [field] } }), else: { properties: { [field]: false } } };
}

export const line = (title: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', title, minLength: 2, maxLength: 100, ...more });
export const note = (title: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', title, 'x-type': 'textarea', maxLength: 500, ...more });
export const person = (title: string): JsonSchema => line(title, { maxLength: 50, 'x-slot': 'person-name', 'x-sensitive': true });
export const residentId = (title: string): JsonSchema => ({ type: 'string', title, format: 'cn-resident-id', 'x-slot': 'id-number', 'x-sensitive': true });
export const mobile = (title: string): JsonSchema => ({ type: 'string', title, format: 'cn-mobile', 'x-slot': 'mobile', 'x-sensitive': true });
export const bankCard = (title: string): JsonSchema => ({ type: 'string', title, format: 'cn-bank-card', 'x-slot': 'bank-card', 'x-sensitive': true });
export const creditCode = (title: string): JsonSchema => ({ type: 'string', title, format: 'cn-credit-code' });
export const division = (title: string): JsonSchema => ({ type: 'string', title, format: 'cn-division', 'x-slot': 'division' });
export const day = (title: string): JsonSchema => ({ type: 'string', title, format: 'date', 'x-slot': 'event-date' });
export const money = (title: string, more: JsonSchema = {}): JsonSchema => ({ type: 'integer', title, 'x-type': 'money', minimum: 0, ...more });
export const whole = (title: string, minimum: number, maximum: number): JsonSchema => ({ type: 'integer', title, minimum, maximum });
export const yesNo = (title: string): JsonSchema => ({ type: 'boolean', title });
export const choice = (title: string, ...options: string[]): JsonSchema => ({ type: 'string', title, enum: options });
export const choices = (title: string, ...options: string[]): JsonSchema => ({ type: 'array', title, uniqueItems: true, items: { type: 'string', enum: options } });
export const table = (title: string, columns: Record<string, JsonSchema>, required: string[]): JsonSchema => ({
  type: 'array', title, minItems: 1, maxItems: 20, items: { type: 'object', properties: columns, required, additionalProperties: false },
});
export const upload = (title: string): JsonSchema => ({ type: 'array', title, 'x-type': 'attachment', 'x-mediaTypes': ['image/jpeg', 'application/pdf'], 'x-maxBytes': 10_485_760, maxItems: 5, items: attachmentItemSchema() });
