import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { movesDocument, type ChannelMove } from '../release/history.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { PersonName } from '../shared/small-texts.js';

const shown = 6;

/** What reached the hall lately, by whom. */
export const RecentReleases: FC = () => {
  const t = useTranslate();
  const query = useGraphql<{ channelMoves: { items: ChannelMove[] } }>(movesDocument, { channel: 'hall', skip: 0, take: shown });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const moves = query.data?.channelMoves.items;
  return (
    <Sheet label={t('workbench.releases.title')} sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('workbench.releases.title')}
        </Typography>
        <MuiLink component={Link} to="/release/history">
          {t('workbench.releases.all')}
        </MuiLink>
      </Box>
      {moves?.length === 0 && <EmptyState dense title={t('release.history.empty')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {moves?.map((move) => (
          <Box component="li" key={move.id} sx={{ display: 'flex', gap: 3, alignItems: 'baseline', py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <b>v{move.to.n}</b>
            <Typography noWrap sx={{ flex: 1, minWidth: 0 }}>
              {t(`release.history.reason.${move.reason}`)}
              {move.note && ` · ${move.note}`}
            </Typography>
            <Typography variant="caption" color="text.secondary" noWrap>
              <PersonName person={move.byName} /> · <RelativeTime at={move.at} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
};
