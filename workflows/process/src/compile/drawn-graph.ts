import { isOfType, nodeOf } from '../moddle/moddle-node.js';
import type { DrawnNode, DrawnProcess } from './drawn-process.js';
import type { Graph } from './graph.js';

/** The flows as a graph; a boundary event follows what it is attached to, so that its branch counts as reachable. */
export function drawnGraph(drawn: DrawnProcess, includes: (node: DrawnNode) => boolean = () => true): Graph {
  const ids = drawn.nodes.filter(includes).map((node) => node.id);
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  const previous = new Map<string, string[]>(ids.map((id) => [id, []]));
  const connect = (from: string, to: string) => {
    if (!next.has(from) || !next.has(to)) return;
    next.get(from)?.push(to);
    previous.get(to)?.push(from);
  };
  for (const flow of drawn.flows) connect(flow.source.id, flow.target.id);
  for (const node of drawn.nodes) {
    const host = isOfType(node.node, 'bpmn:BoundaryEvent') ? nodeOf(node.node, 'attachedToRef') : null;
    if (host?.id) connect(host.id, node.id);
  }
  return { ids, next: (id) => next.get(id) ?? [], previous: (id) => previous.get(id) ?? [] };
}
