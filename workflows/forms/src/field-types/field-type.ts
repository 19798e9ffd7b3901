import type { JsonSchema } from '../form-body.js';

export const fieldTypeNames = [
  'text',
  'textarea',
  'number',
  'integer',
  'money',
  'date',
  'boolean',
  'choice',
  'multi-choice',
  'resident-id',
  'credit-code',
  'mobile',
  'phone',
  'bank-card',
  'division',
  'attachment',
  'table',
] as const;
export type FieldTypeName = (typeof fieldTypeNames)[number];

/** One entry of the editor's palette. */
export interface FieldType {
  type: FieldTypeName;
  title: { zh: string; en: string };
  /** Name of a Material icon. */
  icon: string;
  /** Start of the name of a new field: `mobile`, `mobile2`… */
  stem: string;
  /** The schema of a new field, without its title. */
  newSchema(): JsonSchema;
  isType(schema: JsonSchema): boolean;
}
