import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../../shared/status-chip.js';
import type { HallCase } from '../hall.js';

/** How an application stands, in the applicant's words. */
export const CaseStateChip: FC<{ found: HallCase }> = ({ found }) => {
  const t = useTranslate();
  if (found.state === 'CANCELLED') return <StatusChip tone="quiet" label={t('preview.step.cancelled')} />;
  if (found.state !== 'COMPLETED') return <StatusChip tone="info" label={t('preview.running')} />;
  return <StatusChip tone={found.result === 'granted' ? 'good' : found.result === null ? 'info' : 'notice'} label={found.result ? t(`preview.result.${found.result}`) : t('preview.step.ended')} />;
};
