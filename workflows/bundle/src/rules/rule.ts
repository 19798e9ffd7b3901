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
