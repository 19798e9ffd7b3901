import type { JsonSchema } from '@banshi/forms';
import { codePointLength, maskValue, type SlotType } from '@banshi/values';
import type { CaseDefinition } from './case-definition.js';
import { sensitiveSchema } from './case-vault.service.js';
import type { CaseData } from './fill-step.js';

const typesByFormat: Record<string, SlotType> = { 'cn-resident-id': 'resident-id', 'cn-credit-code': 'credit-code', 'cn-mobile': 'mobile', 'cn-bank-card': 'bank-card' };
/** Names are short; a longer text keeps nothing. */
const longestName = 12;

/** The data with the fields of personal data starred, for eyes that need not read them. */
export function maskSensitive(definition: CaseDefinition, data: CaseData): CaseData {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, mask(sensitiveSchema(definition, field), value)]));
}

function mask(schema: JsonSchema | null, value: unknown): unknown {
  if (schema === null) return value;
  if (typeof value !== 'string') return '********';
  const format = schema['format'];
  const type = typeof format === 'string' ? typesByFormat[format] : codePointLength(value) <= longestName ? 'person' : undefined;
  return maskValue(type ?? 'text', value);
}
