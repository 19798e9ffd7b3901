import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import { useMe } from '../providers/use-me.js';
import { useGraphql, useSubscription } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { StatusChip } from '../shared/status-chip.js';
import { AnswerBar } from './answer-bar.js';
import { deskChangedDocument, deskConversationDocument, type DeskConversation } from './desk.js';
import { ModeChip } from './desk-list.js';
import { FieldTable } from './field-table.js';
import { TurnList } from './turn-list.js';

const refreshMs = 10_000;

/** One conversation with everything in it: why a person is needed, what was said, what is filled; and the answer below. */
export const ConversationPanel: FC<{ id: string; onClaim: () => void; onClose: () => void }> = ({ id, onClaim, onClose }) => {
  const t = useTranslate();
  const me = useMe();
  const query = useGraphql<{ deskConversation: DeskConversation }>(deskConversationDocument, { id }, { refetchInterval: refreshMs });
  useSubscription<{ deskChanged: { id: string } }>(deskChangedDocument, {}, ({ deskChanged }) => deskChanged.id === id && void query.refetch());
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  const found = query.data.deskConversation;
  const isMine = found.mode === 'CLERK' && found.clerk?.id === me?.id;
  return (
    <Sheet label={t('desk.conversation')} sx={{ display: 'flex', flexDirection: 'column', height: { md: 'calc(100vh - 170px)' }, minHeight: 460 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
        <Button variant="text" onClick={onClose} sx={{ display: { md: 'none' } }}>
          {t('desk.back')}
        </Button>
        <Typography variant="h2">{found.applicantName ?? t('desk.anonymous')}</Typography>
        {found.service && <Typography color="text.secondary">{found.service.title}</Typography>}
        <Box sx={{ flex: 1 }} />
        {found.reason && <StatusChip tone="notice" label={t(`desk.reason.${found.reason}`)} />}
        <ModeChip mode={found.mode} />
      </Box>
      {found.note && (
        <Typography sx={{ px: 4, py: 2, bgcolor: 'primary.light' }}>
          {t('desk.note')}: {found.note}
        </Typography>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' }, overflow: { xs: 'auto', lg: 'hidden' } }}>
        <TurnList turns={found.turns} />
        <Box sx={{ overflow: 'auto', p: 4, borderLeft: { lg: 1 }, borderTop: { xs: 1, lg: 0 }, borderColor: { xs: 'divider', lg: 'divider' } }}>
          <FieldTable rows={found.fields} />
        </Box>
      </Box>
      {isMine ? (
        <AnswerBar id={id} />
      ) : (
        found.mode === 'WAITING' && (
          <Box sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
            <Button variant="contained" onClick={onClaim}>
              {t('desk.claim')}
            </Button>
          </Box>
        )
      )}
    </Sheet>
  );
};
