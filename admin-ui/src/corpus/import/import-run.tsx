import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatCount } from '../../shared/format.js';
import { cancelOperationDocument, type Operation } from '../../shared/operation.js';
import { OperationProgress } from '../../shared/operation-progress.js';
import { Sheet } from '../../shared/page.js';
import { utterancesPath } from '../utterances-path.js';
import { type ImportFormat, importOperationDocument, importUtterancesDocument, resultOf } from './import.js';
import { ProblemTable } from './problem-table.js';

interface ImportRunProps {
  operation: string;
  name: string;
  onAgain: () => void;
  /** What follows a trial. */
  next?: { upload: string; format: ImportFormat; standIns: boolean; onStarted: (operation: string) => void; isStarted: boolean };
}

/** A trial or the import itself: progress, then what came of it, and for a trial the way on. */
export const ImportRun: FC<ImportRunProps> = ({ operation: id, name, onAgain, next }) => {
  const t = useTranslate();
  const [isOver, setIsOver] = useState(false);
  const { data, error, refetch } = useGraphql<{ operation: Operation | null }>(importOperationDocument, { id }, { refetchInterval: isOver ? 0 : 2_000 });
  if (data?.operation?.finishedAt && !isOver) setIsOver(true);
  const cancel = useGraphqlMutation<unknown>(cancelOperationDocument);
  const start = useGraphqlMutation<{ importUtterances: Operation }>(importUtterancesDocument, { onSuccess: ({ importUtterances }) => next?.onStarted(importUtterances.id) });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const operation = data?.operation;
  if (!operation) return <PageLoading />;
  const result = resultOf(operation);
  const again = (
    <Button variant="outlined" onClick={onAgain}>
      {t('corpus.import.again')}
    </Button>
  );
  return (
    <Sheet sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3 }}>
        <Typography variant="h2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          {t(next ? 'corpus.import.trialOf' : 'corpus.import.runOf', { name })}
        </Typography>
        <Box sx={{ width: 240 }}>
          <OperationProgress operation={operation} onFinished={() => void refetch()} />
        </Box>
        {operation.canCancel && (
          <Button variant="outlined" disabled={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t('shared.cancel')}
          </Button>
        )}
      </Box>
      {operation.error && (
        <Alert severity="error" action={again}>
          {operation.error.message}
          <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
            {operation.error.code}
          </Typography>
        </Alert>
      )}
      {result && (
        <>
          <Alert severity={result.problems > 0 ? 'warning' : 'success'} sx={{ mb: 3 }}>
            {t(next ? 'corpus.import.trialResult' : 'corpus.import.runResult', { rows: formatCount(result.rows), created: formatCount(result.created), problems: formatCount(result.problems), encoding: result.encoding.toUpperCase() })}
          </Alert>
          {result.problems > 0 && <ProblemTable operation={id} byCode={result.byCode} />}
          <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
            {next && !next.isStarted && (
              <Button variant="contained" disabled={result.created === 0 || start.isPending} onClick={() => start.mutate({ input: { upload: next.upload, format: next.format, dryRun: false, standIns: next.standIns } })}>
                {t('corpus.import.run', { smart_count: result.created })}
              </Button>
            )}
            {!next && (
              <Button variant="contained" component={Link} to={utterancesPath({ source: 'import' })}>
                {t('corpus.import.show')}
              </Button>
            )}
            {!next?.isStarted && again}
          </Box>
        </>
      )}
      {operation.state === 'CANCELLED' && again}
    </Sheet>
  );
};
