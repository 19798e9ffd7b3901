import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { formatShare } from '../shared/format.js';
import { StatusChip } from '../shared/status-chip.js';
import { useContents } from './use-contents.js';
import { lossesOf, scoresOf, type ModelContent } from './model-scores.js';

/** Two models by what they measured, and what the new one understands worse. */
export const ModelDiff: FC<{ before: string | null; after: string | null }> = ({ before, after }) => {
  const t = useTranslate();
  const { data } = useContents(before, after);
  if (!data) return <Skeleton variant="rounded" height={120} />;
  const [old, next] = [data.before as ModelContent | null, data.after as ModelContent | null];
  const losses = lossesOf(old, next);
  const name = (model: ModelContent | null) => (model ? t('release.model.version', { n: model.version }) : '—');
  return (
    <Box>
      <Table size="small" sx={{ maxWidth: 560 }} aria-label={t('release.model.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('release.model.measure')}</TableCell>
            <TableCell align="right">{name(old)}</TableCell>
            <TableCell align="right">{name(next)}</TableCell>
            <TableCell align="right">{t('release.model.difference')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {scoresOf(old, next).map((row) => (
            <TableRow key={row.name}>
              <TableCell>{t(`release.model.${row.name}`)}</TableCell>
              <TableCell align="right">{row.before === null ? '—' : formatShare(row.before)}</TableCell>
              <TableCell align="right">{row.after === null ? '—' : formatShare(row.after)}</TableCell>
              <TableCell align="right">{row.difference === null ? '—' : <Difference value={row.difference} />}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {losses.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 2 }}>
          <Typography variant="caption" color="text.secondary">
            {t('release.model.losses')}
          </Typography>
          {losses.slice(0, 8).map(({ intent, by }) => (
            <StatusChip key={intent} tone="notice" label={`${intent} −${formatShare(by)}`} />
          ))}
        </Box>
      )}
    </Box>
  );
};

const Difference: FC<{ value: number }> = ({ value }) => {
  const rounded = Math.round(value * 1000);
  const colour = rounded > 0 ? 'success.main' : rounded < 0 ? 'error.main' : 'text.secondary';
  return <Box component="span" sx={{ color: colour }}>{`${rounded > 0 ? '▲ +' : rounded < 0 ? '▼ −' : ''}${formatShare(Math.abs(value))}`}</Box>;
};
