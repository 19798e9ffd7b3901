import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { formatBytes, formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import type { TrainingResult } from '../training-job.js';

const none = '—';
const share = (value: number | null) => (value === null ? none : formatShare(value));
const milliseconds = (value: number | null) => (value === null ? none : `${value.toFixed(2)} ms`);

/** The model and its smaller forms side by side: how good, how large, how fast. */
export const VariantTable: FC<{ results: readonly TrainingResult[] }> = ({ results }) => {
  const t = useTranslate();
  const original = results.find(({ variant }) => variant === null);
  const change = ({ variant, accuracy }: TrainingResult) => (variant === null || accuracy === null || original?.accuracy == null ? '' : ` (${accuracy >= original.accuracy ? '+' : '−'}${formatShare(Math.abs(accuracy - original.accuracy))})`);
  const columns = ['models.accuracy', 'models.macroF1', 'models.slotF1', 'training.variant.size', 'training.variant.latency1', 'training.variant.latency8', 'training.model'];
  return (
    <Sheet label={t('training.variant.title')}>
      <Typography variant="h2" sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
        {t('training.variant.title')}
      </Typography>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('training.variant.name')}</TableCell>
              {columns.map((label) => (
                <TableCell key={label} align={label === 'training.model' ? 'left' : 'right'}>
                  {t(label)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {results.map((result) => (
              <TableRow key={result.variant ?? ''}>
                <TableCell>{t(`training.variant.${result.variant ?? 'original'}`)}</TableCell>
                <TableCell align="right">
                  {share(result.accuracy)}
                  {change(result)}
                </TableCell>
                <TableCell align="right">{share(result.macroF1)}</TableCell>
                <TableCell align="right">{share(result.slotF1)}</TableCell>
                <TableCell align="right">{result.bytes === null ? none : formatBytes(result.bytes)}</TableCell>
                <TableCell align="right">{milliseconds(result.latencyMs1)}</TableCell>
                <TableCell align="right">{milliseconds(result.latencyMs8)}</TableCell>
                <TableCell>{result.modelVersion && !result.modelVersion.deletedAt ? <Link component={RouterLink} to={`/models/${result.modelVersion.id}`}>v{result.modelVersion.n}</Link> : result.refused ? t('training.variant.refused') : none}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Sheet>
  );
};
