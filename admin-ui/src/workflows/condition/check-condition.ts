import { parse, problemText, typeCheck, type ExpressionProblem } from '@banshi/expression';
import type { Variable } from '../scope/workflow-scope.js';

/** What publishing would refuse about a condition, with offsets for underlining. `isOpen` lets names pass that nobody knows yet. */
export function checkCondition(source: string, variables: Variable[], isOpen: boolean): ExpressionProblem[] {
  const parsed = parse(source);
  if (!parsed.ok) return parsed.problems;
  const scope = Object.fromEntries(variables.map(({ name, type }) => [name, type]));
  return typeCheck(parsed.expression, scope, { kind: 'boolean' }).filter(({ code }) => !(isOpen && code === 'unknown-variable'));
}

export const conditionProblemText = problemText;
