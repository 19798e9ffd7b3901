import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { drawnGraph } from './drawn-graph.js';
import { labelOf, type DrawnNode, type DrawnProcess } from './drawn-process.js';
import { cycles, reach } from './graph.js';

/** Start and end events, flows at their right ends, everything on a way from start to end, no loop that nobody can leave. */
export function checkStructure(drawn: DrawnProcess): ProcessProblem[] {
  return [...checkEnds(drawn), ...drawn.nodes.flatMap(checkFlowCounts), ...checkWays(drawn), ...checkLoops(drawn)];
}

function checkEnds(drawn: DrawnProcess): ProcessProblem[] {
  const isKind = (type: string) => (node: DrawnNode) => node.node.$type === type;
  const starts = drawn.nodes.filter(isKind('bpmn:StartEvent'));
  const problems = starts.slice(1).map((start) => processProblem('several-start-events', start.id, { name: labelOf(start) }));
  if (starts.length === 0) problems.push(processProblem('no-start-event', null, { name: labelOf(drawn) }));
  if (!drawn.nodes.some(isKind('bpmn:EndEvent'))) problems.push(processProblem('no-end-event', null, { name: labelOf(drawn) }));
  return problems;
}

function checkFlowCounts(node: DrawnNode): ProcessProblem[] {
  const problem = (code: 'flow-into-start' | 'flow-out-of-end' | 'several-outgoing' | 'no-outgoing') => [processProblem(code, node.id, { name: labelOf(node), count: node.outgoing.length })];
  if (node.kind === null) return [];
  if (node.kind === 'end') return node.outgoing.length > 0 ? problem('flow-out-of-end') : [];
  if (node.outgoing.length === 0) return problem('no-outgoing');
  if (node.kind === 'start' && node.incoming.length > 0) return problem('flow-into-start');
  // BPMN lets a task fork without a gateway; drawn by people who are not modellers it is nearly always a mistake.
  return (node.kind === 'start' || node.kind === 'user-task') && node.outgoing.length > 1 ? problem('several-outgoing') : [];
}

function checkWays(drawn: DrawnProcess): ProcessProblem[] {
  const graph = drawnGraph(drawn);
  const ofType = (type: string) => drawn.nodes.filter((node) => node.node.$type === type).map((node) => node.id);
  const starts = ofType('bpmn:StartEvent');
  const ends = ofType('bpmn:EndEvent');
  const reachable = reach(starts, graph.next);
  const ending = reach(ends, graph.previous);
  const problems: ProcessProblem[] = [];
  for (const node of drawn.nodes) {
    if (node.kind === null) continue;
    if (starts.length > 0 && !reachable.has(node.id)) problems.push(processProblem('unreachable-element', node.id, { name: labelOf(node) }));
    // An element without outgoing flows already has its own problem.
    else if (ends.length > 0 && node.outgoing.length > 0 && !ending.has(node.id)) problems.push(processProblem('no-way-to-end', node.id, { name: labelOf(node) }));
  }
  return problems;
}

/** A cycle on which nobody has anything to do would be run round and round within one step. */
function checkLoops(drawn: DrawnProcess): ProcessProblem[] {
  const automatic = drawnGraph(drawn, (node) => node.kind !== null && node.kind !== 'user-task');
  const nameOf = new Map(drawn.nodes.map((node) => [node.id, labelOf(node)]));
  return cycles(automatic).map((group) => {
    const members = new Set(group);
    const inOrder = automatic.ids.filter((id) => members.has(id));
    return processProblem('endless-loop', inOrder[0] ?? null, { elements: inOrder.map((id) => nameOf.get(id) ?? id).join('、') });
  });
}
