import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { clockTime } from '../time.js';

/** How far saving is, in words; never only a colour. */
export const SaveState: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const { status, savedAt, item, isReadOnly } = edited;
  const isTrouble = status === 'offline' || status === 'refused' || status === 'conflict';
  const at = clockTime(savedAt ?? new Date(item.draft.at));
  return (
    <Typography role="status" variant="caption" sx={{ color: isTrouble ? 'error.main' : 'text.secondary', whiteSpace: 'nowrap' }}>
      {isReadOnly ? t('shared.save.readOnly') : t(`shared.save.${status}`, { at })}
      {(status === 'offline' || status === 'refused') && (
        <Button variant="text" onClick={edited.retry} sx={{ ml: 1, minHeight: 0, py: 0 }}>
          {t('shared.retry')}
        </Button>
      )}
    </Typography>
  );
};
