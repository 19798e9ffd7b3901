import type { FieldAccess, FieldRules } from '@banshi/process';

/** The rules with one field's access; what equals the default needs no rule of its own. */
export function withAccess(rules: FieldRules, field: string, access: FieldAccess): FieldRules {
  const others = Object.entries(rules.access).filter(([name]) => name !== field);
  return { ...rules, access: Object.fromEntries(access === rules.default ? others : [...others, [field, access]]) };
}
