import type { TurnTrace } from '@banshi/assistant';
import { fieldTypes } from '@banshi/forms';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { StatusChip } from '../../shared/status-chip.js';
import { valueText } from '../hall.js';

/** The values that were found in a sentence, where each went or did not go, and why. */
export const ValueTable: FC<{ values: TurnTrace['values']; titles: Readonly<Record<string, string>> }> = ({ values, titles }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const kindText = (kind: string) => fieldTypes.find(({ type }) => type === kind)?.title[language] ?? t(`preview.turn.kind.${kind}`, { _: kind });
  return (
    <Box component="section" aria-label={t('preview.turn.values')}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('preview.turn.values')}
      </Typography>
      {values.length === 0 ? (
        <Typography color="text.secondary">{t('preview.understood.noSlots')}</Typography>
      ) : (
        <TableContainer tabIndex={0}>
          <Table size="small" sx={{ '& td, & th': { px: 2 } }}>
            <TableHead>
              <TableRow>
                {(['text', 'kind', 'value', 'field', 'verdict'] as const).map((column) => (
                  <TableCell key={column}>{t(`preview.turn.column.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {values.map(({ text, kind, value, field, taken, why }, index) => (
                <TableRow key={index}>
                  <TableCell>{text || '—'}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{kindText(kind)}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{valueText(value, '—')}</TableCell>
                  <TableCell>{field ? (titles[field] ?? field) : '—'}</TableCell>
                  <TableCell>
                    <StatusChip tone={taken ? 'good' : 'quiet'} label={t(taken ? 'preview.turn.taken' : 'preview.turn.left')} />
                    <Typography variant="caption" color="text.secondary" component="div">
                      {t(`preview.turn.why.${why}`, { _: why })}
                    </Typography>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
};
