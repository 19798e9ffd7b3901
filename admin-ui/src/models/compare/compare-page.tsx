import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useIntentLabels, useSlotLabels } from '../../corpus/labels/use-labels.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { BackLink } from '../../shared/back-link.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatShare } from '../../shared/format.js';
import { Page, Sheet } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { StatNumber } from '../../shared/stat-number.js';
import { compareModelsDocument, type ModelComparison, tallyOf } from './comparison.js';
import { ComparisonTable } from './comparison-table.js';
import { signedPoints } from './signed-points.js';

/** What version b does better or worse than a, label by label, in words first. */
const ComparePage: FC = () => {
  const t = useTranslate();
  const [query] = useSearchParams();
  const [a, b] = [query.get('a') ?? '', query.get('b') ?? ''];
  const { titleOf: intentTitle } = useIntentLabels();
  const { titleOf: slotTitle } = useSlotLabels();
  const { data, error, isPending, refetch } = useGraphql<{ compareModels: ModelComparison }>(compareModelsDocument, { a, b });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <PageLoading />;
  const comparison = data.compareModels;
  const { accuracy, macroF1, slotF1, lost, gained, isSameTest } = comparison;
  const versions = { a: comparison.a.n, b: comparison.b.n };
  const tally = tallyOf(comparison.intents);
  const finding = tally.better + tally.worse === 0 ? t('models.compare.equal', versions) : t('models.compare.finding', { ...versions, ...tally });
  const names = (keys: string[], titleOf: (key: string) => string) => keys.map(titleOf).join(t('shared.separator'));
  return (
    <Page width="full">
      <PageHead
        back={<BackLink to="/models" label={t('models.title')} />}
        title={t('models.compare.title', versions)}
        actions={
          <>
            <Button variant="outlined" startIcon={<SwapHoriz fontSize="small" />} component={Link} to={`/models/compare?a=${b}&b=${a}`}>
              {t('models.compare.swap')}
            </Button>
            <Button variant="outlined" component={Link} to={`/models/${b}`}>
              {t('models.versionTitle', { n: versions.b })}
            </Button>
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 4 }}>
        {!isSameTest && <Alert severity="warning">{t('models.compare.otherTest')}</Alert>}
        {lost.intents.length + lost.slots.length > 0 && <Alert severity="error">{t('models.compare.lost', { ...versions, labels: [names(lost.intents, intentTitle), names(lost.slots, slotTitle)].filter(Boolean).join(t('shared.separator')) })}</Alert>}
        {gained.intents.length + gained.slots.length > 0 && <Alert severity="info">{t('models.compare.gained', { ...versions, labels: [names(gained.intents, intentTitle), names(gained.slots, slotTitle)].filter(Boolean).join(t('shared.separator')) })}</Alert>}
        <Sheet label={finding} sx={{ p: 4 }}>
          <Typography variant="h2">{finding}</Typography>
          <Typography color="text.secondary">{tally.clear > 0 ? t('models.compare.clear', { smart_count: tally.clear }) : t('models.compare.unclear')}</Typography>
          <Box sx={{ display: 'grid', gap: 3, mt: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(250px, 1fr))' }}>
            <StatNumber value={`${formatShare(accuracy.a.value)} → ${formatShare(accuracy.b.value)}`} label={t('models.accuracy')} hint={`${signedPoints(accuracy.difference, t)} · ${t('models.compare.interval', { from: formatShare(accuracy.b.interval[0]), to: formatShare(accuracy.b.interval[1]) })}`} />
            <StatNumber value={`${formatShare(macroF1.a)} → ${formatShare(macroF1.b)}`} label={t('models.macroF1')} hint={signedPoints(macroF1.difference, t)} />
            {slotF1.a !== null && slotF1.b !== null && <StatNumber value={`${formatShare(slotF1.a)} → ${formatShare(slotF1.b)}`} label={t('models.slotF1')} hint={signedPoints(slotF1.b - slotF1.a, t)} />}
          </Box>
        </Sheet>
        <ComparisonTable title={t('models.compare.perIntent')} labels={comparison.intents} titleOf={intentTitle} versions={versions} />
        {comparison.slots.length > 0 && <ComparisonTable title={t('models.compare.perSlot')} labels={comparison.slots} titleOf={slotTitle} versions={versions} />}
      </Box>
    </Page>
  );
};

export default ComparePage;
