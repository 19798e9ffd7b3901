import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { type FC, type KeyboardEvent, memo } from 'react';
import { useTranslate } from 'react-admin';
import type { DictionaryEntry } from './dictionary.js';

interface EntryRowProps {
  index: number;
  entry: DictionaryEntry;
  codes: { code: string; title: string }[];
  isReadOnly: boolean;
  isDuplicate: boolean;
  onChange: (entry: DictionaryEntry, field: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
  onEnter: () => void;
}

/** One entry, typed over in place. Enter begins the next; Alt with an arrow moves the row. */
const Row: FC<EntryRowProps> = ({ index, entry, codes, isReadOnly, isDuplicate, onChange, onMove, onRemove, onEnter }) => {
  const t = useTranslate();
  const set = (field: keyof DictionaryEntry, value: string | boolean) => {
    const { [field]: _, ...rest } = entry;
    const isRequired = field === 'code' || field === 'title';
    onChange((value || isRequired ? { ...entry, [field]: value } : rest) as DictionaryEntry, field);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isReadOnly) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) onMove(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  const cell = (field: 'code' | 'title' | 'titleEn', label: string, isWrong = false) => (
    <TableCell data-at={`/entries/${index}/${field}`}>
      <InputBase
        fullWidth
        value={entry[field] ?? ''}
        disabled={isReadOnly}
        autoFocus={field === 'title' && entry.title === '' && !isReadOnly}
        onChange={(event) => set(field, event.target.value)}
        onKeyDown={onKeyDown}
        inputProps={{ 'aria-label': `${label} ${index + 1}`, 'aria-invalid': isWrong }}
        sx={{ fontSize: 14, color: isWrong ? 'error.main' : 'inherit', '& input': { p: 0 } }}
      />
    </TableCell>
  );
  return (
    <TableRow hover data-at={`/entries/${index}`}>
      {cell('code', t('dictionaries.code'), isDuplicate || !entry.code)}
      {cell('title', t('dictionaries.entryTitle'), !entry.title)}
      {cell('titleEn', t('dictionaries.titleEn'))}
      <TableCell data-at={`/entries/${index}/parent`} sx={{ minWidth: 150 }}>
        <Autocomplete
          size="small"
          options={codes.filter(({ code }) => code !== entry.code)}
          value={entry.parent ? (codes.find(({ code }) => code === entry.parent) ?? { code: entry.parent, title: entry.parent }) : null}
          disabled={isReadOnly}
          onChange={(_, chosen) => set('parent', chosen?.code ?? '')}
          getOptionLabel={({ code, title }) => title || code}
          getOptionKey={({ code }) => code}
          isOptionEqualToValue={(a, b) => a.code === b.code}
          renderInput={({ InputProps, inputProps }) => <InputBase ref={InputProps.ref} endAdornment={null} inputProps={{ ...inputProps, 'aria-label': `${t('dictionaries.parent')} ${index + 1}` }} sx={{ fontSize: 14, width: '100%' }} />}
        />
      </TableCell>
      <TableCell>
        <Checkbox size="small" sx={{ p: 0 }} checked={entry.disabled ?? false} disabled={isReadOnly} onChange={(_, isOn) => set('disabled', isOn)} slotProps={{ input: { 'aria-label': `${t('dictionaries.disabled')} ${index + 1}` } }} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
        {!isReadOnly && (
          <>
            <IconButton aria-label={t('ra.action.move_up')} onClick={() => onMove(-1)}>
              <ArrowUpward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('ra.action.move_down')} onClick={() => onMove(1)}>
              <ArrowDownward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('shared.delete')} onClick={onRemove}>
              <Delete sx={{ fontSize: 17 }} />
            </IconButton>
          </>
        )}
      </TableCell>
    </TableRow>
  );
};

/** The callbacks are new at every render but always mean the same, so only the data decides. */
export const EntryRow = memo(Row, (a, b) => a.entry === b.entry && a.index === b.index && a.codes === b.codes && a.isDuplicate === b.isDuplicate && a.isReadOnly === b.isReadOnly);
