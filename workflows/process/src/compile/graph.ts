/** A directed graph over ids; parallel edges do not matter to any question asked of it. */
export interface Graph {
  ids: readonly string[];
  next(id: string): readonly string[];
  previous(id: string): readonly string[];
}

/** All ids reachable from `start` (itself included) by `neighbours`, not passing through `without`. */
export function reach(start: readonly string[], neighbours: (id: string) => readonly string[], without?: string): Set<string> {
  const seen = new Set(start.filter((id) => id !== without));
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const neighbour of neighbours(id)) {
      if (neighbour === without || seen.has(neighbour)) continue;
      seen.add(neighbour);
      open.push(neighbour);
    }
  }
  return seen;
}

/**
 * The groups of ids that lie on a common cycle. Kosaraju's two passes (Aho, Hopcroft, Ullman, 1983), with an explicit
 * stack because a hostile file may be one long chain.
 */
export function cycles(graph: Graph): string[][] {
  const order = postOrder(graph.ids, graph.next);
  const groupOf = new Map<string, string[]>();
  for (const root of order.reverse()) {
    if (groupOf.has(root)) continue;
    const group: string[] = [];
    const open = [root];
    groupOf.set(root, group);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      group.push(id);
      for (const before of graph.previous(id)) {
        if (groupOf.has(before)) continue;
        groupOf.set(before, group);
        open.push(before);
      }
    }
  }
  return [...new Set(groupOf.values())].filter((group) => group.length > 1 || graph.next(group[0] as string).includes(group[0] as string));
}

/**
 * The immediate dominator of each id reachable from `start`: the last id that every path to it passes.
 * Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001).
 */
export function immediateDominators(graph: Graph, start: string): Map<string, string> {
  const order = postOrder([start], graph.next).reverse();
  const rank = new Map(order.map((id, index) => [id, index]));
  const dominator = new Map([[start, start]]);
  const rankOf = (id: string) => rank.get(id) as number;
  const meet = (a: string, b: string): string => {
    while (a !== b) {
      while (rankOf(a) > rankOf(b)) a = dominator.get(a) as string;
      while (rankOf(b) > rankOf(a)) b = dominator.get(b) as string;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of order.slice(1)) {
      const known = graph.previous(id).filter((before) => dominator.has(before));
      const next = known.reduce(meet);
      if (dominator.get(id) !== next) {
        dominator.set(id, next);
        changed = true;
      }
    }
  }
  return dominator;
}

function postOrder(roots: readonly string[], next: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ id: root, at: 0 }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const child = next(frame.id)[frame.at];
      frame.at += 1;
      if (child === undefined) {
        order.push(frame.id);
        stack.pop();
      } else if (!seen.has(child)) {
        seen.add(child);
        stack.push({ id: child, at: 0 });
      }
    }
  }
  return order;
}
