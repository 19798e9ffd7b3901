import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Waited } from '../cases/state-chips.js';
import { EmptyState } from '../shared/empty-state.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import type { DeskMode, DeskRow } from './desk.js';

const tones: Record<DeskMode, 'info' | 'notice' | 'good' | 'quiet'> = { ASSISTANT: 'info', WAITING: 'notice', CLERK: 'good', ENDED: 'quiet' };

export const ModeChip: FC<{ mode: DeskMode }> = ({ mode }) => {
  const t = useTranslate();
  return <StatusChip tone={tones[mode]} label={t(`desk.mode.${mode}`)} />;
};

interface DeskListProps {
  rows: readonly DeskRow[];
  /** The one that is open, or that the keys are at. */
  current: string | null;
  onOpen: (id: string) => void;
  onClaim: (id: string) => void;
  isBusy: boolean;
}

/** Conversations, one a row: who, about what, since when, the last words. */
export const DeskList: FC<DeskListProps> = ({ rows, current, onOpen, onClaim, isBusy }) => {
  const t = useTranslate();
  if (rows.length === 0) return <EmptyState dense title={t('desk.empty')} hint={t('desk.emptyHint')} />;
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: { md: 'calc(100vh - 260px)' }, overflow: 'auto' }}>
        {rows.map(({ id, mode, service, applicantName, reason, waitingSince, clerk, lastText, lastAt, isPreview }) => (
          <Box component="li" key={id} sx={{ borderBottom: 1, borderColor: 'divider', boxShadow: id === current ? (theme) => `inset 3px 0 ${theme.palette.primary.main}` : 'none', bgcolor: id === current ? 'action.hover' : undefined, display: 'flex', alignItems: 'center' }}>
            <ButtonBase onClick={() => onOpen(id)} aria-current={id === current} sx={{ flex: 1, minWidth: 0, display: 'block', textAlign: 'left', px: 3, py: 2 }}>
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <Typography noWrap sx={{ flex: 1, fontWeight: 600 }}>
                  {applicantName ?? t('desk.anonymous')}
                </Typography>
                {mode === 'WAITING' && waitingSince ? <Waited since={waitingSince} /> : <RelativeTime at={lastAt} />}
              </Box>
              <Typography variant="caption" color="text.secondary" component="div" noWrap>
                {[isPreview && t('desk.preview'), service?.title, reason && t(`desk.reason.${reason}`), clerk?.name].filter(Boolean).join(' · ')}
              </Typography>
              <Typography noWrap color="text.secondary">
                {lastText}
              </Typography>
              {mode !== 'WAITING' && <ModeChip mode={mode} />}
            </ButtonBase>
            {mode === 'WAITING' && (
              <Button variant="outlined" disabled={isBusy} onClick={() => onClaim(id)} sx={{ mr: 3 }}>
                {t('desk.claim')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 3, py: 2, display: { xs: 'none', md: 'block' } }}>
        {t('desk.keys')}
      </Typography>
    </>
  );
};
