import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ProfileField } from '@banshi/policies';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { fenOf, yuanOf } from '../../forms/fill/yuan.js';

interface FactFieldProps {
  field: Pick<ProfileField, 'name' | 'title' | 'type' | 'unit'>;
  options: { code: string; title: string }[];
  value: unknown;
  /** undefined for what is not known. */
  onChange: (value: unknown) => void;
}

/** A thing known of a person, or not known. */
export const FactField: FC<FactFieldProps> = ({ field: { name, title, type, unit }, options, value, onChange }) => {
  const t = useTranslate();
  // What is typed and is no number yet stays in the field and counts as unknown.
  const [typed, setTyped] = useState(type === 'money' ? yuanOf(value) : value === undefined ? '' : String(value));
  if (type === 'boolean' || type === 'choice') {
    const choices = type === 'boolean' ? [{ code: 'true', title: t('shared.yes') }, { code: 'false', title: t('shared.no') }] : options;
    return (
      <TextField select size="small" margin="dense" fullWidth label={title} value={value === undefined ? '' : String(value)} onChange={({ target }) => onChange(target.value === '' ? undefined : type === 'boolean' ? target.value === 'true' : target.value)}>
        <MenuItem value="">{t('policies.eligibility.unknown')}</MenuItem>
        {choices.map(({ code, title: label }) => (
          <MenuItem key={code} value={code}>
            {label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const change = (text: string) => {
    setTyped(text);
    const trimmed = text.trim();
    if (type === 'number') onChange(trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined);
    else if (type === 'money') onChange(typeof fenOf(text) === 'number' ? fenOf(text) : undefined);
    else onChange(trimmed === '' ? undefined : trimmed);
  };
  const suffix = type === 'money' ? t('policies.eligibility.yuan') : unit;
  return (
    <TextField
      size="small"
      margin="dense"
      fullWidth
      name={name}
      type={type === 'date' ? 'date' : 'text'}
      label={suffix ? `${title} (${suffix})` : title}
      value={typed}
      placeholder={t('policies.eligibility.unknown')}
      onChange={({ target }) => change(target.value)}
      slotProps={{ ...(type === 'date' && { inputLabel: { shrink: true } }), htmlInput: { inputMode: type === 'number' || type === 'money' ? 'decimal' : 'text' } }}
    />
  );
};
