import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { drawnGraph } from './drawn-graph.js';
import { labelOf, type DrawnNode, type DrawnProcess } from './drawn-process.js';
import { immediateDominators, reach, type Graph } from './graph.js';

/** Gateways that may stop a case: a choice without a way out, a join that some branch never reaches. */
export function checkGateways(drawn: DrawnProcess): ProcessProblem[] {
  const problems = drawn.nodes.filter(lacksDefault).map((node) => processProblem('default-missing', node.id, { name: labelOf(node) }));
  const start = drawn.nodes.find((node) => node.kind === 'start');
  const joins = drawn.nodes.filter((node) => node.kind === 'parallel-gateway' && node.incoming.length > 1);
  if (!start || joins.length === 0) return problems;

  const graph = drawnGraph(drawn);
  const nodeOf = new Map(drawn.nodes.map((node) => [node.id, node]));
  const dominators = immediateDominators(graph, start.id);
  for (const join of joins) {
    const fork = nodeOf.get(dominators.get(join.id) ?? '');
    if (fork && mayDeadlock(graph, fork, join, drawn)) problems.push(processProblem('join-may-deadlock', join.id, { name: labelOf(join), fork: labelOf(fork) }));
  }
  return problems;
}

function lacksDefault(node: DrawnNode): boolean {
  return node.kind === 'exclusive-gateway' && node.outgoing.length > 1 && !node.outgoing.some((flow) => node.node.get('default') === flow.node);
}

/**
 * The last element that every path to a join passes must be a parallel fork, and between the two no path may leave: to
 * an end event or back before the fork. That is what block-structured processes keep; others get a warning to look at.
 */
function mayDeadlock(graph: Graph, fork: DrawnNode, join: DrawnNode, drawn: DrawnProcess): boolean {
  if (fork.kind !== 'parallel-gateway' || fork.outgoing.length < 2) return true;
  const fromFork = reach(graph.next(fork.id), graph.next, join.id);
  const toJoin = reach(graph.previous(join.id), graph.previous, fork.id);
  const between = [...fromFork].filter((id) => toJoin.has(id) && id !== fork.id);
  const outside = reach(between, graph.next, join.id);
  return outside.has(fork.id) || drawn.nodes.some((node) => node.node.$type === 'bpmn:EndEvent' && outside.has(node.id));
}
