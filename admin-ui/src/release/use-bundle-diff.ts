import { useMemo } from 'react';
import { useGraphql } from '../providers/use-graphql.js';
import { bundleEntriesDocument, diffEntries, type Entry, type EntryChange } from './bundle-diff.js';

interface Answer {
  bundle: { entries: Entry[] } | null;
}

/** What differs between two bundles; null until both are known. `from` null stands for an empty hall. */
export function useBundleDiff(from: string | null, to: string): { changes: EntryChange[] | null; error: unknown; refetch: () => void } {
  const before = useGraphql<Answer>(bundleEntriesDocument, { sha256: from ?? '' }, { enabled: from !== null });
  const after = useGraphql<Answer>(bundleEntriesDocument, { sha256: to });
  const changes = useMemo(() => {
    if (!after.data || (from !== null && !before.data)) return null;
    return diffEntries(before.data?.bundle?.entries ?? [], after.data.bundle?.entries ?? []);
  }, [before.data, after.data, from]);
  return {
    changes,
    error: before.error ?? after.error,
    refetch: () => {
      if (from !== null) void before.refetch();
      void after.refetch();
    },
  };
}
