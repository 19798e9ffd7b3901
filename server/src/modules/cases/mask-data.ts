import { fieldSchema, type JsonSchema } from '@banshi/forms';
import { codePointLength, maskValue, type SlotType } from '@banshi/values';
import type { CaseDefinition } from './case-definition.js';
import type { CaseData } from './fill-step.js';

const typesByFormat: Record<string, SlotType> = { 'cn-resident-id': 'resident-id', 'cn-credit-code': 'credit-code', 'cn-mobile': 'mobile', 'cn-bank-card': 'bank-card' };
/** Names are short; a longer text keeps nothing. */
const longestName = 12;

/** The data with the fields of personal data starred, for eyes that need not read them. */
export function maskSensitive(definition: CaseDefinition, data: CaseData): CaseData {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, mask(sensitiveSchema(definition, field), value)]));
}

/** The schema of the field in the first form that marks it as sensitive. */
function sensitiveSchema(definition: CaseDefinition, field: string): JsonSchema | null {
  for (const step of definition.steps) {
    const form = definition.stepForm(step);
    const schema = form ? fieldSchema(form.form, field) : undefined;
    if (schema?.['x-sensitive'] === true) return schema;
  }
  return null;
}

function mask(schema: JsonSchema | null, value: unknown): unknown {
  if (schema === null) return value;
  if (typeof value !== 'string') return '********';
  const format = schema['format'];
  const type = typeof format === 'string' ? typesByFormat[format] : codePointLength(value) <= longestName ? 'person' : undefined;
  return maskValue(type ?? 'text', value);
}
