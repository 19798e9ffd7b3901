import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { formatCount, formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { StatNumber } from '../../shared/stat-number.js';
import { type ModelMetrics, weakest } from './metrics.js';

/** What the numbers of a version mean, first in a sentence, then as figures. */
export const MetricHead: FC<{ metrics: ModelMetrics; titleOf: (key: string) => string }> = ({ metrics, titleOf }) => {
  const t = useTranslate();
  const { intent, slots, outOfScope, sizes, calibration } = metrics;
  const weak = weakest(intent.perIntent);
  const finding =
    sizes.test === 0
      ? t('models.headline.untested')
      : `${t('models.headline.accuracy', { right: Math.round(intent.accuracy * 100), test: formatCount(sizes.test) })}${weak[0] ? t('models.headline.weakest', { title: titleOf(weak[0].key), f1: formatShare(weak[0].f1), smart_count: weak.length }) : t('models.headline.allGood')}`;
  return (
    <Sheet label={t('models.headline.label')} sx={{ p: 4 }}>
      <Typography variant="h2">{finding}</Typography>
      <Box sx={{ display: 'grid', gap: 3, mt: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
        <StatNumber value={formatShare(intent.accuracy)} label={t('models.accuracy')} hint={t('models.headline.accuracyHint')} />
        <StatNumber value={formatShare(intent.macroF1)} label={t('models.macroF1')} hint={t('models.headline.macroF1Hint')} />
        <StatNumber value={slots ? formatShare(slots.microF1) : null} label={t('models.slotF1')} hint={t(slots ? 'models.headline.slotF1Hint' : 'models.headline.noSlots')} />
        <StatNumber
          value={outOfScope ? formatShare(outOfScope.recall) : null}
          label={t('models.headline.outOfScope')}
          hint={outOfScope ? t('models.headline.outOfScopeHint', { precision: formatShare(outOfScope.precision), support: outOfScope.support }) : t('models.headline.noOutOfScope')}
        />
        <StatNumber value={t('models.headline.points', { points: (intent.ece * 100).toFixed(1) })} label={t('models.headline.calibration')} hint={t('models.headline.calibrationHint', { temperature: calibration.temperature.toFixed(2) })} />
      </Box>
    </Sheet>
  );
};
