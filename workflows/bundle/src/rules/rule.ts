import type { Finding, Severity } from '../findings.js';
import type { KindName } from '../kinds/bodies.js';
import type { BundleView } from '../view.js';

/** A pure check of a bundle as a whole, run by server, browser and command line alike. */
export interface ContractRule {
  id: string;
  severity: Severity;
  /** Kinds whose change can change the result. */
  kinds: readonly KindName[];
  title: { zh: string; en: string };
  check(view: BundleView): Finding[];
}

export interface FindingPlace {
  kind: KindName;
  key: string;
  path: string;
  element?: string;
}

/** A finding of a rule with the rule's own severity. */
export function finding(rule: { id: string; severity: Severity }, place: FindingPlace, params: Finding['params'] = {}): Finding {
  return { rule: rule.id, severity: rule.severity, ...place, params };
}

/** Title of an item of the bundle, said beside its key; the key alone where it has none. */
export function titleIn(view: BundleView, kind: KindName, key: string): string {
  return view.get(kind, key)?.title || key;
}
