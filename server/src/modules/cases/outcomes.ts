import type { Outcome } from '@banshi/process';
import type { CaseDefinition } from './case-definition.js';

/** The actions that a step lets its clerk choose from. */
export function outcomesOf(definition: CaseDefinition, element: string): Outcome[] {
  return definition.userTask(element)?.outcomes?.values ?? [];
}

export function outcomeOf(definition: CaseDefinition, element: string | null, value: string | null): Outcome | null {
  return (element !== null && value !== null && outcomesOf(definition, element).find((outcome) => outcome.value === value)) || null;
}
