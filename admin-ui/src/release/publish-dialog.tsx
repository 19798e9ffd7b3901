import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { ChangeMark } from './change-mark.js';
import type { ChannelName, PlannedItem } from './release.js';
import { groupByKind, idOf } from './selection.js';

interface PublishDialogProps {
  channel: ChannelName;
  items: readonly PlannedItem[];
  warnings: number;
  asks: boolean;
  action: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says once more what will be touched. */
export const PublishDialog: FC<PublishDialogProps> = ({ channel, items, warnings, asks, action, busy, onConfirm, onClose }) => {
  const t = useTranslate();
  return (
    <ConfirmDialog open title={t(asks ? 'release.confirm.askTitle' : 'release.confirm.title', { channel: t(`release.channels.${channel}`) })} action={action} busy={busy} onConfirm={onConfirm} onClose={onClose}>
      <Typography>{t(asks ? 'release.confirm.ask' : channel === 'hall' ? 'release.confirm.hall' : 'release.confirm.sandbox')}</Typography>
      <Box sx={{ maxHeight: 280, overflow: 'auto', my: 3, border: 1, borderColor: 'divider', borderRadius: 1, px: 3, py: 2 }} tabIndex={0} role="region" aria-label={t('release.changes')}>
        {groupByKind(items).map(({ kind, items: group }) => (
          <Box key={kind} sx={{ mb: 2, '&:last-child': { mb: 0 } }}>
            <Typography variant="caption" color="text.secondary">
              {t(`shared.kind.${kind}`)} · {group.length}
            </Typography>
            {group.map((item) => (
              <Box key={idOf(item)} sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <ChangeMark change={item.change} />
                <Typography noWrap>{item.title}</Typography>
              </Box>
            ))}
          </Box>
        ))}
      </Box>
      {warnings > 0 && <Alert severity="warning">{t('release.confirm.warnings', { smart_count: warnings })}</Alert>}
    </ConfirmDialog>
  );
};
