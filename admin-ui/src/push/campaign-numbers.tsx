import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatNumber } from '../shared/stat-number.js';
import type { Campaign } from './push.js';

const share = (part: number, whole: number) => (whole > 0 ? `${Math.round((part / whole) * 100)}%` : '');

/** Before sending, whom it concerns; after it, what became of it. */
export const CampaignNumbers: FC<{ campaign: Campaign }> = ({ campaign: { counts, sentAt, deliveries } }) => {
  const t = useTranslate();
  const { people, fits, unfit, unknown, likely, sent, read, optedOut, skippedOptedOut, skippedCapped, skippedTold } = counts;
  const outside = (state: string) => deliveries.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0);
  return (
    <Box sx={{ display: 'grid', gap: 3, mb: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' }}>
      <StatNumber value={people} label={t('push.count.people')} />
      <StatNumber value={fits} label={t('push.verdict.fits')} hint={share(fits, people)} />
      <StatNumber value={unknown} label={t('push.verdict.unknown')} hint={t('push.count.likely', { n: likely })} />
      <StatNumber value={unfit} label={t('push.verdict.unfit')} hint={share(unfit, people)} />
      {sentAt && (
        <>
          <StatNumber value={sent} label={t('push.count.sent')} />
          <StatNumber value={read} label={t('push.count.read')} hint={share(read, sent)} />
          <StatNumber value={skippedOptedOut + skippedCapped + skippedTold} label={t('push.count.skipped')} hint={t('push.count.skippedHint', { optedOut: skippedOptedOut, capped: skippedCapped, told: skippedTold })} />
          <StatNumber value={optedOut} label={t('push.count.optedOut')} hint={share(optedOut, sent)} {...(optedOut > 0 && { tone: 'notice' as const })} />
          {deliveries.length > 0 && <StatNumber value={outside('DELIVERED')} label={t('push.count.delivered')} hint={t('push.count.deliveredHint', { waiting: outside('PENDING') + outside('SENDING'), failed: outside('FAILED') })} to="/push/deliveries" {...(outside('FAILED') > 0 && { tone: 'bad' as const })} />}
        </>
      )}
    </Box>
  );
};
