import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { type ImportProblem, importProblemsDocument } from './import.js';

/** The server gives at most this many at once. */
const maxShown = 200;
const firstShown = 25;

/** The lines that were left out, by line number, with the reason in words. */
export const ProblemTable: FC<{ operation: string; byCode: Record<string, number> }> = ({ operation, byCode }) => {
  const t = useTranslate();
  const [code, setCode] = useState<string | null>(null);
  const [take, setTake] = useState(firstShown);
  const { data, error, refetch } = useGraphql<{ utteranceImportProblems: { items: ImportProblem[]; totalItems: number } }>(importProblemsDocument, { operation, take, code });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const { items = [], totalItems = 0 } = data?.utteranceImportProblems ?? {};
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        {Object.entries(byCode).map(([each, count]) => (
          <Chip key={each} size="small" variant={code === each ? 'filled' : 'outlined'} color={code === each ? 'primary' : 'default'} aria-pressed={code === each} label={`${t(`corpus.problem.${each}`, { _: each })} · ${count}`} onClick={() => setCode(code === each ? null : each)} />
        ))}
      </Box>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'auto', maxHeight: 420 }} tabIndex={0} role="group" aria-label={t('corpus.import.problems')}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell align="right">{t('corpus.import.line')}</TableCell>
              <TableCell>{t('corpus.import.problem')}</TableCell>
              <TableCell>{t('corpus.import.value')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(({ line, message, value }) => (
              <TableRow key={line}>
                <TableCell align="right">{line}</TableCell>
                <TableCell>{message}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}>{value}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {totalItems > items.length && take < maxShown && (
        <Button variant="text" sx={{ mt: 1 }} onClick={() => setTake(maxShown)}>
          {t('shared.more')}
        </Button>
      )}
      {totalItems > items.length && take >= maxShown && (
        <Box sx={{ mt: 1, color: 'text.secondary', fontSize: 13 }}>{t('corpus.import.moreProblems', { shown: items.length, total: totalItems })}</Box>
      )}
    </>
  );
};
