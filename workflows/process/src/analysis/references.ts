import type { ProcessModel } from '../model/process-model.js';

export interface ProcessReference {
  element: string;
  kind: 'form' | 'role' | 'department' | 'post';
  key: string;
}

/** What a process names outside itself. The department `$service` is left out: it is whichever owns the service. */
export function referencesOf(model: ProcessModel): ProcessReference[] {
  return Object.values(model.elements).flatMap((element) => {
    const form: ProcessReference[] = 'formId' in element && element.formId !== null ? [{ element: element.id, kind: 'form', key: element.formId }] : [];
    return element.type === 'user-task' ? [...form, ...element.candidateGroups.flatMap((group) => groupReference(element.id, group))] : form;
  });
}

export interface CandidateGroup {
  kind: 'role' | 'department' | 'post';
  /** A key, or `$service`. */
  key: string;
}

/** Reads one candidate group of a compiled task; null for text of another shape. */
export function readCandidateGroup(group: string): CandidateGroup | null {
  const match = /^(role|department|post):(.+)$/.exec(group);
  return match ? { kind: match[1] as CandidateGroup['kind'], key: match[2] as string } : null;
}

function groupReference(element: string, group: string): ProcessReference[] {
  const read = readCandidateGroup(group);
  return read && read.key !== '$service' ? [{ element, ...read }] : [];
}
