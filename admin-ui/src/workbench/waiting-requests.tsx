import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { useMe } from '../providers/use-me.js';
import { requestsDocument, type ReleaseRequest } from '../release/release.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { RelativeTime } from '../shared/relative-time.js';

/** What others ask to publish and this person may decide; nothing where nobody asks. */
export const WaitingRequests: FC = () => {
  const t = useTranslate();
  const me = useMe();
  const query = useGraphql<{ releaseRequests: { items: ReleaseRequest[] } }>(requestsDocument, { skip: 0, take: 20, filter: { state: 'OPEN' } });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const items = (query.data?.releaseRequests.items ?? []).filter(({ requestedBy }) => requestedBy !== me?.id);
  if (items.length === 0) return null;
  return (
    <Sheet label={t('workbench.requests.title')}>
      <Typography variant="h2" sx={{ px: 5, pt: 4, pb: 2 }}>
        {t('workbench.requests.title')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((request) => (
          <Box component="li" key={request.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 5, py: 2, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{request.note}</Typography>
              <Typography variant="caption" color="text.secondary" component="div">
                {t(`release.channels.${request.channel}`)} · {t('release.requests.by', { name: request.requestedByName, count: request.items.length })} · <RelativeTime at={request.requestedAt} />
              </Typography>
            </Box>
            <Button variant="outlined" component={Link} to={request.channel === 'hall' ? '/release' : `/release?channel=${request.channel}`}>
              {t('workbench.requests.decide')}
            </Button>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
};
