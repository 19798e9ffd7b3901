import type { IntentRow } from './intent.js';

export interface IntentNode {
  row: IntentRow;
  depth: number;
}

type Linked = Pick<IntentRow, 'key' | 'parent'>;

/** Parents before their children. What has no parent among the rows stands at the top, and so does a ring of parents, which a rule reports. */
export function treeOf(rows: IntentRow[]): IntentNode[] {
  const keys = new Set(rows.map(({ key }) => key));
  const placed = new Set<string>();
  const below = (row: IntentRow, depth: number): IntentNode[] => {
    if (placed.has(row.key)) return [];
    placed.add(row.key);
    return [{ row, depth }, ...rows.filter(({ parent }) => parent === row.key).flatMap((child) => below(child, depth + 1))];
  };
  const tops = rows.filter(({ parent }) => parent === null || !keys.has(parent));
  return [...tops.flatMap((row) => below(row, 0)), ...rows.flatMap((row) => below(row, 0))];
}

/** The intent and everything below it: none of them can become its parent. */
export function withDescendants(rows: Linked[], key: string): Set<string> {
  const found = new Set([key]);
  for (const above of found) for (const { key: child, parent } of rows) if (parent === above) found.add(child);
  return found;
}
