import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FieldCondition, FieldTypeName, JsonSchema } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { choicesOf } from '../fill/fill-schema.js';
import { useDesignerDictionaries } from '../design/dictionaries-context.js';
import { NumberField } from './basic-properties.js';

interface ConditionValueProps {
  schema: JsonSchema;
  type: FieldTypeName | null;
  condition: FieldCondition;
  isReadOnly: boolean;
  onChange: (condition: FieldCondition) => void;
}

/** What the tested field is compared with: one of its choices, yes or no, a number, or a text. */
export const ConditionValue: FC<ConditionValueProps> = ({ schema, type, condition, isReadOnly, onChange }) => {
  const t = useTranslate();
  const dictionaries = useDesignerDictionaries();
  if (!('value' in condition)) return null;
  const label = t('forms.showIf.value');
  const set = (value: unknown) => onChange({ ...condition, value } as FieldCondition);
  const choices = choicesOf(schema, dictionaries);

  if (condition.operator === 'in') {
    return (
      <Autocomplete
        multiple
        options={choices.map(({ value }) => value)}
        value={condition.value.map(String)}
        disabled={isReadOnly}
        getOptionLabel={(value) => choices.find((choice) => choice.value === value)?.title ?? value}
        openText={t('forms.fill.open')}
        clearText={t('forms.fill.clear')}
        closeText={t('shared.close')}
        onChange={(_, value) => value.length > 0 && set(value)}
        renderInput={(params) => <TextField {...params} margin="dense" label={label} />}
      />
    );
  }
  if (type === 'boolean') {
    return (
      <TextField select fullWidth margin="dense" label={label} value={String(condition.value)} disabled={isReadOnly} onChange={(event) => set(event.target.value === 'true')}>
        {['true', 'false'].map((value) => (
          <MenuItem key={value} value={value}>
            {t(`ra.boolean.${value}`)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (type === 'number' || type === 'integer' || type === 'money') {
    return <NumberField label={type === 'money' ? t('forms.properties.inYuan', { label }) : label} isMoney={type === 'money'} value={condition.value} onChange={(value) => set(value ?? 0)} />;
  }
  if (choices.length > 0) {
    const known = choices.some(({ value }) => value === condition.value);
    return (
      <TextField select fullWidth margin="dense" label={label} value={known ? condition.value : ''} disabled={isReadOnly} error={!known} onChange={(event) => set(event.target.value)}>
        {choices.map(({ value, title }) => (
          <MenuItem key={value} value={value}>
            {title}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return <TextField fullWidth margin="dense" type={type === 'date' ? 'date' : 'text'} label={label} value={condition.value} disabled={isReadOnly} onChange={(event) => set(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />;
};
