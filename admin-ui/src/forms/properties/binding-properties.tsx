import Autocomplete from '@mui/material/Autocomplete';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { fieldSchema } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { useDesigner } from '../design/designer.js';
import { slotChoicesDocument } from '../form.js';
import { usePatch } from './use-patch.js';

interface SlotChoice {
  key: string;
  title: string;
  type: string;
}

/** How the field is filled out of what people type, and how carefully its value is handled. */
export const BindingProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, isReadOnly } = useDesigner();
  const patch = usePatch(field);
  const schema = fieldSchema(form, field) ?? {};
  const { data, error } = useGraphql<{ slots: { items: SlotChoice[] } }>(slotChoicesDocument);
  const slots = data?.slots.items ?? [];
  const key = typeof schema['x-slot'] === 'string' ? schema['x-slot'] : null;
  const chosen = key === null ? null : (slots.find((slot) => slot.key === key) ?? { key, title: key, type: '' });
  return (
    <>
      <Autocomplete
        options={slots}
        value={chosen}
        disabled={isReadOnly}
        onChange={(_, slot) => patch({ slot: slot?.key ?? null })}
        getOptionLabel={({ title }) => title}
        getOptionKey={(slot) => slot.key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        noOptionsText={t('forms.properties.noSlots')}
        openText={t('forms.fill.open')}
        clearText={t('forms.fill.clear')}
        closeText={t('shared.close')}
        renderOption={({ key: id, ...row }, slot) => (
          <li key={id} {...row}>
            {slot.title}&nbsp;<code>{slot.key}</code>
          </li>
        )}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('forms.properties.slot')} helperText={error ? error.message : t('forms.properties.slotHint')} error={error !== null} />}
      />
      <TextField fullWidth multiline margin="dense" label={t('forms.properties.hint')} helperText={t('forms.properties.hintHint')} value={schema['x-hint'] ?? ''} disabled={isReadOnly} onChange={(event) => patch({ hint: event.target.value })} />
      <FormControlLabel control={<Switch size="small" checked={schema['x-sensitive'] === true} disabled={isReadOnly} onChange={(_, isOn) => patch({ sensitive: isOn })} />} label={t('forms.properties.sensitive')} sx={{ ml: -1, mt: 1 }} />
    </>
  );
};
