import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useIntentLabels } from '../../corpus/labels/use-labels.js';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { hasEnoughTests } from '../../shared/few-tests.js';
import { formatShare } from '../../shared/format.js';
import { placeOf } from '../../shared/place.js';
import { Score } from '../health-cells.js';
import { type Confusion, type IntentMetrics, performanceOf } from './intent-performance.js';

const latestModelDocument = gql`query LatestModel { modelVersions(skip: 0, take: 1, sort: { field: "n", order: DESC }) { items { id n metrics } totalItems } }`;

/** How the newest model does with the intent, and what it is confused with. */
export const PerformancePanel: FC<{ intent: string }> = ({ intent }) => {
  const t = useTranslate();
  const { data, error, isPending, refetch } = useGraphql<{ modelVersions: { items: { n: number; metrics: { intent: IntentMetrics } }[] } }>(latestModelDocument);
  const { titleOf } = useIntentLabels();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rounded" height={80} />;
  const model = data.modelVersions.items[0];
  const performance = model && performanceOf(model.metrics.intent, intent);
  if (!performance) return <Typography color="text.secondary">{t(model ? 'intents.performance.unknown' : 'intents.performance.noModel')}</Typography>;
  const { f1, precision, recall, support, takenFor, takes } = performance;
  return (
    <>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mb: 1 }}>
        {t('intents.performance.model', { n: model.n, support })}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 4, rowGap: 1, m: 0, '& dt': { color: 'text.secondary' }, '& dd': { m: 0 } }}>
        <dt>F1</dt>
        <dd>
          <Score f1={f1} support={support} />
        </dd>
        <dt>{t('intents.performance.precision')}</dt>
        <dd>{hasEnoughTests(support) ? formatShare(precision) : '—'}</dd>
        <dt>{t('intents.performance.recall')}</dt>
        <dd>{hasEnoughTests(support) ? formatShare(recall) : '—'}</dd>
      </Box>
      <Confusions title={t('intents.performance.takenFor')} none={t('intents.performance.noConfusion')} confusions={takenFor} titleOf={titleOf} />
      <Confusions title={t('intents.performance.takes')} none={t('intents.performance.noConfusion')} confusions={takes} titleOf={titleOf} />
    </>
  );
};

const Confusions: FC<{ title: string; none: string; confusions: Confusion[]; titleOf: (key: string) => string }> = ({ title, none, confusions, titleOf }) => (
  <Box sx={{ mt: 4 }}>
    <Typography variant="h3" component="h2">
      {title}
    </Typography>
    {confusions.length === 0 && <Typography color="text.secondary">{none}</Typography>}
    {confusions.map(({ intent, count }) => (
      <Box key={intent} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.5 }}>
        <MuiLink component={Link} to={placeOf('intent', intent)}>
          {titleOf(intent)}
        </MuiLink>
        <span>{count}</span>
      </Box>
    ))}
  </Box>
);
