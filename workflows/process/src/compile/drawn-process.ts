import type { ModdleNode } from '../moddle/moddle-node.js';
import type { ProcessElement } from '../model/process-model.js';

export interface DrawnFlow {
  id: string;
  name: string;
  node: ModdleNode;
  source: DrawnNode;
  target: DrawnNode;
}

export interface DrawnNode {
  id: string;
  name: string;
  node: ModdleNode;
  /** Null for a kind that the engine does not run; it still takes part in the graph, so that it causes one problem only. */
  kind: ProcessElement['type'] | null;
  incoming: DrawnFlow[];
  outgoing: DrawnFlow[];
}

/** A process as drawn, with both ends of every flow known, in document order. */
export interface DrawnProcess {
  id: string;
  name: string;
  nodes: DrawnNode[];
  flows: DrawnFlow[];
}

export function labelOf(drawn: { id: string; name: string }): string {
  return drawn.name || drawn.id;
}
