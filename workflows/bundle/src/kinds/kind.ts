import type { Finding } from '../findings.js';
import type { BodyOf, JsonSchema, KindName } from './bodies.js';

/** A reference from a place in a content to an item. */
export interface Reference {
  /** JSON Pointer (RFC 6901) of the place. */
  path: string;
  kind: KindName;
  key: string;
  /** What the item is there for, such as `form`, `workflow`, `slot`, `parent`. */
  role: string;
  /** Id of the BPMN element that refers, where one does. */
  element?: string;
}

/** One thing that differs between two contents. */
export interface Change {
  path: string;
  /** Id of the BPMN element, where the place is one. */
  element?: string;
  type: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
  /** What the place is called, in both languages. */
  label: { zh: string; en: string };
}

/**
 * A kind of configuration. Everything that is the same for all kinds (drafts, versions, bundles, export) is written once
 * against this interface; a new kind is one such object and its screens.
 */
export interface ConfigKind<K extends KindName = KindName> {
  kind: K;
  title: { zh: string; en: string };
  schemaVersion: number;
  /** JSON Schema 2020-12 of the body. */
  schema: JsonSchema;
  /** Brings a body of an older schema version to the current one. */
  upcast(body: unknown, from: number): unknown;
  titleOf(body: BodyOf<K>): string;
  refs(body: BodyOf<K>): Reference[];
  /** Findings that need nothing but the body itself. */
  lint(key: string, body: BodyOf<K>): Finding[] | Promise<Finding[]>;
  diff(before: BodyOf<K> | null, after: BodyOf<K> | null): Change[];
}
