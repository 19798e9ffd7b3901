import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { hasPage } from '../areas.js';

const document = gql`query PendingSummary { pendingSummary { channel bundleN pending blocking } }`;
interface Answer {
  pendingSummary: { channel: string; bundleN: number | null; pending: number; blocking: number } | null;
}

/** What the hall shows now and what waits to go there; opens 待发布. */
export const ChannelPill: FC = () => {
  const t = useTranslate();
  const isAllowed = useCan().can('release.read');
  const summary = useGraphql<Answer>(document, {}, { enabled: isAllowed, refetchInterval: 30_000 }).data?.pendingSummary;
  if (!isAllowed || !summary) return null;
  const { bundleN, pending, blocking } = summary;
  const target = hasPage('/release') ? { component: Link, to: '/release' } : { disabled: true };
  return (
    <ButtonBase
      {...target}
      aria-label={t('app.channel.open')}
      sx={{ display: { xs: 'none', sm: 'flex' }, height: 28, px: 3, gap: 1.5, borderRadius: 14, border: 1, borderColor: blocking > 0 ? 'error.main' : 'divider', fontSize: 13, whiteSpace: 'nowrap', '&:hover': { bgcolor: 'action.hover' } }}
    >
      <Box sx={{ width: 8, height: 8, borderRadius: 4, bgcolor: bundleN ? 'success.main' : 'text.secondary' }} />
      <b>{bundleN ? t('app.channel.pill', { n: bundleN }) : t('app.channel.empty')}</b>
      <Box component="span" sx={{ color: pending > 0 ? 'primary.main' : 'text.secondary' }}>
        · {t('app.channel.pending', { smart_count: pending })}
      </Box>
      <Box component="span" sx={{ color: blocking > 0 ? 'error.main' : 'text.secondary' }}>
        · {t('app.channel.blocking', { smart_count: blocking })}
      </Box>
    </ButtonBase>
  );
};
