import { freeVariables, parse } from '@banshi/expression';
import { nodeOf, textOf } from '../moddle/moddle-node.js';
import type { ProcessFlow } from '../model/process-model.js';
import { processProblem, type ProblemCode, type ProcessProblem } from '../model/process-problem.js';
import { labelOf, type DrawnFlow } from './drawn-process.js';

/** A flow needs a condition where it leaves an exclusive gateway that has a choice, and may have none elsewhere. */
export function buildFlow(flow: DrawnFlow, problems: ProcessProblem[]): ProcessFlow {
  const source = conditionOf(flow, problems);
  const gateway = flow.source;
  const isChoice = gateway.kind === 'exclusive-gateway' && gateway.outgoing.length > 1;
  const isDefault = gateway.kind === 'exclusive-gateway' && gateway.node.get('default') === flow.node;
  const built: ProcessFlow = { id: flow.id, name: flow.name, source: flow.source.id, target: flow.target.id, condition: null };

  if (source === null) {
    if (isChoice && !isDefault) report('condition-missing', { gateway: labelOf(gateway) });
    return built;
  }
  if (isDefault) {
    report('default-with-condition', { gateway: labelOf(gateway) });
    return built;
  }
  if (gateway.kind === null) return built;
  if (gateway.kind !== 'exclusive-gateway') {
    report('condition-misplaced', { source: labelOf(gateway) });
    return built;
  }
  const parsed = parse(source);
  if (!parsed.ok) {
    for (const expression of parsed.problems) problems.push({ ...processProblem('condition-invalid', flow.id, { name: labelOf(flow), source }), expression });
    return built;
  }
  return { ...built, condition: { source, variables: freeVariables(parsed.expression) } };

  function report(code: ProblemCode, params: ProcessProblem['params']): void {
    problems.push(processProblem(code, flow.id, { name: labelOf(flow), ...params }));
  }
}

function conditionOf(flow: DrawnFlow, problems: ProcessProblem[]): string | null {
  const expression = nodeOf(flow.node, 'conditionExpression');
  const body = expression && textOf(expression, 'body')?.trim();
  if (!expression || !body) return null;
  const language = expression.$type === 'bpmn:FormalExpression' ? textOf(expression, 'language') : null;
  if (language && !/feel/i.test(language)) problems.push(processProblem('condition-language', flow.id, { name: labelOf(flow), language }));
  return body;
}
