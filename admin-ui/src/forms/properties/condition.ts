import { fieldSchema, fieldTypeOf, optionsOf, type ConditionOperator, type FieldCondition, type FormBody } from '@banshi/forms';

/** The tests that make sense of a field's type; none for what has no single value. */
export function operatorsOf(form: FormBody, field: string): ConditionOperator[] {
  switch (fieldTypeOf(fieldSchema(form, field))?.type) {
    case 'choice':
      return ['equals', 'notEquals', 'in', 'filled'];
    case 'multi-choice':
      return ['contains', 'filled'];
    case 'boolean':
      return ['equals', 'filled'];
    case 'number':
    case 'integer':
    case 'money':
      return ['greater', 'less', 'equals', 'notEquals', 'filled'];
    case 'attachment':
    case 'table':
    case undefined:
      return ['filled'];
    default:
      return ['filled', 'equals', 'notEquals'];
  }
}

/** The value that a test of a field starts with. */
function firstValue(form: FormBody, field: string): string | number | boolean {
  const schema = fieldSchema(form, field) ?? {};
  switch (fieldTypeOf(schema)?.type) {
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
    case 'money':
      return 0;
    default:
      return optionsOf(schema)[0]?.value ?? '';
  }
}

export function firstCondition(form: FormBody, field: string): FieldCondition {
  return conditionWith(form, { field, operator: 'filled' }, operatorsOf(form, field)[0] ?? 'filled');
}

/** The condition with another operator, keeping the value where the operator takes one of its kind. */
export function conditionWith(form: FormBody, condition: FieldCondition, operator: ConditionOperator): FieldCondition {
  const { field } = condition;
  const old = 'value' in condition ? (Array.isArray(condition.value) ? condition.value[0] : condition.value) : undefined;
  const value = old ?? firstValue(form, field);
  switch (operator) {
    case 'filled':
      return { field, operator };
    case 'in':
      return { field, operator, value: [value as string] };
    case 'greater':
    case 'less':
      return { field, operator, value: typeof value === 'number' ? value : 0 };
    case 'contains':
      return { field, operator, value: value as string };
    default:
      return { field, operator, value };
  }
}
