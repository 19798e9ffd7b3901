import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { DataTable, ListBase, Pagination, useTranslate } from 'react-admin';
import { EmptyResults } from '../shared/list/empty-results.js';
import { Sheet } from '../shared/page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import type { Campaign, RecipientRow, RecipientState, Verdict } from './push.js';

const verdicts: Verdict[] = ['fits', 'unknown', 'unfit'];
const verdictTones: Record<Verdict, Tone> = { fits: 'good', unfit: 'quiet', unknown: 'notice' };
const stateTones: Record<RecipientState, Tone> = { ASSESSED: 'quiet', QUEUED: 'info', SENT: 'good', SKIPPED: 'notice' };

/** The persons behind the numbers, masked, with the reason for each. */
export const RecipientList: FC<{ campaign: Campaign }> = ({ campaign: { id, sentAt } }) => {
  const t = useTranslate();
  const [verdict, setVerdict] = useState<Verdict>('fits');
  return (
    <Sheet label={t('push.recipients')}>
      <Tabs value={verdict} onChange={(_, next: Verdict) => setVerdict(next)} sx={{ px: 4, borderBottom: 1, borderColor: 'divider' }}>
        {verdicts.map((one) => (
          <Tab key={one} value={one} label={t(`push.verdict.${one}`)} />
        ))}
      </Tabs>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 4, pt: 2 }}>
        {t('push.maskedHint')}
      </Typography>
      <ListBase key={verdict} resource="pushRecipients" filter={{ campaign: id, verdict }} sort={{ field: 'id', order: 'ASC' }} perPage={25} disableSyncWithLocation storeKey={false}>
        <DataTable<RecipientRow> bulkActionButtons={false} rowClick={false} empty={<EmptyResults />}>
          <DataTable.Col source="label" label="push.person" />
          <DataTable.Col<RecipientRow> source="conditions" label="push.reasonColumn" disableSort render={(row) => <Reasons row={row} />} />
          <DataTable.Col<RecipientRow> source="signals" label="push.signals" disableSort render={({ signals }) => (signals.length === 0 ? '—' : signals.map((signal) => <Box key={signal}>{signal}</Box>))} />
          {sentAt && <DataTable.Col<RecipientRow> source="state" label="push.outcome" render={({ state, reason }) => <StatusChip tone={stateTones[state]} label={t(reason ? `push.skip.${reason}` : `push.recipientState.${state}`)} />} />}
          {sentAt && <DataTable.Col<RecipientRow> source="readAt" label="push.readAt" disableSort render={({ readAt }) => (readAt ? <RelativeTime at={readAt} /> : '—')} />}
        </DataTable>
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </ListBase>
    </Sheet>
  );
};

const Reasons: FC<{ row: RecipientRow }> = ({ row: { conditions } }) => {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', py: 1 }}>
      {conditions.map(({ key, title, verdict, missing }) => (
        <StatusChip key={key} tone={verdict === null ? 'quiet' : verdictTones[verdict]} label={verdict === null ? t('push.hidden', { title }) : verdict === 'unknown' && missing.length > 0 ? t('push.lacks', { title, names: missing.join(t('push.separator')) }) : title} />
      ))}
    </Box>
  );
};
