import { parse, typeCheck, type ExpressionProblem, type FeelType } from '@banshi/expression';
import type { ProcessModel } from '../model/process-model.js';

export interface ConditionTypeProblem {
  /** The flow that carries the condition. */
  element: string;
  source: string;
  problem: ExpressionProblem;
}

/**
 * Checks every condition against the types of the variables. `scopeAt` gives those that exist at a gateway, by the
 * gateway's id; what it leaves out is reported as unknown, so give maybe-set variables too where they are judged apart.
 */
export function checkConditionTypes(model: ProcessModel, scopeAt: (gateway: string) => Record<string, FeelType>): ConditionTypeProblem[] {
  return Object.values(model.flows).flatMap((flow) => {
    if (!flow.condition) return [];
    const { source } = flow.condition;
    const parsed = parse(source);
    const problems = parsed.ok ? typeCheck(parsed.expression, scopeAt(flow.source), { kind: 'boolean' }) : parsed.problems;
    return problems.map((problem) => ({ element: flow.id, source, problem }));
  });
}
