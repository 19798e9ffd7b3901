import Download from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import { StatusChip, type Tone } from '../../shared/status-chip.js';
import { type ImportProblem, importProblemsDocument, type ImportResult } from './service-import.js';

const tones: Record<ImportProblem['severity'], Tone> = { error: 'bad', warning: 'notice', info: 'info' };
const severities = ['error', 'warning', 'info'] as const;

/** Every problem by its row, as the spreadsheet counts them. */
export const ProblemTable: FC<{ operation: string; result: ImportResult }> = ({ operation, result }) => {
  const t = useTranslate();
  const [severity, setSeverity] = useState('');
  const [code, setCode] = useState('');
  const [page, setPage] = useState(0);
  const [size, setSize] = useState(25);
  const filter = { ...(severity && { severity }), ...(code && { code }) };
  const { data, error, refetch } = useGraphql<{ importProblems: { items: ImportProblem[]; totalItems: number } }>(importProblemsDocument, { operation, skip: page * size, take: size, filter });
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(0);
  };
  return (
    <Sheet label={t('services.import.problems')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('services.import.problems')}
        </Typography>
        <Choice label={t('services.import.severity')} value={severity} onChange={choose(setSeverity)} choices={severities.map((id) => [id, t('services.counted', { name: t(`services.severity.${id}`), n: result.bySeverity[id] ?? 0 })])} />
        <Choice label={t('services.import.code')} value={code} onChange={choose(setCode)} choices={Object.entries(result.byCode).map(([id, n]) => [id, t('services.counted', { name: id, n })])} />
        <Button variant="text" color="inherit" startIcon={<Download fontSize="small" />} component="a" href={`/api/imports/${encodeURIComponent(operation)}/problems.csv`} download>
          {t('services.import.csv')}
        </Button>
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <TableContainer tabIndex={0} role="group" aria-label={t('services.import.problems')} sx={{ maxHeight: 460 }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell align="right">{t('services.import.row')}</TableCell>
              <TableCell>{t('services.import.severity')}</TableCell>
              <TableCell>{t('services.import.column')}</TableCell>
              <TableCell>{t('services.import.message')}</TableCell>
              <TableCell>{t('services.import.value')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data?.importProblems.items.map((problem, index) => (
              <TableRow key={index} hover>
                <TableCell align="right">{problem.row}</TableCell>
                <TableCell>
                  <StatusChip tone={tones[problem.severity]} label={t(`services.severity.${problem.severity}`)} />
                </TableCell>
                <TableCell>{problem.column ?? '—'}</TableCell>
                <TableCell sx={{ whiteSpace: 'normal', minWidth: 240 }}>{problem.message}</TableCell>
                <TableCell sx={{ maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis', color: 'text.secondary' }} title={problem.value ?? undefined}>
                  {problem.value ?? '—'}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <TablePagination
        component="div"
        count={data?.importProblems.totalItems ?? 0}
        page={page}
        rowsPerPage={size}
        rowsPerPageOptions={[25, 50, 100, 200]}
        labelRowsPerPage={t('ra.navigation.page_rows_per_page')}
        onPageChange={(_, next) => setPage(next)}
        onRowsPerPageChange={(event) => {
          setSize(Number(event.target.value));
          setPage(0);
        }}
        getItemAriaLabel={(type) => t(`ra.navigation.${type === 'next' ? 'next' : 'previous'}`)}
      />
    </Sheet>
  );
};

const Choice: FC<{ label: string; value: string; onChange: (value: string) => void; choices: [string, string][] }> = ({ label, value, onChange, choices }) => {
  const t = useTranslate();
  return (
    <TextField select margin="none" label={label} value={value} onChange={(event) => onChange(event.target.value)} sx={{ minWidth: 150 }}>
      <MenuItem value="">{t('shared.list.all')}</MenuItem>
      {choices.map(([id, name]) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};
