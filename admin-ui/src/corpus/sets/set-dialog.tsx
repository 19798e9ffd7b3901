import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { matches } from '../../app/layout/match-command.js';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { proposeKey } from '../../shared/config/create-item-dialog.js';
import { ConfirmDialog } from '../../shared/confirm-dialog.js';
import { useErrorText } from '../../shared/error-text.js';
import { useIntentLabels, useSlotLabels } from '../labels/use-labels.js';
import { sources } from '../utterance.js';
import { createTrainingSetDocument, type SetFilter, type TrainingSet, updateTrainingSetDocument } from './training-set.js';

/** A training set: its name and which utterances belong to it. */
export const SetDialog: FC<{ set: TrainingSet | null; onClose: () => void }> = ({ set, onClose }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const { intents } = useIntentLabels();
  const { slots } = useSlotLabels();
  const [title, setTitle] = useState(set?.title ?? '');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [description, setDescription] = useState(set?.description ?? '');
  const [filter, setFilter] = useState<SetFilter>(set?.filter ?? {});
  const [error, setError] = useState<ApiError | null>(null);
  const options = { success: 'corpus.sets.saved', onSuccess: onClose, onError: (failed: ApiError) => (setError(failed), true) };
  const create = useGraphqlMutation<unknown>(createTrainingSetDocument, options);
  const update = useGraphqlMutation<unknown>(updateTrainingSetDocument, options);
  const key = typedKey ?? proposeKey(title);
  const isKeyError = error?.field === 'input.key';

  const change = (part: SetFilter) => setFilter(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as SetFilter);
  const save = () => (set ? update.mutate({ id: set.id, input: { title, description, filter } }) : create.mutate({ input: { key, title, description, filter } }));
  const choice = (label: string, value: string, choices: [string, string][], onChange: (value: string) => void) => (
    <TextField select margin="none" label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <MenuItem value="">{t('shared.list.all')}</MenuItem>
      {choices.map(([id, name]) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <ConfirmDialog open wide title={t(set ? 'corpus.sets.edit' : 'corpus.sets.create')} action={t('shared.save.action')} busy={create.isPending || update.isPending} disabled={!title.trim() || (!set && !key)} onClose={onClose} onConfirm={save}>
      <Box sx={{ display: 'grid', gap: 3, pt: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(2, minmax(0,1fr))' }, '& .wide': { gridColumn: '1 / -1' } }}>
        {error && !isKeyError && (
          <Alert severity="error" className="wide">
            {errorText(error)}
          </Alert>
        )}
        <TextField autoFocus margin="none" label={t('shared.item.title')} value={title} onChange={(event) => setTitle(event.target.value)} />
        <TextField margin="none" label={t('shared.item.key')} disabled={set !== null} value={set?.key ?? key} error={isKeyError} helperText={isKeyError ? error.message : set ? undefined : t('shared.item.keyHint')} onChange={(event) => setTypedKey(event.target.value)} />
        <TextField className="wide" margin="none" label={t('corpus.sets.description')} value={description} onChange={(event) => setDescription(event.target.value)} />
        <Typography variant="h3" component="h3" className="wide">
          {t('corpus.sets.which')}
        </Typography>
        <Autocomplete
          multiple
          className="wide"
          options={intents.map((intent) => intent.key)}
          value={filter.intents ?? []}
          onChange={(_, chosen) => change({ intents: chosen })}
          getOptionLabel={(each) => intents.find((intent) => intent.key === each)?.title ?? each}
          filterOptions={(all, { inputValue }) => all.filter((each) => !inputValue.trim() || matches(intents.find((intent) => intent.key === each)?.title ?? each, inputValue))}
          disableCloseOnSelect
          noOptionsText={t('corpus.intent.none')}
          clearText={t('corpus.intent.clear')}
          openText={t('corpus.intent.open')}
          closeText={t('shared.close')}
          renderInput={({ InputLabelProps: _l, ...params }) => <TextField {...params} margin="none" label={t('corpus.sets.intents')} helperText={t('corpus.sets.intentsHint')} />}
        />
        {choice(t('corpus.slot'), filter.slot ?? '', slots.map((slot) => [slot.key, slot.title]), (slot) => change({ slot }))}
        {choice(t('corpus.source.name'), filter.source ?? '', sources.map((id) => [id, t(`corpus.source.${id}`)]), (source) => change({ source }))}
        {choice(t('corpus.sets.labels'), filter.unlabelled === undefined ? '' : String(filter.unlabelled), [['false', t('corpus.sets.onlyLabelled')], ['true', t('corpus.sets.onlyUnlabelled')]], (value) => change({ unlabelled: (value === '' ? undefined : value === 'true') as boolean }))}
        <TextField margin="none" label={t('corpus.sets.words')} value={filter.q ?? ''} onChange={(event) => change({ q: event.target.value })} />
      </Box>
    </ConfirmDialog>
  );
};
