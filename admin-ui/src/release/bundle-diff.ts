import { gql } from '../providers/graphql.js';

export interface Entry {
  kind: string;
  key: string;
  sha256: string;
}

export interface EntryChange {
  kind: string;
  key: string;
  /** Contents; null where the item is not in the bundle. */
  before: string | null;
  after: string | null;
}

export const bundleEntriesDocument = gql`query BundleEntries($sha256: String!) { bundle(sha256: $sha256) { sha256 entries { kind key sha256 } } }`;

/** What differs between two bundles, item by item. */
export function diffEntries(before: readonly Entry[], after: readonly Entry[]): EntryChange[] {
  const old = new Map(before.map((entry) => [`${entry.kind}/${entry.key}`, entry]));
  const changes: EntryChange[] = [];
  for (const { kind, key, sha256 } of after) {
    const known = old.get(`${kind}/${key}`);
    old.delete(`${kind}/${key}`);
    if (known?.sha256 !== sha256) changes.push({ kind, key, before: known?.sha256 ?? null, after: sha256 });
  }
  for (const { kind, key, sha256 } of old.values()) changes.push({ kind, key, before: sha256, after: null });
  return changes;
}

export const changeKindOf = ({ before, after }: Pick<EntryChange, 'before' | 'after'>): 'ADDED' | 'CHANGED' | 'REMOVED' => (before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED');
