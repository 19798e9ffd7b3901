import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../shared/status-chip.js';
import { isLocked, type User } from './user.js';

/** Whether a person can sign in, and if not, why. */
export const UserState: FC<{ user: User }> = ({ user }) => {
  const t = useTranslate();
  if (user.isDisabled) return <StatusChip tone="quiet" label={t('users.isDisabled')} />;
  if (isLocked(user)) return <StatusChip tone="bad" label={t('users.isLocked')} />;
  if (user.mustChangePassword) return <StatusChip tone="notice" label={t('users.isNew')} />;
  return <StatusChip tone="good" label={t('users.isActive')} />;
};
