import OpenInNew from '@mui/icons-material/OpenInNewOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { matches } from '../../app/layout/match-command.js';
import { placeOf } from '../place.js';

interface ItemPickerProps {
  /** JSON Pointer of the reference. */
  at: string;
  kind: string;
  label: string;
  choices: readonly { key: string; title: string }[];
  isLoading: boolean;
  /** Key of the chosen item. */
  value: string | null;
  isDisabled: boolean;
  onChange: (key: string | null) => void;
  helperText?: string;
  error?: boolean;
}

const maxShown = 100;

/** Chooses an item of a kind by words or pinyin initials, and opens it. A key that no choice has stays visible. */
export const ItemPicker: FC<ItemPickerProps> = ({ at, kind, label, choices, isLoading, value, isDisabled, onChange, helperText, error }) => {
  const t = useTranslate();
  const chosen = value === null ? null : (choices.find(({ key }) => key === value) ?? { key: value, title: value });
  return (
    <Box data-at={at} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, minWidth: 0 }}>
      <Autocomplete
        fullWidth
        size="small"
        options={choices}
        loading={isLoading}
        value={chosen}
        disabled={isDisabled}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        filterOptions={(all, { inputValue }) => all.filter(({ title, key }) => !inputValue.trim() || key.includes(inputValue.trim().toLowerCase()) || matches(title, inputValue)).slice(0, maxShown)}
        loadingText={t('shared.loading')}
        noOptionsText={t('shared.list.noResults')}
        onChange={(_, next) => onChange(next?.key ?? null)}
        renderInput={(params) => <TextField {...params} margin="dense" label={label} helperText={helperText} error={error ?? false} />}
      />
      {value !== null && (
        <Tooltip title={t('shared.item.open')}>
          <IconButton component={Link} to={placeOf(kind, value)} aria-label={`${t('shared.item.open')} ${chosen?.title ?? value}`} sx={{ mt: 2.5 }}>
            <OpenInNew fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
};
