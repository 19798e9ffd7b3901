import type { SummaryRow } from '@banshi/dialog';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';

/** What the form holds so far, and where each entry came from. */
export const FieldTable: FC<{ rows: readonly SummaryRow[] }> = ({ rows }) => {
  const t = useTranslate();
  return (
    <>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('desk.fields')}
      </Typography>
      {rows.length === 0 ? (
        <Typography color="text.secondary">{t('desk.noFields')}</Typography>
      ) : (
        <Table size="small" aria-label={t('desk.fields')} sx={{ '& td, & th': { px: 1 } }}>
          <TableBody>
            {rows.map(({ field, title, display, source, error }) => (
              <TableRow key={field}>
                <TableCell component="th" scope="row" sx={{ color: 'text.secondary', verticalAlign: 'top', whiteSpace: 'nowrap' }}>
                  {title}
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {display || '—'}
                  {display && (
                    <Typography variant="caption" color="text.secondary" sx={{ ml: 2 }}>
                      {t(`desk.source.${source}`)}
                    </Typography>
                  )}
                  {error && (
                    <Typography variant="caption" component="div" color="error">
                      {error}
                    </Typography>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
};
