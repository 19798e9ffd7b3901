import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Curve } from './curve.js';

const lossText = (loss: number) => (loss >= 0.01 ? loss.toFixed(3) : loss.toExponential(1));

/** The fits of one phase over their epochs: the last one is the model's, those before tried settings. */
export const CurveChart: FC<{ phase: string; curves: readonly Curve[] }> = ({ phase, curves }) => {
  const t = useTranslate();
  const { palette, typography } = useTheme();
  const last = curves.at(-1)!;
  const [from, to] = [last.points[0]!.loss, last.points.at(-1)!.loss];
  const finding = last.points.length > 1 ? t('training.curve.finding', { phase: t(`training.phase.${phase}`), from: lossText(from), to: lossText(to), epochs: last.points.length }) : t('training.curve.begun', { phase: t(`training.phase.${phase}`) });
  const epochs = [...new Set(curves.flatMap(({ points }) => points.map(({ epoch }) => epoch)))].sort((a, b) => a - b);
  const rows = epochs.map((epoch) => ({ epoch, ...Object.fromEntries(curves.map(({ id, points }) => [id, points.find((point) => point.epoch === epoch)?.loss])) }));
  const axis = { stroke: palette.text.secondary, fontSize: 12, fontFamily: typography.fontFamily as string, tickLine: false };
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography variant="h3" component="figcaption">
        {finding}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ m: 0, mb: 2 }}>
        {t('training.curve.axes')}
        {curves.length > 1 && ` ${t('training.curve.tries', { smart_count: curves.length - 1 })}`}
      </Typography>
      <Box role="img" aria-label={finding} sx={{ height: 220 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={rows} margin={{ top: 4, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke={palette.divider} vertical={false} />
            <XAxis dataKey="epoch" type="number" domain={['dataMin', 'dataMax']} allowDecimals={false} {...axis} />
            <YAxis width={52} domain={[0, 'auto']} tickFormatter={(value: number) => String(Number(value.toPrecision(2)))} {...axis} />
            <Tooltip
              formatter={(value, name) => [lossText(Number(value)), name]}
              labelFormatter={(epoch) => t('training.curve.epoch', { n: Number(epoch) })}
              contentStyle={{ backgroundColor: palette.background.paper, borderColor: palette.divider, borderRadius: 8, fontSize: 13 }}
              isAnimationActive={false}
            />
            {curves.map((curve) => (
              <Line
                key={curve.id}
                dataKey={curve.id}
                name={curve.strength === null ? t(`training.phase.${phase}`) : t('training.curve.strength', { strength: curve.strength })}
                stroke={curve === last ? palette.primary.main : palette.text.secondary}
                strokeOpacity={curve === last ? 1 : 0.45}
                strokeWidth={curve === last ? 2.5 : 1}
                dot={curve.points.length === 1}
                connectNulls
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </Box>
    </Box>
  );
};
