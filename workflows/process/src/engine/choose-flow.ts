import { evaluate, parse, type EvaluateOptions, type ExpressionProblem, type ParseResult } from '@banshi/expression';
import type { ExclusiveGatewayElement, ProcessFlow, ProcessModel } from '../model/process-model.js';

export interface ConditionFailure {
  flow: string;
  source: string;
  problem: ExpressionProblem;
}

export type FlowChoice =
  | { kind: 'flow'; flow: string }
  | { kind: 'condition-failed'; failure: ConditionFailure }
  | { kind: 'no-flow-taken' };

/**
 * The first flow in document order whose condition is true, else the default. A condition that cannot be decided
 * decides nothing, not even that the next one may be tried.
 */
export function chooseFlow(model: ProcessModel, gateway: ExclusiveGatewayElement, variables: Record<string, unknown>, options: EvaluateOptions): FlowChoice {
  const [only, ...others] = gateway.outgoing;
  if (only !== undefined && others.length === 0 && !model.flows[only]?.condition) return { kind: 'flow', flow: only };
  for (const id of gateway.outgoing) {
    const condition = model.flows[id]?.condition;
    if (!condition || id === gateway.defaultFlow) continue;
    const verdict = decide(condition, variables, options);
    if (typeof verdict !== 'boolean') return { kind: 'condition-failed', failure: { flow: id, source: condition.source, problem: verdict } };
    if (verdict) return { kind: 'flow', flow: id };
  }
  return gateway.defaultFlow === null ? { kind: 'no-flow-taken' } : { kind: 'flow', flow: gateway.defaultFlow };
}

type Condition = NonNullable<ProcessFlow['condition']>;

/** Parsing costs ten times what evaluating does; an entry lives as long as its model. */
const parsedConditions = new WeakMap<Condition, ParseResult>();

function decide(condition: Condition, variables: Record<string, unknown>, options: EvaluateOptions): boolean | ExpressionProblem {
  const { source } = condition;
  const parsed = parsedConditions.get(condition) ?? parse(source);
  parsedConditions.set(condition, parsed);
  if (!parsed.ok) return parsed.problems[0] ?? { code: 'syntax', params: { text: source }, from: 0, to: source.length };
  const result = evaluate(parsed.expression, variables, { kind: 'boolean' }, options);
  return result.ok ? result.value === true : result.problem;
}
