import { useTheme } from '@mui/material/styles';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { formatShare } from '../../shared/format.js';
import type { LabelResult } from './comparison.js';

const width = 200;
const height = 26;
const x = (share: number) => 4 + share * (width - 8);

/** The share of each version's right answers with its 95 % interval, on a scale from 0 to 100 %; a above, b below. */
export const IntervalPlot: FC<{ a: LabelResult | null; b: LabelResult | null; label: string }> = ({ a, b, label }) => {
  const t = useTranslate();
  const { palette } = useTheme();
  const rows: [LabelResult | null, number, string][] = [
    [a, 8, palette.text.secondary],
    [b, 18, palette.primary.main],
  ];
  const words = ([a, b] as const).map((result) => (result ? t('models.compare.intervalOf', { share: formatShare(result.recall), from: formatShare(result.interval[0]), to: formatShare(result.interval[1]) }) : '—')).join(' → ');
  return (
    <svg width={width} height={height} role="img" aria-label={`${label}: ${words}`} style={{ display: 'block' }}>
      <title>{words}</title>
      <line x1={x(0)} x2={x(1)} y1={height - 0.5} y2={height - 0.5} stroke={palette.divider} />
      {rows.map(
        ([result, y, colour]) =>
          result && (
            <g key={y} stroke={colour} fill={colour}>
              <line x1={x(result.interval[0])} x2={x(result.interval[1])} y1={y} y2={y} strokeWidth={2} />
              {y === 8 ? <circle cx={x(result.recall)} cy={y} r={3.5} fill={palette.background.paper} strokeWidth={2} /> : <circle cx={x(result.recall)} cy={y} r={4} />}
            </g>
          ),
      )}
    </svg>
  );
};
