import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FC, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { type TrainingSet, trainingSetsDocument } from '../../corpus/sets/training-set.js';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { useErrorText } from '../../shared/error-text.js';
import { startTrainingDocument, startTrainingGroupDocument } from '../training-job.js';
import { type TrainingExecutor, trainingExecutorsDocument, type TrainingOptions, trainingOptionsDocument } from '../training-options.js';
import { EnvironmentNote } from './environment-note.js';
import { Estimate } from './estimate.js';
import { FirstSet } from './first-set.js';
import { MethodFields } from './method-fields.js';
import { SearchFields } from './search-fields.js';
import { SettingsFields } from './settings-fields.js';
import { type StartSettings, useOrder } from './use-order.js';

/** Starts a training: all is chosen already, the estimate is there, the settings are folded away. */
export const StartDialog: FC<{ settings?: StartSettings; onClose: () => void }> = ({ settings = {}, onClose }) => {
  const t = useTranslate();
  const sets = useGraphql<{ trainingSets: { items: TrainingSet[] } }>(trainingSetsDocument);
  const options = useGraphql<TrainingOptions>(trainingOptionsDocument);
  const error = sets.error ?? options.error;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="start-title">
      <DialogTitle id="start-title">{t('training.start.title')}</DialogTitle>
      {sets.data && options.data && sets.data.trainingSets.items.length > 0 ? (
        <StartForm sets={sets.data.trainingSets.items} options={options.data} settings={settings} onClose={onClose} />
      ) : (
        <>
          <DialogContent>{error ? <ErrorPanel error={error} onRetry={() => void (sets.refetch(), options.refetch())} /> : sets.isPending || options.isPending ? <PageLoading /> : <FirstSet />}</DialogContent>
          <DialogActions>
            <Button variant="outlined" onClick={onClose}>
              {t('shared.cancel')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
};

const StartForm: FC<{ sets: TrainingSet[]; options: TrainingOptions; settings: StartSettings; onClose: () => void }> = ({ sets, options, settings, onClose }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { data: places } = useGraphql<{ trainingExecutors: TrainingExecutor[] }>(trainingExecutorsDocument);
  const executors = places?.trainingExecutors ?? [];
  const order = useOrder(sets, options, executors, settings);
  const [canTrain, setCanTrain] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  // Enter starts it as soon as the estimate is there; before, the button cannot take the focus.
  const wasReady = useRef(false);
  useEffect(() => {
    if (canTrain && !wasReady.current) startButton.current?.focus();
    wasReady.current ||= canTrain;
  }, [canTrain]);
  const start = useGraphqlMutation<{ startTraining: { id: string } }>(startTrainingDocument, {
    onSuccess: ({ startTraining: { id } }) => void navigate(`/training/${id}`),
    onError: (failed) => (setError(failed), true),
  });
  const startGroup = useGraphqlMutation<{ startTrainingGroup: { groupId: string }[] }>(startTrainingGroupDocument, {
    // Nothing is shown twice: the list of the group takes the place of the dialog.
    onSuccess: ({ startTrainingGroup: [first] }) => {
      void navigate(`/training?filter=${encodeURIComponent(JSON.stringify({ group: first!.groupId }))}`);
      onClose();
    },
    onError: (failed) => (setError(failed), true),
  });
  const { method, executor, input, grid, runs } = order;
  const isReady = canTrain && input !== null && (!method.isLong || executor?.isAvailable === true) && !start.isPending && !startGroup.isPending;
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        <MethodFields sets={sets} options={options} executors={executors} order={order} />
        {method.isLong && executor?.key === 'local' && executor.isAvailable && <EnvironmentNote />}
        {method.isLong && executor && !executor.isAvailable && <Alert severity="error">{executor.reason}</Alert>}
        {order.estimate && <Estimate order={order.estimate} runs={runs} onKnown={setCanTrain} />}
        <SettingsFields
          fields={method.fields}
          usual={order.usual}
          seed={order.seedText}
          isBadSeed={order.seed === null}
          onSeed={order.setSeedText}
          texts={order.texts}
          bad={order.bad}
          onTexts={order.setTexts}
          isOpen={Object.keys(settings.hyperParameters ?? {}).length > 0}
        />
        <SearchFields order={order} />
        {error && <Alert severity="error">{errorText(error)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button
          ref={startButton}
          variant="contained"
          disabled={!isReady}
          onClick={() => {
            setError(null);
            if (grid.length > 0) startGroup.mutate({ input, grid });
            else start.mutate({ input });
          }}
        >
          {runs > 1 ? t('training.search.action', { smart_count: runs }) : t('training.start.action')}
        </Button>
      </DialogActions>
    </>
  );
};
