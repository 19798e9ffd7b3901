import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { FC } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useGraphql } from '../providers/use-graphql.js';
import { inboxDocument } from './case.js';

interface Filter {
  waiting?: boolean;
  mine?: boolean;
  state?: string;
}
const views: Record<'waiting' | 'mine' | 'open' | 'done' | 'all', Filter> = {
  waiting: { waiting: true },
  mine: { mine: true, state: 'CLAIMED' },
  open: { state: 'OPEN' },
  done: { mine: true, state: 'COMPLETED' },
  all: {},
};
/** What the inbox opens with. */
export const whatWaits = views.waiting;

/** What waits for me (mine and what I may claim), each of the two alone, done by me, all; with how many. */
export const InboxTabs: FC = () => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { data } = useGraphql<{ inbox: { tasks: number; mine: number; open: number } }>(inboxDocument);
  const { waiting, mine, state, ...rest } = (filterValues ?? {}) as Filter & Record<string, unknown>;
  const chosen = (Object.keys(views) as (keyof typeof views)[]).find((name) => views[name].waiting === waiting && views[name].mine === mine && views[name].state === state) ?? 'all';
  const counts: Partial<Record<keyof typeof views, number>> = { waiting: data?.inbox.tasks ?? 0, mine: data?.inbox.mine ?? 0, open: data?.inbox.open ?? 0 };
  return (
    <Tabs value={chosen} onChange={(_, next: keyof typeof views) => setFilters({ ...rest, ...views[next] })} aria-label={t('cases.tasks')} variant="scrollable" scrollButtons={false} sx={{ px: 2, borderBottom: 1, borderColor: 'divider' }}>
      {(Object.keys(views) as (keyof typeof views)[]).map((name) => (
        <Tab key={name} value={name} label={counts[name] === undefined ? t(`cases.tabs.${name}`) : `${t(`cases.tabs.${name}`)} ${counts[name]}`} />
      ))}
    </Tabs>
  );
};
