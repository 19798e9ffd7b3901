import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { PersonName } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { NewCampaignDialog } from './new-campaign-dialog.js';
import { type CampaignRow, campaignStates, stateTones } from './push.js';

/** Which policies were pushed to how many, and which a release suggests to push. */
const CampaignList: FC = () => {
  const t = useTranslate();
  const { can } = useCan();
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const create = can('push.send') && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('push.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="pushCampaigns"
        title={t('push.title')}
        subtitle={t('push.subtitle')}
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            <Button variant="outlined" component={Link} to="/profiles">
              {t('push.profiles')}
            </Button>
            {can('operations.read') && (
              <Button variant="outlined" component={Link} to="/push/deliveries">
                {t('push.deliveries.title')}
              </Button>
            )}
            {create}
          </Box>
        }
        filters={[{ type: 'choice', source: 'states', label: t('push.state.label'), choices: campaignStates.map((id) => ({ id, name: t(`push.state.${id}`) })) }]}
        exportColumns={[
          { label: t('push.policy'), value: ({ policyTitle }) => policyTitle },
          { label: t('push.state.label'), value: ({ state }) => t(`push.state.${state as string}`) },
          { label: t('push.count.sent'), value: ({ counts }) => (counts as CampaignRow['counts']).sent },
          { label: t('push.count.read'), value: ({ counts }) => (counts as CampaignRow['counts']).read },
          { label: t('push.sentAt'), value: ({ sentAt }) => sentAt },
        ]}
        empty={<EmptyState title={t('push.empty')} hint={t('push.emptyHint')} action={create} />}
      >
        <DataTable<CampaignRow> rowClick={(id) => `/push/${id}`} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col<CampaignRow> source="policyTitle" label="push.policy" render={({ policyTitle, isPreview }) => (isPreview ? t('push.previewOf', { title: policyTitle }) : policyTitle)} />
          <DataTable.Col<CampaignRow> source="state" label="push.state.label" render={({ state }) => <StatusChip tone={stateTones[state]} label={t(`push.state.${state}`)} />} />
          <DataTable.Col<CampaignRow> source="fits" label="push.verdict.fits" disableSort render={({ counts }) => (counts.people > 0 ? counts.fits : '—')} />
          <DataTable.Col<CampaignRow> source="sent" label="push.count.sent" disableSort render={({ counts, sentAt }) => (sentAt ? counts.sent : '—')} />
          <DataTable.Col<CampaignRow> source="read" label="push.count.read" disableSort render={({ counts, sentAt }) => (sentAt ? counts.read : '—')} />
          <DataTable.Col<CampaignRow> source="createdByName" label="push.by" disableSort render={({ createdByName, isSuggested, state }) => (isSuggested && state === 'SUGGESTED' ? t('push.byRelease') : <PersonName person={createdByName} />)} />
          <DataTable.Col<CampaignRow> source="createdAt" label="push.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
          <DataTable.Col<CampaignRow> source="sentAt" label="push.sentAt" render={({ sentAt }) => (sentAt ? <RelativeTime at={sentAt} /> : '—')} />
        </DataTable>
      </ListPage>
      {isCreating && <NewCampaignDialog onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default CampaignList;
