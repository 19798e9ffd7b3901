import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Sheet } from '../../shared/page.js';
import type { TrainingPoint } from '../training-job.js';
import { CurveChart } from './curve-chart.js';
import { CurveTable } from './curve-table.js';
import { curvesOf, seriesOf } from './curve.js';
import { SeriesPanel } from './series-panel.js';

const phases = ['intents', 'slots'] as const;

/** The loss of each phase as it falls, live; what the lines show is said above them, and stands in a table behind them. */
export const CurvePanel: FC<{ points: readonly TrainingPoint[]; isBusy: boolean; title?: string }> = ({ points, isBusy, title: given }) => {
  const t = useTranslate();
  const title = given ?? t('training.curve.title');
  const [isTable, setIsTable] = useState(false);
  const tableId = useId();
  const curves = curvesOf(points);
  const series = seriesOf(points);
  return (
    <Sheet label={title}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {curves.length > 0 && (
          <Button variant="text" aria-expanded={isTable} aria-controls={tableId} onClick={() => setIsTable(!isTable)}>
            {t(isTable ? 'training.curve.hideTable' : 'training.curve.showTable')}
          </Button>
        )}
      </Box>
      {series.map((one) => (
        <SeriesPanel key={one.phase} series={one} />
      ))}
      {curves.length === 0 && series.length > 0 ? null : curves.length === 0 ? (
        <Typography color="text.secondary" sx={{ p: 4 }}>
          {t(isBusy ? 'training.curve.waiting' : 'training.curve.none')}
        </Typography>
      ) : (
        <Box sx={{ display: 'grid', gap: 4, p: 4, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: curves.some(({ phase }) => phase === 'slots') ? 'repeat(2, minmax(0,1fr))' : 'minmax(0,1fr)' } }}>
          {phases.map((phase) => {
            const own = curves.filter((curve) => curve.phase === phase);
            return own.length > 0 && <CurveChart key={phase} phase={phase} curves={own} />;
          })}
        </Box>
      )}
      <Box id={tableId}>{isTable && <CurveTable curves={curves} />}</Box>
    </Sheet>
  );
};
