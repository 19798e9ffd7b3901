import Button from '@mui/material/Button';
import type { FC } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import { retryDeliveryDocument } from './push.js';

type DeliveryState = 'PENDING' | 'SENDING' | 'DELIVERED' | 'FAILED' | 'SKIPPED';
const tones: Record<DeliveryState, Tone> = { PENDING: 'info', SENDING: 'info', DELIVERED: 'good', FAILED: 'bad', SKIPPED: 'quiet' };
const states = Object.keys(tones) as DeliveryState[];

interface DeliveryRow {
  id: string;
  title: string;
  channel: string;
  state: DeliveryState;
  attempts: number;
  nextAt: string | null;
  sentAt: string | null;
  createdAt: string;
  error: { message: string } | null;
}

/** What left the hall by webhook and mail, what waits for its next attempt, and what failed. */
const DeliveryList: FC = () => {
  const t = useTranslate();
  const canRetry = useCan().can('operations.manage');
  const retry = useGraphqlMutation<unknown>(retryDeliveryDocument, { success: 'push.deliveries.retried' });
  return (
    <ListPage
      resource="deliveries"
      title={t('push.deliveries.title')}
      subtitle={t('push.deliveries.subtitle')}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={[
        { type: 'choice', source: 'state', label: t('push.deliveries.state.label'), choices: states.map((id) => ({ id, name: t(`push.deliveries.state.${id}`) })) },
        { type: 'choice', source: 'channel', label: t('push.deliveries.channel.label'), choices: ['webhook', 'email'].map((id) => ({ id, name: t(`push.deliveries.channel.${id}`) })) },
      ]}
      exportColumns={[
        { label: t('push.deliveries.message'), value: ({ title }) => title },
        { label: t('push.deliveries.channel.label'), value: ({ channel }) => channel },
        { label: t('push.deliveries.state.label'), value: ({ state }) => state },
        { label: t('push.deliveries.error'), value: ({ error }) => (error as DeliveryRow['error'])?.message },
        { label: t('push.createdAt'), value: ({ createdAt }) => createdAt },
      ]}
      empty={<EmptyState title={t('push.deliveries.empty')} hint={t('push.deliveries.emptyHint')} />}
    >
      <DataTable<DeliveryRow> bulkActionButtons={false} rowClick={false} empty={<EmptyResults />}>
        <DataTable.Col source="title" label="push.deliveries.message" disableSort />
        <DataTable.Col<DeliveryRow> source="channel" label="push.deliveries.channel.label" render={({ channel }) => t(`push.deliveries.channel.${channel}`)} />
        <DataTable.Col<DeliveryRow> source="state" label="push.deliveries.state.label" render={({ state }) => <StatusChip tone={tones[state]} label={t(`push.deliveries.state.${state}`)} />} />
        <DataTable.NumberCol source="attempts" label="push.deliveries.attempts" />
        <DataTable.Col<DeliveryRow> source="error" label="push.deliveries.error" disableSort render={({ error }) => error?.message ?? ''} />
        <DataTable.Col<DeliveryRow> source="nextAt" label="push.deliveries.nextAt" render={({ nextAt }) => (nextAt ? <RelativeTime at={nextAt} /> : '—')} />
        <DataTable.Col<DeliveryRow> source="createdAt" label="push.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
        {canRetry && (
          <DataTable.Col<DeliveryRow>
            source="actions"
            label=""
            disableSort
            render={({ id, state, title }) =>
              state === 'FAILED' && (
                <Button size="small" aria-label={`${t('push.retry')} ${title}`} disabled={retry.isPending} onClick={() => retry.mutate({ id })}>
                  {t('push.retry')}
                </Button>
              )
            }
          />
        )}
      </DataTable>
    </ListPage>
  );
};

export default DeliveryList;
