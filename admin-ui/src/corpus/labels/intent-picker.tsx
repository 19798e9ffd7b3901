import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { matches } from '../../app/layout/match-command.js';
import { KeyText } from '../../shared/small-texts.js';
import { type IntentLabel, useIntentLabels } from './use-labels.js';

interface IntentPickerProps {
  label: string;
  value: string | null;
  onChange: (intent: string | null) => void;
  error?: string | null;
  helperText?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  width?: number;
  /** Choices that stand before the intents, such as “without intent”. */
  extra?: { key: string; title: string }[];
}

/** More are never looked through by eye; typing narrows them. */
const maxShown = 100;

/** One intent, found by words, key, pinyin or its initials. */
export const IntentPicker: FC<IntentPickerProps> = ({ label, value, onChange, error, helperText, disabled, autoFocus, width, extra = [] }) => {
  const t = useTranslate();
  const { intents, titleOf, isPending } = useIntentLabels();
  const options: IntentLabel[] = [...extra.map((choice) => ({ ...choice, role: '', utterances: -1 })), ...intents];
  const chosen = value === null ? null : (options.find(({ key }) => key === value) ?? { key: value, title: titleOf(value), role: '', utterances: -1 });
  return (
    <Autocomplete
      size="small"
      options={options}
      value={chosen}
      loading={isPending}
      disabled={disabled ?? false}
      autoHighlight
      onChange={(_, next) => onChange(next?.key ?? null)}
      getOptionKey={({ key }) => key}
      getOptionLabel={({ title }) => title}
      isOptionEqualToValue={(a, b) => a.key === b.key}
      filterOptions={(all, { inputValue }) => all.filter(({ title, key }) => !inputValue.trim() || key.includes(inputValue.trim().toLowerCase()) || matches(title, inputValue)).slice(0, maxShown)}
      noOptionsText={t('corpus.intent.none')}
      loadingText={t('shared.loading')}
      clearText={t('corpus.intent.clear')}
      openText={t('corpus.intent.open')}
      closeText={t('shared.close')}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 2 }}>
          <Box component="span" sx={{ flex: 1 }}>
            {option.title}
          </Box>
          {option.utterances >= 0 && <KeyText value={option.key} />}
        </Box>
      )}
      slotProps={{ popper: { style: { minWidth: 320 }, placement: 'bottom-start' } }}
      renderInput={({ InputLabelProps: _l, ...params }) => (
        <TextField {...params} label={label} margin="none" error={Boolean(error)} helperText={error ?? helperText} autoFocus={autoFocus ?? false} placeholder={value === null ? t('corpus.intent.search') : ''} />
      )}
      sx={{ width: width ?? '100%' }}
    />
  );
};
