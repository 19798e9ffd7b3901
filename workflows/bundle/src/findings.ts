import type { KindName } from './kinds/bodies.js';

export type Severity = 'error' | 'warning' | 'info';

/** What a contract rule or a kind's lint found. Errors block a release to the hall; warnings ask for a reason. */
export interface Finding {
  rule: string;
  severity: Severity;
  kind: KindName;
  key: string;
  /** JSON Pointer of the place inside the body; opens the right screen at the right field. */
  path: string;
  /** Id of the BPMN element, where the place is one. */
  element?: string;
  params: Record<string, string | number>;
}

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Gravest first, then by place, the same on every machine. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const text = (f: Finding) => [f.kind, f.key, f.path, f.element ?? '', f.rule].join('\n');
  return [...findings].sort((a, b) => order[a.severity] - order[b.severity] || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

/** Whether a release with these findings is refused, needs a reason, or neither. */
export function verdictOf(findings: readonly Finding[]): 'blocked' | 'needs-reason' | 'clear' {
  if (findings.some((f) => f.severity === 'error')) return 'blocked';
  return findings.some((f) => f.severity === 'warning') ? 'needs-reason' : 'clear';
}
