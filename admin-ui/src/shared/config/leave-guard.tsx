import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';
import Typography from '@mui/material/Typography';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { ConfirmDialog } from '../confirm-dialog.js';

/**
 * Leaving is free while saving works, because leaving saves. It asks only where the server would not take the change.
 */
export const LeaveGuard: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const cannotSave = edited.isDirty && (edited.status === 'refused' || edited.status === 'conflict' || edited.status === 'offline');
  const blocker = useBlocker(({ currentLocation, nextLocation }) => cannotSave && currentLocation.pathname !== nextLocation.pathname);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog open title={t('shared.leave.title')} action={t('shared.leave.leave')} onConfirm={() => blocker.proceed()} onClose={() => blocker.reset()}>
      <Typography>{t('shared.leave.hint')}</Typography>
    </ConfirmDialog>
  );
};
