import type { Finding } from '../providers/config-item/config-item.js';
import type { PlannedItem } from './release.js';

/** Order in which people think of a service: what it is, how it is filled, how it is handled, how it is understood. */
const kindOrder = ['service', 'form', 'workflow', 'dictionary', 'policy', 'intent', 'slot', 'model'];

export const idOf = ({ kind, key }: { kind: string; key: string }): string => `${kind}/${key}`;

export interface KindGroup {
  kind: string;
  items: PlannedItem[];
}

/** The items by kind, each kind once, unknown kinds last. */
export function groupByKind(items: readonly PlannedItem[]): KindGroup[] {
  const rank = (kind: string) => (kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length);
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return kinds.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }));
}

/** Who leaves an item out stays out when others save drafts; what is new comes in chosen. So the excluded ones are kept. */
export const selectedOf = (items: readonly PlannedItem[], excluded: ReadonlySet<string>): PlannedItem[] => items.filter((item) => !excluded.has(idOf(item)));

/** Chooses exactly the items that match. */
export const excludeAllBut = (items: readonly PlannedItem[], matches: (item: PlannedItem) => boolean): ReadonlySet<string> => new Set(items.filter((item) => !matches(item)).map(idOf));

/** Chooses or leaves out some, the others stay as they are. */
export function withChosen(excluded: ReadonlySet<string>, items: readonly PlannedItem[], isChosen: boolean): ReadonlySet<string> {
  const next = new Set(excluded);
  for (const item of items) {
    if (isChosen) next.delete(idOf(item));
    else next.add(idOf(item));
  }
  return next;
}

/** Departments of the items with their number, shared items left out. */
export function departmentsOf(items: readonly PlannedItem[]): { key: string; title: string; count: number }[] {
  const found = new Map<string, { key: string; title: string; count: number }>();
  for (const { department } of items) {
    if (!department) continue;
    const known = found.get(department.key) ?? { key: department.key, title: department.title, count: 0 };
    found.set(department.key, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Findings on the items themselves, so that each row can say how it stands. */
export function worstByItem(findings: readonly Finding[]): Map<string, { errors: number; warnings: number }> {
  const result = new Map<string, { errors: number; warnings: number }>();
  for (const finding of findings) {
    const known = result.get(idOf(finding)) ?? { errors: 0, warnings: 0 };
    if (finding.severity === 'ERROR') known.errors += 1;
    if (finding.severity === 'WARNING') known.warnings += 1;
    result.set(idOf(finding), known);
  }
  return result;
}

/** Why the button cannot be pressed; null when it can. */
export function obstacleOf(state: { count: number; isChecking: boolean; blocking: number; warnings: number; note: string; reason: string; isGuarded: boolean }): 'nothing' | 'checking' | 'blocked' | 'note' | 'reason' | null {
  if (state.count === 0) return 'nothing';
  if (state.isChecking) return 'checking';
  if (state.isGuarded && state.blocking > 0) return 'blocked';
  if (!state.note.trim()) return 'note';
  if (state.isGuarded && state.warnings > 0 && !state.reason.trim()) return 'reason';
  return null;
}
