import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useIntentLabels, useSlotLabels } from '../../corpus/labels/use-labels.js';
import { Sheet } from '../../shared/page.js';
import { placeOf } from '../../shared/place.js';
import { ConfusionMatrix } from './confusion-matrix.js';
import { MetricHead } from './metric-head.js';
import { measured, type ModelMetrics, weakest } from './metrics.js';
import { ScoreTable } from './score-table.js';

/** Everything that a version was measured at: in words, per intent, confusions, per slot. `version` is its id. */
export const MetricPanels: FC<{ version: string; metrics: ModelMetrics }> = ({ version, metrics }) => {
  const t = useTranslate();
  const { titleOf: intentTitle } = useIntentLabels();
  const { titleOf: slotTitle } = useSlotLabels();
  const { intent, slots } = metrics;
  const weakIntents = weakest(intent.perIntent).length;
  const weakSlots = weakest(slots?.perSlot ?? []).length;
  const intentFinding = weakIntents > 0 ? t('models.perIntent.weak', { smart_count: weakIntents, total: measured(intent.perIntent).length }) : t('models.perIntent.good', { total: measured(intent.perIntent).length });
  const slotFinding = slots && (weakSlots > 0 ? t('models.perSlot.weak', { smart_count: weakSlots, total: slots.perSlot.length }) : t('models.perSlot.good', { total: slots.perSlot.length }));
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <MetricHead metrics={metrics} titleOf={intentTitle} />
      <Sheet label={intentFinding}>
        <Head title={intentFinding} hint={t('models.perIntent.hint')} />
        <ScoreTable label={intentFinding} scores={intent.perIntent} titleOf={intentTitle} pathOf={(key) => placeOf('intent', key)} />
      </Sheet>
      {intent.confusion.keys.length > 0 && <ConfusionMatrix version={version} confusion={intent.confusion} titleOf={intentTitle} />}
      {slots && slotFinding && (
        <Sheet label={slotFinding}>
          <Head title={slotFinding} hint={t('models.perSlot.hint')} />
          <ScoreTable label={slotFinding} scores={slots.perSlot} titleOf={slotTitle} pathOf={(key) => placeOf('slot', key)} />
        </Sheet>
      )}
    </Box>
  );
};

const Head: FC<{ title: string; hint: string }> = ({ title, hint }) => (
  <Box sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
    <Typography variant="h2">{title}</Typography>
    <Typography color="text.secondary">{hint}</Typography>
  </Box>
);
