import type { ProcessModel, ProcessProblem } from '@banshi/process';
import type { BodyOf, KindName } from './kinds/bodies.js';

export interface BundleEntry {
  kind: KindName;
  key: string;
  /** SHA-256 of the content. */
  sha256: string;
}

/** A whole bundle with its contents, as contract rules see it. Workflows are compiled beforehand, so that rules stay pure. */
export interface BundleView {
  entries: readonly BundleEntry[];
  keys(kind: KindName): string[];
  get<K extends KindName>(kind: K, key: string): BodyOf<K> | null;
  process(workflow: string): { model: ProcessModel | null; problems: ProcessProblem[] } | null;
}
