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
