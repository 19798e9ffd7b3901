import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Alert from '@mui/material/Alert';
import { type FC, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { type TrainingSet, trainingSetsDocument } from '../../corpus/sets/training-set.js';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import { defaultSeed, readHyper, readSeed } from '../hyper-parameters.js';
import { startTrainingDocument } from '../training-job.js';
import { Estimate } from './estimate.js';
import { FirstSet } from './first-set.js';
import { SettingsFields } from './settings-fields.js';

export interface StartSettings {
  trainingSet?: string | undefined;
  seed?: number;
  hyperParameters?: Record<string, unknown>;
}

/** Starts a training: the set is chosen already, the estimate is there, the settings are folded away. */
export const StartDialog: FC<{ settings?: StartSettings; onClose: () => void }> = ({ settings = {}, onClose }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { data, isPending } = useGraphql<{ trainingSets: { items: TrainingSet[] } }>(trainingSetsDocument);
  const [chosen, setChosen] = useState<string | null>(settings.trainingSet ?? null);
  const [seedText, setSeedText] = useState(String(settings.seed ?? defaultSeed));
  const [hyperTexts, setHyperTexts] = useState<Record<string, string>>(Object.fromEntries(Object.entries(settings.hyperParameters ?? {}).map(([name, value]) => [name, String(value)])));
  const [canTrain, setCanTrain] = useState(false);
  const startButton = useRef<HTMLButtonElement>(null);
  // Enter starts it as soon as the estimate is there; before, the button cannot take the focus.
  useEffect(() => {
    if (canTrain) startButton.current?.focus();
  }, [canTrain]);
  const [error, setError] = useState<ApiError | null>(null);
  const start = useGraphqlMutation<{ startTraining: { id: string } }>(startTrainingDocument, {
    onSuccess: ({ startTraining: { id } }) => void navigate(`/training/${id}`),
    onError: (failed) => (setError(failed), true),
  });
  const sets = data?.trainingSets.items ?? [];
  const set = sets.find(({ id }) => id === chosen) ?? sets[0];
  const seed = readSeed(seedText);
  const { hyper, bad } = readHyper(hyperTexts);
  // Lists, such as the strengths, are not among the fields: they go on as the earlier run had them.
  const kept = Object.fromEntries(Object.entries(settings.hyperParameters ?? {}).filter(([, value]) => typeof value === 'object'));
  const run = () => {
    setError(null);
    start.mutate({ input: { trainingSet: set!.id, method: 'head', seed, hyperParameters: { ...kept, ...hyper } } });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="start-title">
      <DialogTitle id="start-title">{t('training.start.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        {isPending ? (
          <PageLoading />
        ) : !set ? (
          <FirstSet />
        ) : (
          <>
            <TextField select margin="none" label={t('training.start.set')} value={set.id} onChange={(event) => setChosen(event.target.value)} sx={{ mt: 2 }}>
              {sets.map(({ id, title, count }) => (
                <MenuItem key={id} value={id}>
                  {t('training.start.setChoice', { title, smart_count: count })}
                </MenuItem>
              ))}
            </TextField>
            <TextField select margin="none" label={t('models.method.name')} value="head" helperText={t('training.start.methodHint')}>
              <MenuItem value="head">{t('models.method.head')}</MenuItem>
            </TextField>
            <Estimate key={set.id} trainingSet={set.id} onKnown={setCanTrain} />
            <SettingsFields seed={seedText} isBadSeed={seed === null} onSeed={setSeedText} texts={hyperTexts} bad={bad} onTexts={setHyperTexts} isOpen={settings.hyperParameters !== undefined && Object.keys(settings.hyperParameters).length > 0} />
          </>
        )}
        {error && <Alert severity="error">{errorText(error)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button ref={startButton} variant="contained" disabled={!set || !canTrain || seed === null || bad.length > 0 || start.isPending} onClick={run}>
          {t('training.start.action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
