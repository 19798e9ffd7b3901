/** The cycles of a parent relation, each once, from its first member in the order given. Linear in the number of nodes. */
export function findCycles(nodes: readonly string[], parentOf: (node: string) => string | null): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of nodes) {
    const trail: string[] = [];
    const position = new Map<string, number>();
    let node: string | null = start;
    while (node !== null && !done.has(node) && !position.has(node)) {
      position.set(node, trail.length);
      trail.push(node);
      node = parentOf(node);
    }
    const from = node === null ? undefined : position.get(node);
    if (from !== undefined) cycles.push(trail.slice(from));
    for (const visited of trail) done.add(visited);
  }
  return cycles;
}
