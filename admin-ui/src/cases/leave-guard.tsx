import Typography from '@mui/material/Typography';
import { type FC, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '../shared/confirm-dialog.js';

/** Asks before entries that were not sent are lost. */
export const LeaveGuard: FC<{ isActive: boolean }> = ({ isActive }) => {
  const t = useTranslate();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isActive && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!isActive) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isActive]);
  return (
    <ConfirmDialog open={blocker.state === 'blocked'} title={t('cases.leaveTitle')} action={t('shared.leave.leave')} danger onConfirm={() => blocker.proceed?.()} onClose={() => blocker.reset?.()}>
      <Typography>{t('cases.leaveHint')}</Typography>
    </ConfirmDialog>
  );
};
