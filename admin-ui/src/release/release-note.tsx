import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { obstacleOf } from './selection.js';

interface ReleaseNoteProps {
  note: string;
  reason: string;
  onNote: (text: string) => void;
  onReason: (text: string) => void;
  /** Warnings ask for a reason. */
  warnings: number;
  obstacle: ReturnType<typeof obstacleOf>;
  label: string;
  onPress: () => void;
}

/** What the release is about, why it may go out in spite of warnings, and the button. */
export const ReleaseNote: FC<ReleaseNoteProps> = ({ note, reason, onNote, onReason, warnings, obstacle, label, onPress }) => {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, p: 4, borderTop: 1, borderColor: 'divider' }}>
      <TextField fullWidth multiline minRows={2} maxRows={6} margin="none" label={t('release.note')} placeholder={t('release.noteHint')} value={note} onChange={(event) => onNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {warnings > 0 && (
        <TextField fullWidth multiline maxRows={4} margin="none" label={t('release.reason', { smart_count: warnings })} value={reason} onChange={(event) => onReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        {obstacle && (
          <Typography variant="caption" color="text.secondary" aria-live="polite">
            {t(`release.obstacle.${obstacle}`)}
          </Typography>
        )}
        <Button variant="contained" disabled={obstacle !== null} onClick={onPress}>
          {label}
        </Button>
      </Box>
    </Box>
  );
};
