import { useMemo } from 'react';
import { gql } from '../providers/graphql.js';
import { useGraphql } from '../providers/use-graphql.js';

const contentsDocument = gql`query ReleasedContents($before: String!, $after: String!) { before: configContent(sha256: $before) after: configContent(sha256: $after) }`;

/** Two contents by their hashes; null for one that is not. */
export function useContents(before: string | null, after: string | null) {
  const { data } = useGraphql<{ before: unknown; after: unknown }>(contentsDocument, { before: before ?? after ?? '', after: after ?? before ?? '' });
  return useMemo(() => ({ data: data && { before: before === null ? null : data.before, after: after === null ? null : data.after } }), [data, before, after]);
}
