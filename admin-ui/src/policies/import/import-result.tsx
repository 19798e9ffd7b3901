import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { OperationProgress } from '../../shared/operation-progress.js';
import { cancelOperationDocument, type Operation } from '../../shared/operation.js';
import { Sheet } from '../../shared/page.js';
import { placeOf } from '../../shared/place.js';
import { StatusChip, type Tone } from '../../shared/status-chip.js';
import { importOperationDocument, type PolicyImportResult } from '../policy.js';

const refreshEvery = 1_000;
const tones: Record<PolicyImportResult['documents'][number]['outcome'], Tone> = { create: 'good', update: 'info', keep: 'quiet', refused: 'bad' };

/** A dry run or an import: how far it is, and what becomes of each document. */
export const ImportResult: FC<{ operation: Operation; isBusy: boolean; onBack: () => void; onRun: () => void }> = ({ operation: started, isBusy, onBack, onRun }) => {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const query = useGraphql<{ operation: Operation }>(importOperationDocument, { id: started.id }, { refetchInterval: refreshEvery });
  const cancel = useGraphqlMutation<unknown>(cancelOperationDocument);
  const operation = query.data?.operation ?? started;
  const result = operation.state === 'SUCCEEDED' ? (operation.result as PolicyImportResult) : null;
  const taken = result ? result.created + result.updated : 0;
  return (
    <>
      <Sheet sx={{ px: 4, py: 3, mb: 4 }}>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <Box sx={{ flex: 1 }}>
            <OperationProgress operation={operation} />
          </Box>
          {operation.canCancel && !operation.finishedAt && (
            <Button variant="outlined" disabled={cancel.isPending} onClick={() => cancel.mutate({ id: operation.id })}>
              {t('shared.cancel')}
            </Button>
          )}
        </Box>
        {operation.error && (
          <Alert severity="error" sx={{ mt: 3 }}>
            {operation.error.message}
          </Alert>
        )}
        {result && <Typography sx={{ mt: 2 }}>{t(result.dryRun ? 'policies.import.planned' : 'policies.import.ran', { created: result.created, updated: result.updated, unchanged: result.unchanged, refused: result.refused })}</Typography>}
      </Sheet>
      {result && (
        <Sheet sx={{ overflow: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['file', 'outcome', 'policy', 'found', 'problems'].map((column) => (
                  <TableCell key={column}>{t(`policies.import.column.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {result.documents.map(({ upload, file, outcome, policy, problems }) => (
                <TableRow key={upload} sx={{ verticalAlign: 'top' }}>
                  <TableCell>{file}</TableCell>
                  <TableCell>
                    <StatusChip tone={tones[outcome]} label={t(`policies.import.outcome.${outcome}`)} />
                  </TableCell>
                  <TableCell>{policy && (result.dryRun && outcome === 'create' ? policy.title : <MuiLink component={Link} to={placeOf('policy', policy.key)}>{policy.title}</MuiLink>)}</TableCell>
                  <TableCell>{policy && t('policies.import.found', { clauses: policy.clauses, proposals: policy.proposals, from: policy.effectiveFrom ?? '—' })}</TableCell>
                  <TableCell>
                    {problems.map((problem, index) => (
                      <Typography key={index} variant="body2">
                        {t(`policies.import.severity.${problem.severity}`)} {locale === 'en' ? problem.en : problem.zh}
                      </Typography>
                    ))}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Sheet>
      )}
      {operation.finishedAt && (
        <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
          <Button variant="outlined" onClick={onBack}>
            {t(result?.dryRun === false ? 'policies.import.again' : 'policies.import.back')}
          </Button>
          {result?.dryRun && taken > 0 && (
            <Button variant="contained" disabled={isBusy} onClick={onRun}>
              {t('policies.import.run', { n: taken })}
            </Button>
          )}
          {result?.dryRun === false && (
            <Button variant="contained" component={Link} to="/policies">
              {t('policies.import.toList')}
            </Button>
          )}
        </Box>
      )}
    </>
  );
};
