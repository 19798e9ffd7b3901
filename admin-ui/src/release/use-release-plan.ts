import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { graphql } from '../providers/graphql.js';
import { useGraphql } from '../providers/use-graphql.js';
import { checkDocument, planDocument, type ChannelName, type PlannedItem, type ReleasePlan } from './release.js';
import { selectedOf } from './selection.js';

type Check = Pick<ReleasePlan, 'baseRev' | 'findings' | 'blocking' | 'warnings' | 'needsSecondPerson'>;

/** What would change on a channel, and what the contract rules say of the items that are chosen. */
export function useReleasePlan(channel: ChannelName, excluded: ReadonlySet<string>) {
  const plan = useGraphql<{ releasePlan: ReleasePlan }>(planDocument, { channel });
  const all = plan.data?.releasePlan;
  const selected = useMemo<PlannedItem[]>(() => (all ? selectedOf(all.items, excluded) : []), [all, excluded]);
  // While boxes are ticked quickly the check of the last choice is enough.
  const asked = useDeferredValue(selected);
  const isWhole = all !== undefined && asked.length === all.items.length;
  const items = asked.map(({ kind, key }) => ({ kind, key }));
  const check = useQuery({
    queryKey: ['graphql', checkDocument, { channel, items, contents: asked.map(({ sha256 }) => sha256) }],
    queryFn: ({ signal }) => graphql<{ releasePlan: Check }>(checkDocument, { channel, items }, signal),
    enabled: all !== undefined && !isWhole && items.length > 0,
    placeholderData: keepPreviousData,
  });
  const answer: Check | undefined = isWhole ? all : items.length === 0 ? all && { ...all, findings: [], blocking: 0, warnings: 0 } : check.data?.releasePlan;
  return { plan: all, selected, check: answer, isChecking: plan.isFetching || check.isFetching || asked !== selected, error: plan.error ?? check.error, refetch: () => void plan.refetch() };
}
