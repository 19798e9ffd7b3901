import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '../../shared/format.js';
import { figureNames, type Series } from './curve.js';

interface ChartProps {
  title: string;
  rows: Record<string, number>[];
  x: 'step' | 'epoch';
  lines: { key: string; name: string }[];
  format: (value: number) => string;
}

/** One small chart; what it shows is said above it. */
const Chart: FC<ChartProps> = ({ title, rows, x, lines, format }) => {
  const t = useTranslate();
  const { palette, typography } = useTheme();
  const axis = { stroke: palette.text.secondary, fontSize: 12, fontFamily: typography.fontFamily as string, tickLine: false };
  const colours = [palette.primary.main, palette.success.main, palette.warning.main];
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography variant="h3" component="figcaption" sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Box role="img" aria-label={title} sx={{ height: 220 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={rows} margin={{ top: 4, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke={palette.divider} vertical={false} />
            <XAxis dataKey={x} type="number" domain={['dataMin', 'dataMax']} allowDecimals={false} {...axis} />
            <YAxis width={60} domain={[0, 'auto']} tickFormatter={format} {...axis} />
            <Tooltip formatter={(value, name) => [format(Number(value)), name]} labelFormatter={(at) => t(`training.series.${x}`, { n: Number(at) })} contentStyle={{ backgroundColor: palette.background.paper, borderColor: palette.divider, borderRadius: 8, fontSize: 13 }} isAnimationActive={false} />
            {lines.length > 1 && <Legend wrapperStyle={{ fontSize: 12 }} />}
            {lines.map(({ key, name }, at) => (
              <Line key={key} dataKey={key} name={name} stroke={colours[at]!} strokeWidth={2} dot={rows.length < 12} isAnimationActive={false} />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </Box>
    </Box>
  );
};

const plain = (value: number) => String(Number(value.toPrecision(3)));

/** Loss, figures of the validation part and learning rate of a long training, as it goes on. */
export const SeriesPanel: FC<{ series: Series }> = ({ series: { phase, loss, rate, figures } }) => {
  const t = useTranslate();
  const name = t(`training.phase.${phase}`);
  const best = figures.reduce((max, { macroF1, slotF1 }) => Math.max(max, macroF1 ?? slotF1 ?? 0), 0);
  const drawn = figureNames.filter((key) => figures.some((row) => key in row));
  return (
    <Box sx={{ display: 'grid', gap: 4, p: 4, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(3, minmax(0,1fr))' } }}>
      <Chart title={loss.length > 0 ? t('training.series.loss', { phase: name, value: plain(loss.at(-1)!.loss) }) : t('training.series.noLoss', { phase: name })} rows={loss} x="step" lines={[{ key: 'loss', name: t('training.curve.loss') }]} format={plain} />
      <Chart title={figures.length > 0 ? t('training.series.figures', { phase: name, value: formatShare(best) }) : t('training.series.noFigures')} rows={figures} x="epoch" lines={drawn.map((key) => ({ key, name: t(`models.${key}`) }))} format={formatShare} />
      <Chart title={t('training.series.rate')} rows={rate} x="step" lines={[{ key: 'rate', name: t('training.series.rate') }]} format={(value) => value.toExponential(1)} />
    </Box>
  );
};
