import { diffBpmn } from '@banshi/bundle';

type Mark = 'added' | 'changed' | 'removed';

/** Which elements differ between two diagrams, for each side. A moved element is none: the process is the same. */
export function diagramMarks(before: string | null, after: string | null): { before: Record<string, Mark>; after: Record<string, Mark> } {
  const marks = { before: {} as Record<string, Mark>, after: {} as Record<string, Mark> };
  if (before === null || after === null) return marks;
  for (const { element, type } of diffBpmn('/bpmn', before, after)) {
    if (element === undefined) continue;
    if (type !== 'added') marks.before[element] = type === 'removed' ? 'removed' : 'changed';
    if (type !== 'removed') marks.after[element] = type === 'added' ? 'added' : 'changed';
  }
  return marks;
}
