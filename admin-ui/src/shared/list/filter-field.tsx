import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FC, ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { absoluteTime } from '../time.js';

/** One filter of a list. `source` is the field of the server's filter; `label` and the choices' names are shown as they are. */
export type ListFilter =
  | { type: 'choice'; source: string; label: string; choices: { id: string; name: string }[] }
  | { type: 'boolean'; source: string; label: string }
  | { type: 'text'; source: string; label: string }
  /** A day in the person's time zone; `edge` says whether its first or last moment is meant. The server gets an instant. */
  | { type: 'date'; source: string; label: string; edge: 'start' | 'end' }
  /** A field of its own that reads and sets the list's filters itself. */
  | { type: 'element'; source: string; element: ReactNode };

export const FilterField: FC<{ filter: ListFilter }> = ({ filter }) => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  if (filter.type === 'element') return <>{filter.element}</>;
  const value = (filterValues as Record<string, unknown>)?.[filter.source];

  const set = (next: unknown) => {
    const { [filter.source]: _, ...rest } = filterValues as Record<string, unknown>;
    setFilters(next === '' || next === undefined ? rest : { ...rest, [filter.source]: next });
  };
  if (filter.type === 'text' || filter.type === 'date') {
    return (
      <TextField
        margin="none"
        type={filter.type}
        label={filter.label}
        value={filter.type === 'date' ? dayOf(value) : (value ?? '')}
        onChange={(event) => set(filter.type === 'date' ? instantOf(event.target.value, filter.edge) : event.target.value)}
        slotProps={{ inputLabel: filter.type === 'date' ? { shrink: true } : {} }}
        sx={{ width: 150 }}
      />
    );
  }
  const choices = filter.type === 'choice' ? filter.choices : [true, false].map((id) => ({ id: String(id), name: t(`ra.boolean.${id}`) }));
  return (
    <TextField
      select
      margin="none"
      label={filter.label}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => set(filter.type === 'boolean' && event.target.value !== '' ? event.target.value === 'true' : event.target.value)}
      sx={{ minWidth: Math.max(112, widthOf(filter.label) + 56), maxWidth: 240 }}
    >
      <MenuItem value="">{t('shared.list.all')}</MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};

const dayOf = (value: unknown) => (value ? absoluteTime(new Date(String(value))).slice(0, 10) : '');
const instantOf = (day: string, edge: 'start' | 'end') => (day ? new Date(`${day}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}`).toISOString() : '');

/** About so many pixels does a label take, which the field must not cut. */
const widthOf = (label: string) => [...label].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 14 : 8), 0);
