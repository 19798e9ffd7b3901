import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { FewTests, hasEnoughTests } from '../../shared/few-tests.js';
import { formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { StatusChip } from '../../shared/status-chip.js';
import { byChange, type LabelComparison, type LabelResult } from './comparison.js';
import { IntervalPlot } from './interval-plot.js';
import { signedPoints } from './signed-points.js';

interface ComparisonTableProps {
  title: string;
  labels: readonly LabelComparison[];
  titleOf: (key: string) => string;
  versions: { a: number; b: number };
}

/** Label by label: F1 of both, the difference, and the intervals of both drawn on one scale. */
export const ComparisonTable: FC<ComparisonTableProps> = ({ title, labels, titleOf, versions }) => {
  const t = useTranslate();
  const f1 = (result: LabelResult | null) => (result === null ? '—' : hasEnoughTests(result.support) ? formatShare(result.f1) : <FewTests support={result.support} />);
  const met = (result: LabelResult | null) => (result ? `${result.correct}/${result.support}` : '—');
  const isHardlyMeasured = ({ a, b }: LabelComparison) => [a, b].some((result) => result !== null && !hasEnoughTests(result.support));
  const verdict = (label: LabelComparison) => {
    const { difference, isClear } = label;
    if (difference === null || isHardlyMeasured(label)) return <StatusChip tone="quiet" label={t('models.compare.notComparable')} />;
    if (Math.abs(difference) <= 0.005) return <StatusChip tone="quiet" label={t('models.compare.same')} />;
    const word = t(`models.compare.${difference > 0 ? 'better' : 'worse'}`);
    return <StatusChip tone={difference > 0 ? 'good' : isClear ? 'bad' : 'notice'} label={isClear ? word : t('models.compare.maybe', { verdict: word })} />;
  };
  return (
    <Sheet label={title}>
      <Box sx={{ px: 4, py: 3 }}>
        <Typography variant="h2">{title}</Typography>
        <Typography color="text.secondary">{t('models.compare.tableHint', versions)}</Typography>
      </Box>
      <Box sx={{ overflow: 'auto', borderTop: 1, borderColor: 'divider' }} tabIndex={0} role="group" aria-label={title}>
        <Table size="small" sx={{ '& td, & tbody th': { whiteSpace: 'nowrap' } }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('models.score.label')}</TableCell>
              <TableCell align="right">{t('models.compare.f1Of', { n: versions.a })}</TableCell>
              <TableCell align="right">{t('models.compare.f1Of', { n: versions.b })}</TableCell>
              <TableCell align="right">{t('models.compare.difference')}</TableCell>
              <TableCell>{t('models.compare.verdict')}</TableCell>
              <TableCell align="right">{t('models.compare.met', versions)}</TableCell>
              <TableCell sx={{ minWidth: 220 }}>{t('models.compare.intervals')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {byChange(labels).map((label) => (
              <TableRow key={label.key}>
                <TableCell component="th" scope="row">
                  {titleOf(label.key)}
                </TableCell>
                <TableCell align="right">{f1(label.a)}</TableCell>
                <TableCell align="right">{f1(label.b)}</TableCell>
                <TableCell align="right">{label.difference === null || isHardlyMeasured(label) ? '—' : signedPoints(label.difference, t)}</TableCell>
                <TableCell>{verdict(label)}</TableCell>
                <TableCell align="right">
                  {met(label.a)} → {met(label.b)}
                </TableCell>
                <TableCell>
                  <IntervalPlot a={label.a} b={label.b} label={titleOf(label.key)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  );
};
