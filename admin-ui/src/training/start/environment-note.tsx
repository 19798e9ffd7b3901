import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { formatBytes } from '../../shared/format.js';
import { OperationProgress } from '../../shared/operation-progress.js';
import { prepareEnvironmentDocument, type TrainingEnvironment, trainingEnvironmentDocument } from '../training-options.js';

/** Says what is to be known of the Python environment before a training needs it; nothing where it is ready. */
export const EnvironmentNote: FC = () => {
  const t = useTranslate();
  const { data, refetch } = useGraphql<{ trainingEnvironment: TrainingEnvironment }>(trainingEnvironmentDocument);
  const prepare = useGraphqlMutation<unknown>(prepareEnvironmentDocument);
  const environment = data?.trainingEnvironment;
  if (!environment || environment.state === 'ready') return null;
  const { state, problem, neededBytes, freeBytes, operation } = environment;
  if (problem) return <Alert severity="error">{problem}</Alert>;
  if (state === 'preparing')
    return (
      <Alert severity="info">
        {t('training.environment.preparing')}
        {operation && <OperationProgress operation={operation} onFinished={() => void refetch()} />}
      </Alert>
    );
  return (
    <Alert
      severity="info"
      action={
        <Button variant="outlined" disabled={prepare.isPending} onClick={() => prepare.mutate({})}>
          {t('training.environment.prepare')}
        </Button>
      }
    >
      {t('training.environment.missing', { needed: formatBytes(neededBytes), free: formatBytes(freeBytes) })}
    </Alert>
  );
};
