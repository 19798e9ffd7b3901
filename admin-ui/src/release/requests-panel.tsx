import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { requestsDocument, type ChannelName, type PublishResult, type ReleaseRequest } from './release.js';
import { RequestRow } from './request-row.js';

const pageSize = 10;

/** What people have asked to publish: the open ones first of all, the decided ones on demand. */
export const RequestsPanel: FC<{ channel: ChannelName; onResult: (result: PublishResult) => void }> = ({ channel, onResult }) => {
  const t = useTranslate();
  const [which, setWhich] = useState<'OPEN' | 'ALL'>('OPEN');
  const [take, setTake] = useState(pageSize);
  const variables = { skip: 0, take, ...(which === 'OPEN' && { filter: { state: 'OPEN' } }) };
  const query = useGraphql<{ releaseRequests: { items: ReleaseRequest[]; totalItems: number } }>(requestsDocument, variables, { refetchInterval: 20_000 });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const page = query.data?.releaseRequests;
  const items = (page?.items ?? []).filter((request) => request.channel === channel);
  if (which === 'OPEN' && items.length === 0) {
    return (
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -2, mb: 2 }}>
        <Button variant="text" onClick={() => setWhich('ALL')}>
          {t('release.requests.showAll')}
        </Button>
      </Box>
    );
  }
  return (
    <Sheet label={t('release.requests.title')} sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('release.requests.title')}
        </Typography>
        <ToggleButtonGroup exclusive size="small" value={which} aria-label={t('release.requests.which')} onChange={(_, next: 'OPEN' | 'ALL' | null) => next && setWhich(next)}>
          <ToggleButton value="OPEN">{t('release.requests.open')}</ToggleButton>
          <ToggleButton value="ALL">{t('release.requests.all')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {items.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 4, pb: 3 }}>
          {t('release.requests.none')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((request) => (
          <RequestRow key={request.id} request={request} onResult={onResult} />
        ))}
      </Box>
      {page && page.totalItems > take && (
        <Box sx={{ p: 2, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button variant="text" onClick={() => setTake(take + pageSize)}>
            {t('shared.more')}
          </Button>
        </Box>
      )}
    </Sheet>
  );
};
