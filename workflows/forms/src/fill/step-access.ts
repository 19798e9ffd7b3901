export type FieldAccess = 'hidden' | 'read' | 'edit';

/** What a step may do with each field; `default` holds for the fields that are not named. */
export interface StepAccess {
  access: Readonly<Record<string, FieldAccess>>;
  default: FieldAccess;
}

export function accessOf(step: StepAccess, field: string): FieldAccess {
  return Object.hasOwn(step.access, field) ? step.access[field]! : step.default;
}
