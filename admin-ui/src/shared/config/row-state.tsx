import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../status-chip.js';

/** State of an item in a list: in the hall or not, changed since or not, and errors where the list counts them. */
export const RowState: FC<{ row: { published: boolean; changed: boolean; errors?: number } }> = ({ row: { published, changed, errors = 0 } }) => {
  const t = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1 }}>
      {!published && <StatusChip tone="quiet" label={t('shared.config.notInHall')} />}
      {published && (changed ? <StatusChip tone="notice" label={t('shared.config.hallOlder')} /> : <StatusChip tone="good" label={t('shared.config.hallSame')} />)}
      {errors > 0 && <StatusChip tone="bad" label={t('shared.config.errors', { smart_count: errors })} />}
    </Box>
  );
};
