import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { ChannelSwitch, useChannelName } from './channel-switch.js';
import { movesDocument, type ChannelMove } from './history.js';
import { MoveRow } from './move-row.js';
import { channelDocument, type Channel, type ChannelName } from './release.js';
import { RollBackDialog } from './roll-back-dialog.js';

const pageSize = 20;

/** 发布记录. Where a channel has pointed, newest first, and the way back. */
const HistoryPage: FC = () => {
  const t = useTranslate();
  const [channel, setChannel] = useChannelName();
  return (
    <Page>
      <PageHead title={t('release.history.title')} subtitle={t('release.history.subtitle')} actions={<ChannelSwitch value={channel} onChange={setChannel} />} />
      <History key={channel} channel={channel} />
    </Page>
  );
};

const History: FC<{ channel: ChannelName }> = ({ channel }) => {
  const t = useTranslate();
  const { can } = useCan();
  const [take, setTake] = useState(pageSize);
  const [target, setTarget] = useState<ChannelMove | null>(null);
  const moves = useGraphql<{ channelMoves: { items: ChannelMove[]; totalItems: number } }>(movesDocument, { channel, skip: 0, take });
  const now = useGraphql<{ channel: Channel }>(channelDocument, { name: channel });
  const error = moves.error ?? now.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([moves.refetch(), now.refetch()])} />;
  if (!moves.data || !now.data) return <Skeleton variant="rounded" height={320} />;
  const { items, totalItems } = moves.data.channelMoves;
  const current = now.data.channel.bundle?.sha256;
  const currentMove = items.find((move) => move.to.sha256 === current)?.id;
  if (items.length === 0) {
    return (
      <Sheet>
        <EmptyState title={t('release.history.empty')} hint={t('release.history.emptyHint')} action={<Button component={Link} to={`/release?channel=${channel}`} variant="contained">{t('release.history.toPending')}</Button>} />
      </Sheet>
    );
  }
  return (
    <Sheet label={t('release.history.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, px: 4, py: 3 }}>
        {items.map((move, index) => (
          <MoveRow key={move.id} move={move} isCurrent={move.id === currentMove} isLast={index === items.length - 1} {...(can('release.publish') && move.to.sha256 !== current && { onRollBack: () => setTarget(move) })} />
        ))}
      </Box>
      {totalItems > items.length && (
        <Box sx={{ p: 2, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button variant="text" onClick={() => setTake(take + pageSize)}>
            {t('shared.more')}
          </Button>
        </Box>
      )}
      {target && <RollBackDialog channel={channel} to={target.to.sha256} n={target.to.n} onClose={() => setTarget(null)} />}
    </Sheet>
  );
};

export default HistoryPage;
