import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { utterancesPath } from '../../corpus/utterances-path.js';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatShare } from '../../shared/format.js';

const heldOutDocument = gql`query HeldOutTexts($version: ID!, $intent: String!, $predicted: String!) {
  heldOutTexts(modelVersion: $version, intent: $intent, predicted: $predicted) { items { id text confidence } read }
}`;

interface HeldOut {
  heldOutTexts: { items: { id: string; text: string; confidence: number }[]; read: number };
}

/** The sentences behind a cell, the surest first, each with the way to its place in the corpus. */
export const HeldOutTexts: FC<{ version: string; intent: string; predicted: string }> = ({ version, intent, predicted }) => {
  const t = useTranslate();
  const { data, error, refetch } = useGraphql<HeldOut>(heldOutDocument, { version, intent, predicted });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={96} aria-label={t('shared.loading')} />;
  const { items } = data.heldOutTexts;
  if (items.length === 0) return <Typography color="text.secondary">{t('models.confusion.noTexts')}</Typography>;
  return (
    <Box component="ul" aria-label={t('models.confusion.texts')} sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {items.map(({ id, text, confidence }) => (
        <Box component="li" key={id} sx={{ display: 'flex', gap: 2, px: 2, py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <MuiLink component={Link} to={utterancesPath({ q: text })} sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {text}
          </MuiLink>
          <Typography component="span" variant="caption" color="text.secondary" title={t('models.confusion.confidence')}>
            {formatShare(confidence)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
