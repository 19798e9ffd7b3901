import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { matches } from '../../app/layout/match-command.js';

interface ItemsPickerProps {
  /** JSON Pointer of the list of references. */
  at: string;
  label: string;
  choices: readonly { key: string; title: string }[];
  isLoading: boolean;
  /** Keys of the chosen items. */
  value: readonly string[];
  isDisabled: boolean;
  onChange: (keys: string[]) => void;
  helperText?: string;
}

const maxShown = 100;

/** Chooses several items of a kind by words or pinyin initials. A key that no choice has stays visible. */
export const ItemsPicker: FC<ItemsPickerProps> = ({ at, label, choices, isLoading, value, isDisabled, onChange, helperText }) => {
  const t = useTranslate();
  const chosen = value.map((key) => choices.find((choice) => choice.key === key) ?? { key, title: key });
  return (
    <Box data-at={at} sx={{ minWidth: 0 }}>
      <Autocomplete
        multiple
        fullWidth
        size="small"
        options={choices}
        loading={isLoading}
        value={chosen}
        disabled={isDisabled}
        filterSelectedOptions
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        filterOptions={(all, { inputValue }) => all.filter(({ title, key }) => !inputValue.trim() || key.includes(inputValue.trim().toLowerCase()) || matches(title, inputValue)).slice(0, maxShown)}
        loadingText={t('shared.loading')}
        noOptionsText={t('shared.list.noResults')}
        onChange={(_, next) => onChange(next.map(({ key }) => key))}
        renderInput={(params) => <TextField {...params} margin="dense" label={label} helperText={helperText} />}
      />
    </Box>
  );
};
