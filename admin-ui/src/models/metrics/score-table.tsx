import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FewTests, hasEnoughTests } from '../../shared/few-tests.js';
import { formatCount, formatShare } from '../../shared/format.js';
import { StatusChip } from '../../shared/status-chip.js';
import { goodF1, type LabelScore, weakF1 } from './metrics.js';

const columns = ['f1', 'precision', 'recall', 'support'] as const;
type Column = (typeof columns)[number];

interface ScoreTableProps {
  label: string;
  scores: readonly LabelScore[];
  titleOf: (key: string) => string;
  /** Where a label's own page is. */
  pathOf: (key: string) => string;
}

/** How well each label is understood; the weakest first until another order is chosen. */
export const ScoreTable: FC<ScoreTableProps> = ({ label, scores, titleOf, pathOf }) => {
  const t = useTranslate();
  const [sort, setSort] = useState<{ column: Column; order: 'asc' | 'desc' }>({ column: 'f1', order: 'asc' });
  // What was hardly measured has no place in an order by scores.
  const isRanked = ({ support }: LabelScore) => sort.column === 'support' || hasEnoughTests(support);
  const rows = [...scores].sort((a, b) => Number(isRanked(b)) - Number(isRanked(a)) || (sort.order === 'asc' ? 1 : -1) * (a[sort.column] - b[sort.column]) || (a.key < b.key ? -1 : 1));
  return (
    <Box sx={{ overflow: 'auto', maxHeight: 520 }} tabIndex={0} role="group" aria-label={label}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{t('models.score.label')}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} align="right" sortDirection={sort.column === column ? sort.order : false}>
                <TableSortLabel active={sort.column === column} direction={sort.column === column ? sort.order : 'asc'} onClick={() => setSort({ column, order: sort.column === column && sort.order === 'asc' ? 'desc' : 'asc' })}>
                  {t(`models.score.${column}`)}
                </TableSortLabel>
              </TableCell>
            ))}
            <TableCell>{t('models.score.verdict')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, support, ...values }) => (
            <TableRow key={key}>
              <TableCell component="th" scope="row">
                <Box component={Link} to={pathOf(key)} sx={{ color: 'primary.main', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}>
                  {titleOf(key)}
                </Box>
              </TableCell>
              {(['f1', 'precision', 'recall'] as const).map((column) => (
                <TableCell key={column} align="right">
                  {hasEnoughTests(support) ? formatShare(values[column]) : '—'}
                </TableCell>
              ))}
              <TableCell align="right">{formatCount(support)}</TableCell>
              <TableCell>
                {support === 0 ? <StatusChip tone="quiet" label={t('models.verdict.untested')} /> : !hasEnoughTests(support) ? <FewTests support={support} /> : values.f1 < weakF1 ? <StatusChip tone="bad" label={t('models.verdict.weak')} /> : values.f1 < goodF1 ? <StatusChip tone="notice" label={t('models.verdict.fair')} /> : <StatusChip tone="good" label={t('models.verdict.good')} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
