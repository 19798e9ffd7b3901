import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Curve } from './curve.js';

/** The numbers behind the curves. */
export const CurveTable: FC<{ curves: readonly Curve[] }> = ({ curves }) => {
  const t = useTranslate();
  const rows = curves.flatMap((curve) => curve.points.map((point) => ({ ...point, phase: curve.phase, strength: curve.strength })));
  return (
    <Box sx={{ maxHeight: 320, overflow: 'auto', borderTop: 1, borderColor: 'divider' }} tabIndex={0} role="group" aria-label={t('training.curve.title')}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell align="right">{t('training.curve.step')}</TableCell>
            <TableCell>{t('training.curve.phase')}</TableCell>
            <TableCell align="right">{t('training.curve.strengthName')}</TableCell>
            <TableCell align="right">{t('training.curve.epochName')}</TableCell>
            <TableCell align="right">{t('training.curve.loss')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ step, phase, strength, epoch, loss }) => (
            <TableRow key={step}>
              <TableCell align="right">{step}</TableCell>
              <TableCell>{t(`training.phase.${phase}`)}</TableCell>
              <TableCell align="right">{strength ?? '—'}</TableCell>
              <TableCell align="right">{epoch}</TableCell>
              <TableCell align="right">{loss.toPrecision(4)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
