import { type ExpressionProblem, type FeelType, freeVariables, parse, typeCheck } from '@banshi/expression';

/** What keeps a condition from being one, given the declared types of what it may read; an empty list where nothing does. */
export function checkCondition(source: string, scope: Record<string, FeelType>): ExpressionProblem[] {
  const parsed = parse(source);
  return parsed.ok ? typeCheck(parsed.expression, scope, { kind: 'boolean' }) : parsed.problems;
}

/** The variables that a condition reads, in their order; [] for one that cannot be read. */
export function conditionVariables(source: string): string[] {
  const parsed = parse(source);
  return parsed.ok ? [...new Set(freeVariables(parsed.expression).map(([name]) => name!))] : [];
}
