import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { type FC, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../../providers/use-graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import { formatCount } from '../../shared/format.js';
import { durationText } from '../duration-text.js';
import { type TrainingEstimate, trainingEstimateDocument } from '../training-options.js';

/** With these there is nothing to train. */
const blocking = new Set(['EMPTY', 'TOO_FEW', 'ONE_INTENT']);

/** How long the ordered training, or each of several, will take and what to know beforehand. `onKnown` hears whether it can be started. */
export const Estimate: FC<{ order: Record<string, unknown>; runs: number; onKnown: (canTrain: boolean) => void }> = ({ order, runs, onKnown }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const { data, error } = useGraphql<{ trainingEstimate: TrainingEstimate }>(trainingEstimateDocument, order);
  const estimate = error ? undefined : data?.trainingEstimate;
  const canTrain = estimate !== undefined && !estimate.warnings.some(({ code }) => blocking.has(code));
  useEffect(() => onKnown(canTrain), [canTrain, onKnown]);
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!estimate) return <Skeleton variant="rounded" height={44} aria-label={t('shared.loading')} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {canTrain && (
        <Alert severity="info">
          {t('training.start.estimate', { count: formatCount(estimate.utterances), time: durationText(estimate.seconds * 1_000, t) })}
          {runs > 1 && ` ${t('training.search.total', { smart_count: runs, time: durationText(estimate.seconds * 1_000 * runs, t) })}`}
          {!estimate.isMeasured && ` ${t('training.start.notMeasured')}`}
        </Alert>
      )}
      {estimate.warnings.map(({ code, message }) => (
        <Alert
          key={code}
          severity={blocking.has(code) ? 'error' : 'warning'}
          action={
            blocking.has(code) && (
              <Button variant="outlined" component={Link} to="/utterances">
                {t('training.start.toCorpus')}
              </Button>
            )
          }
        >
          {message}
        </Alert>
      ))}
    </Box>
  );
};
