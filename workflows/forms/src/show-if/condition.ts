import type { JsonSchema } from '../form-body.js';
import { isEqualJson, isObject, own, ownObject, ownStrings } from '../schema/json.js';

export const conditionOperators = ['equals', 'notEquals', 'in', 'greater', 'less', 'contains', 'filled'] as const;
export type ConditionOperator = (typeof conditionOperators)[number];

/** One test of another field. An empty field satisfies `notEquals` and nothing else; `contains` is for several choices. */
export type FieldCondition =
  | { field: string; operator: 'equals' | 'notEquals'; value: string | number | boolean }
  | { field: string; operator: 'in'; value: (string | number)[] }
  | { field: string; operator: 'greater' | 'less'; value: number }
  | { field: string; operator: 'contains'; value: string | number }
  | { field: string; operator: 'filled' };

/** When a field is shown: if all, or any, of the conditions hold. */
export interface ShowIf {
  match: 'all' | 'any';
  conditions: FieldCondition[];
}

const EMPTY_VALUES = ['', null, []];

function test(field: string, schema: JsonSchema): JsonSchema {
  return { properties: { [field]: schema }, required: [field] };
}

function conditionSchema(condition: FieldCondition): JsonSchema {
  const { field } = condition;
  switch (condition.operator) {
    case 'equals':
      return test(field, { const: condition.value });
    case 'notEquals':
      return { not: test(field, { const: condition.value }) };
    case 'in':
      return test(field, { enum: condition.value });
    case 'greater':
      // Without the type, text would pass: `exclusiveMinimum` speaks of numbers only.
      return test(field, { type: 'number', exclusiveMinimum: condition.value });
    case 'less':
      return test(field, { type: 'number', exclusiveMaximum: condition.value });
    case 'contains':
      return test(field, { type: 'array', contains: { const: condition.value } });
    case 'filled':
      return test(field, { not: { enum: EMPTY_VALUES } });
  }
}

/** The `if` schema of a condition. */
export function writeShowIf(showIf: ShowIf): JsonSchema {
  const schemas = showIf.conditions.map(conditionSchema);
  if (schemas.length === 1) return schemas[0]!;
  return showIf.match === 'all' ? { allOf: schemas } : { anyOf: schemas };
}

function readTest(schema: unknown): { field: string; value: JsonSchema } | null {
  const names = ownStrings(schema, 'required');
  const value = own(ownObject(schema, 'properties'), names[0] ?? '');
  const isOnlyTest = isObject(schema) && Object.keys(schema).length === 2 && names.length === 1 && Object.keys(ownObject(schema, 'properties')).length === 1;
  return isOnlyTest && isObject(value) ? { field: names[0]!, value } : null;
}

function readCondition(schema: unknown): FieldCondition | null {
  if (isObject(schema) && 'not' in schema && Object.keys(schema).length === 1) {
    const inner = readCondition(schema['not']);
    return inner?.operator === 'equals' ? { ...inner, operator: 'notEquals' } : null;
  }
  const read = readTest(schema);
  if (!read) return null;
  const { field, value } = read;
  const keywords = Object.keys(value).sort().join();
  if (keywords === 'const' && ['string', 'number', 'boolean'].includes(typeof value['const'])) return { field, operator: 'equals', value: value['const'] as string };
  if (keywords === 'enum' && Array.isArray(value['enum'])) return { field, operator: 'in', value: value['enum'] as string[] };
  if (keywords === 'exclusiveMinimum,type' && value['type'] === 'number') return { field, operator: 'greater', value: value['exclusiveMinimum'] as number };
  if (keywords === 'exclusiveMaximum,type' && value['type'] === 'number') return { field, operator: 'less', value: value['exclusiveMaximum'] as number };
  if (keywords === 'contains,type' && value['type'] === 'array') return { field, operator: 'contains', value: own(value['contains'], 'const') as string };
  if (keywords === 'not' && isEqualJson(own(value['not'], 'enum'), EMPTY_VALUES)) return { field, operator: 'filled' };
  return null;
}

/** Reads an `if` schema back; null for one that the condition editor did not write. */
export function readShowIf(schema: unknown): ShowIf | null {
  const list = own(schema, 'allOf') ?? own(schema, 'anyOf');
  if (Array.isArray(list) && isObject(schema) && Object.keys(schema).length === 1) {
    const conditions = list.map(readCondition);
    return conditions.every((one) => one !== null) ? { match: 'allOf' in schema ? 'all' : 'any', conditions } : null;
  }
  const single = readCondition(schema);
  return single ? { match: 'all', conditions: [single] } : null;
}

/** The fields whose values an `if` schema reads, however it is written. */
export function fieldsRead(schema: unknown): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!isObject(part)) return;
    for (const name of Object.keys(ownObject(part, 'properties'))) names.add(name);
    for (const name of ownStrings(part, 'required')) names.add(name);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) if (Array.isArray(part[keyword])) part[keyword].forEach(visit);
    for (const keyword of ['not', 'if', 'then', 'else']) visit(part[keyword]);
  };
  visit(schema);
  return [...names];
}
