import Skeleton from '@mui/material/Skeleton';
import type { FC } from 'react';
import { configDiffDocument, type Change } from '../../providers/config-item/config-item.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { DiffView } from '../diff-view.js';
import { ErrorPanel } from '../error-panel.js';

/** What differs between two contents, by their hashes. */
export const VersionDiff: FC<{ kind: string; before: string | null; after: string | null }> = ({ kind, before, after }) => {
  const query = useGraphql<{ configDiff: Change[] }>(configDiffDocument, { kind, before, after });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return query.data ? <DiffView changes={query.data.configDiff} /> : <Skeleton variant="rounded" height={120} />;
};
