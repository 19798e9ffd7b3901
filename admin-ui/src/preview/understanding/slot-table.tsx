import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../../shared/status-chip.js';
import { valueText, type Slot } from '../hall.js';

/** What was taken from the text: the words, the value in its normal form, the verdict, the field that it goes to. */
export const SlotTable: FC<{ slots: readonly Slot[] }> = ({ slots }) => {
  const t = useTranslate();
  return (
    <Box component="section" aria-label={t('preview.understood.slots')}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('preview.understood.slots')}
      </Typography>
      {slots.length === 0 ? (
        <Typography color="text.secondary">{t('preview.understood.noSlots')}</Typography>
      ) : (
        <TableContainer tabIndex={0}>
          <Table size="small" sx={{ '& td, & th': { px: 2 } }}>
            <TableHead>
              <TableRow>
                {(['slot', 'text', 'value', 'verdict', 'field'] as const).map((column) => (
                  <TableCell key={column}>{t(`preview.understood.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {slots.map((slot) => (
                <TableRow key={`${slot.start} ${slot.slot}`}>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{slot.title}</TableCell>
                  <TableCell>{slot.text}</TableCell>
                  <TableCell>{valueText(slot.value, '—')}</TableCell>
                  <TableCell>
                    <StatusChip tone={slot.valid ? 'good' : 'bad'} label={slot.valid ? t('preview.valid') : (slot.reason ?? t('preview.invalid'))} />
                  </TableCell>
                  <TableCell>{slot.field ? <code>{slot.field}</code> : '—'}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
};
