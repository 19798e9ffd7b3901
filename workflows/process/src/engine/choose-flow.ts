import { evaluate, parse } from '@banshi/expression';
import type { ExclusiveGatewayElement, ProcessFlow, ProcessModel } from '../model/process-model.js';
import type { IncidentCode } from './instance-rows.js';

export type FlowChoice = { flow: string } | { incident: IncidentCode; params: Record<string, unknown> };

/** The first flow in document order whose condition is true, else the default. A condition that fails decides nothing. */
export function chooseFlow(model: ProcessModel, gateway: ExclusiveGatewayElement, variables: Record<string, unknown>): FlowChoice {
  const [only, ...others] = gateway.outgoing;
  if (only !== undefined && others.length === 0 && !model.flows[only]?.condition) return { flow: only };
  for (const id of gateway.outgoing) {
    const flow = model.flows[id];
    if (!flow?.condition || id === gateway.defaultFlow) continue;
    const verdict = holds(flow, flow.condition.source, variables);
    if (typeof verdict !== 'boolean') return { incident: 'condition-failed', params: verdict };
    if (verdict) return { flow: id };
  }
  return gateway.defaultFlow === null ? { incident: 'no-flow-taken', params: {} } : { flow: gateway.defaultFlow };
}

/** True, false, or what an administrator needs to see why it is neither. */
function holds(flow: ProcessFlow, source: string, variables: Record<string, unknown>): boolean | Record<string, unknown> {
  const parsed = parse(source);
  if (!parsed.ok) return { flow: flow.id, source, problem: parsed.problems[0] };
  const result = evaluate(parsed.expression, variables, { kind: 'boolean' });
  if (!result.ok) return { flow: flow.id, source, problem: result.problem };
  return result.value === true;
}
