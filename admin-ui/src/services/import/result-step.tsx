import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { OperationProgress } from '../../shared/operation-progress.js';
import { cancelOperationDocument, type Operation } from '../../shared/operation.js';
import { Sheet } from '../../shared/page.js';
import { StatNumber } from '../../shared/stat-number.js';
import { ProblemTable } from './problem-table.js';
import { type ImportResult, operationDocument } from './service-import.js';

interface ResultStepProps {
  operation: Operation;
  /** A dry run: nothing was written yet, and the import can follow. */
  isPlan?: boolean;
  busy?: boolean;
  onBack: () => void;
  onRun?: (onProblem: 'SKIP' | 'STOP') => void;
}

const refreshEvery = 1_000;

/** A dry run or an import: how far it is, what it found by row, what it did. */
export const ResultStep: FC<ResultStepProps> = ({ operation: started, isPlan, busy, onBack, onRun }) => {
  const t = useTranslate();
  const query = useGraphql<{ operation: Operation }>(operationDocument, { id: started.id }, { refetchInterval: refreshEvery });
  const cancel = useGraphqlMutation<unknown>(cancelOperationDocument);
  const operation = query.data?.operation ?? started;
  const result = operation.state === 'SUCCEEDED' ? (operation.result as ImportResult) : null;
  const errors = result?.bySeverity.error ?? 0;
  return (
    <>
      <Sheet sx={{ px: 4, py: 3, mb: 4 }}>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <Typography variant="h2" sx={{ minWidth: 0 }}>
            {isPlan ? t('services.import.planned') : t('services.import.ran')}
          </Typography>
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
        {result && (
          <Box sx={{ display: 'grid', gap: 4, mt: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))' }}>
            {(['rows', 'valid', 'created', 'updated', 'unchanged'] as const).map((name) => (
              <StatNumber key={name} label={t(`services.import.${name}`)} value={result[name]} />
            ))}
            <StatNumber label={t('services.import.errorRows')} value={errors} />
          </Box>
        )}
      </Sheet>
      {result && result.problems > 0 && <ProblemTable operation={operation.id} result={result} />}
      {operation.finishedAt && (
        <Box sx={{ display: 'flex', gap: 2, mt: 4, flexWrap: 'wrap', alignItems: 'center' }}>
          <Button variant="outlined" onClick={onBack}>
            {isPlan ? t('services.import.back') : t('services.import.again')}
          </Button>
          {isPlan && result && (
            <>
              <Button variant="contained" disabled={busy || result.valid === 0} onClick={() => onRun?.(errors > 0 ? 'SKIP' : 'STOP')}>
                {errors > 0 ? t('services.import.runSkipping', { n: result.valid, errors: result.rows - result.valid }) : t('services.import.run', { n: result.valid })}
              </Button>
              <Typography color="text.secondary">{t('services.import.draftsOnly')}</Typography>
            </>
          )}
          {!isPlan && (
            <Button variant="contained" component={Link} to="/services">
              {t('services.import.toList')}
            </Button>
          )}
        </Box>
      )}
    </>
  );
};
