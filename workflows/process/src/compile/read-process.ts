import { isOfType, nodeOf, nodesOf, type ModdleNode } from '../moddle/moddle-node.js';
import type { ProcessElement } from '../model/process-model.js';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { labelOf, type DrawnFlow, type DrawnNode, type DrawnProcess } from './drawn-process.js';

const KINDS: Partial<Record<string, ProcessElement['type']>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'user-task',
  'bpmn:ExclusiveGateway': 'exclusive-gateway',
  'bpmn:ParallelGateway': 'parallel-gateway',
};

/** People draw tens of steps; the checks cost up to steps × joins, and each flow may have a condition to parse. */
const MAX_STEPS = 1_000;
const MAX_FLOWS = 3_000;

/** Finds the nodes and flows of a process; data objects, lanes, annotations and groups carry no token and are passed over. */
export function readProcess(process: ModdleNode): { drawn: DrawnProcess | null; problems: ProcessProblem[] } {
  const problems: ProcessProblem[] = [];
  const flowElements = nodesOf(process, 'flowElements');
  const drawnOf = new Map<ModdleNode, DrawnNode>();
  for (const [type, limit, unit] of [['bpmn:FlowNode', MAX_STEPS, 'steps'], ['bpmn:SequenceFlow', MAX_FLOWS, 'flows']] as const) {
    if (flowElements.filter((node) => isOfType(node, type)).length <= limit) continue;
    return { drawn: null, problems: [processProblem('too-large', process.id ?? null, { limit, unit })] };
  }

  for (const node of flowElements) {
    if (!isOfType(node, 'bpmn:FlowNode')) continue;
    const { kind, refusedType } = kindOf(node);
    const drawn: DrawnNode = { id: node.id ?? '', name: node.name ?? '', node, kind, incoming: [], outgoing: [] };
    if (!hasUsableId(node, problems)) continue;
    if (refusedType) problems.push(processProblem('unsupported-element', drawn.id, { type: refusedType, name: labelOf(drawn) }));
    drawnOf.set(node, drawn);
  }

  const flows: DrawnFlow[] = [];
  for (const node of flowElements) {
    if (!isOfType(node, 'bpmn:SequenceFlow') || !hasUsableId(node, problems)) continue;
    const flow = { id: node.id ?? '', name: node.name ?? '', node };
    const source = drawnOf.get(nodeOf(node, 'sourceRef') as ModdleNode);
    const target = drawnOf.get(nodeOf(node, 'targetRef') as ModdleNode);
    if (!source || !target) {
      problems.push(processProblem('dangling-flow', flow.id, { name: labelOf(flow), end: source ? 'target' : 'source' }));
      continue;
    }
    const drawn = { ...flow, source, target };
    source.outgoing.push(drawn);
    target.incoming.push(drawn);
    flows.push(drawn);
  }
  return { drawn: { id: process.id ?? '', name: process.name ?? '', nodes: [...drawnOf.values()], flows }, problems };
}

/** What makes a known kind unknown names itself: a timer start event is refused for its timer. */
function kindOf(node: ModdleNode): { kind: DrawnNode['kind']; refusedType: string | null } {
  const kind = KINDS[node.$type] ?? null;
  if (!kind) return { kind, refusedType: node.$type };
  if (kind === 'start' || kind === 'end') {
    const definition = [...nodesOf(node, 'eventDefinitions'), ...nodesOf(node, 'eventDefinitionRef')][0];
    return definition ? { kind: null, refusedType: definition.$type } : { kind, refusedType: null };
  }
  if (kind === 'user-task') {
    const loop = nodeOf(node, 'loopCharacteristics');
    if (loop) return { kind: null, refusedType: loop.$type };
    if (node.get('isForCompensation') === true) return { kind: null, refusedType: 'bpmn:Compensation' };
  }
  return { kind, refusedType: null };
}

/** Ids become keys of plain objects, where names such as `__proto__` or `constructor` already mean something. */
function hasUsableId(node: ModdleNode, problems: ProcessProblem[]): boolean {
  if (node.id && !(node.id in {})) return true;
  problems.push(processProblem('illegal-id', null, { id: node.id ?? '', line: 0 }));
  return false;
}
