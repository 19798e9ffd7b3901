import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { fieldSchema, fieldTypeOf, isFieldName, isRequired, placeOf } from '@banshi/forms';
import { type FC, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';
import { fieldNameFor } from '../design/field-name.js';
import { choicesOf } from '../fill/fill-schema.js';
import { fenOf, yuanOf } from '../fill/yuan.js';
import { usePatch } from './use-patch.js';

const withPlaceholder = new Set(['text', 'textarea', 'number', 'integer', 'money', 'choice', 'resident-id', 'credit-code', 'mobile', 'phone', 'bank-card']);
const withDefault = new Set(['text', 'textarea', 'number', 'integer', 'money', 'date', 'boolean', 'choice']);

/** Title, name, words around the field, required, width, default. */
export const BasicProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, isReadOnly, rename, isNewlyNamed } = useDesigner();
  const patch = usePatch(field);
  const schema = fieldSchema(form, field) ?? {};
  const title = typeof schema['title'] === 'string' ? schema['title'] : '';
  const [titleBefore, setTitleBefore] = useState(title);
  /** The name of a new field follows its title until somebody writes the one or refers to it. */
  const nameByTitle = async () => {
    if (title === titleBefore || !isNewlyNamed(field)) return;
    setTitleBefore(title);
    const name = await fieldNameFor(title, form, field);
    if (name !== null && name !== field) rename(field, name, false);
  };
  const type = fieldTypeOf(schema)?.type ?? '';
  const layout = placeOf(form, field)?.layout;
  return (
    <>
      <Box data-first-property>
        <TextField fullWidth margin="dense" label={t('forms.properties.fieldTitle')} value={title} disabled={isReadOnly} onChange={(event) => patch({ title: event.target.value })} onBlur={() => void nameByTitle()} />
      </Box>
      <NameField field={field} />
      <TextField fullWidth margin="dense" label={t('forms.properties.help')} helperText={t('forms.properties.helpHint')} value={layout?.help ?? ''} disabled={isReadOnly} onChange={(event) => patch({ help: event.target.value })} />
      {withPlaceholder.has(type) && <TextField fullWidth margin="dense" label={t('forms.properties.placeholder')} value={layout?.placeholder ?? ''} disabled={isReadOnly} onChange={(event) => patch({ placeholder: event.target.value })} />}
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', mt: 1 }}>
        <FormControlLabel control={<Switch size="small" checked={isRequired(form, field)} disabled={isReadOnly} onChange={(_, isOn) => patch({ required: isOn })} />} label={t('forms.properties.required')} sx={{ ml: -1 }} />
        <ToggleButtonGroup exclusive size="small" aria-label={t('forms.properties.width')} value={layout?.width ?? 'half'} disabled={isReadOnly} onChange={(_, width: 'half' | 'full' | null) => width && patch({ width })}>
          <ToggleButton value="half" sx={{ py: 0.5, px: 2 }}>
            {t('forms.properties.half')}
          </ToggleButton>
          <ToggleButton value="full" sx={{ py: 0.5, px: 2 }}>
            {t('forms.properties.full')}
          </ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {withDefault.has(type) && <DefaultField field={field} type={type} />}
    </>
  );
};

/** The name in the data. It changes everywhere in the form at once, so it is taken when the field is left. */
const NameField: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { rename, isReadOnly } = useDesigner();
  const [name, setName] = useState(field);
  useEffect(() => setName(field), [field]);
  const take = () => {
    if (name === field) return;
    if (rename(field, name, true).problems.length > 0) setName(field);
  };
  return (
    <TextField
      fullWidth
      margin="dense"
      label={t('forms.properties.name')}
      helperText={name === field ? t('forms.properties.nameHint') : t('forms.properties.nameChange')}
      value={name}
      error={!isFieldName(name)}
      disabled={isReadOnly}
      onChange={(event) => setName(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setName(field);
      }}
      slotProps={{ htmlInput: { style: { fontFamily: 'ui-monospace, monospace' }, spellCheck: false } }}
    />
  );
};

const DefaultField: FC<{ field: string; type: string }> = ({ field, type }) => {
  const t = useTranslate();
  const { form, isReadOnly } = useDesigner();
  const patch = usePatch(field);
  const schema = fieldSchema(form, field) ?? {};
  const current = schema['default'];
  const choices = type === 'boolean' ? ['true', 'false'].map((value) => ({ value, title: t(`ra.boolean.${value}`) })) : type === 'choice' ? choicesOf(schema, {}) : null;
  const label = t('forms.properties.default');
  if (choices && (choices.length > 0 || type === 'boolean')) {
    return (
      <TextField select fullWidth margin="dense" label={label} value={current === undefined ? '' : String(current)} disabled={isReadOnly} onChange={(event) => patch({ default: event.target.value === '' ? null : type === 'boolean' ? event.target.value === 'true' : event.target.value })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
        <MenuItem value="">{t('shared.none')}</MenuItem>
        {choices.map(({ value, title }) => (
          <MenuItem key={value} value={value}>
            {title}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (type === 'money' || type === 'number' || type === 'integer') {
    const isMoney = type === 'money';
    return <NumberField label={isMoney ? t('forms.properties.inYuan', { label }) : label} isMoney={isMoney} value={current} onChange={(value) => patch({ default: value })} />;
  }
  return <TextField fullWidth margin="dense" type={type === 'date' ? 'date' : 'text'} label={label} value={current ?? ''} disabled={isReadOnly} onChange={(event) => patch({ default: event.target.value || null })} slotProps={{ inputLabel: type === 'date' ? { shrink: true } : {} }} />;
};

interface NumberFieldProps {
  label: string;
  value: unknown;
  onChange: (value: number | null) => void;
  /** Shown and typed in 元, kept in 分. */
  isMoney?: boolean;
  helperText?: string;
}

/** A number or nothing; what is no number yet waits in the field. */
export const NumberField: FC<NumberFieldProps> = ({ label, value, onChange, isMoney, helperText }) => {
  const { isReadOnly } = useDesigner();
  const write = (number: unknown) => (typeof number === 'number' ? (isMoney ? yuanOf(number) : String(number)) : '');
  const [text, setText] = useState(write(value));
  const read = (typed: string) => (isMoney ? fenOf(typed) : typed.trim() === '' ? undefined : Number(typed));
  const parsed = read(text);
  const isWrong = parsed !== undefined && (typeof parsed !== 'number' || Number.isNaN(parsed));
  // Undo changes the value behind the text.
  const shown = !isWrong && (parsed ?? null) !== (value ?? null) ? write(value) : text;
  return (
    <TextField
      fullWidth
      margin="dense"
      label={label}
      value={shown}
      error={isWrong}
      helperText={helperText}
      disabled={isReadOnly}
      onChange={(event) => {
        setText(event.target.value);
        const next = read(event.target.value);
        if (next === undefined) onChange(null);
        else if (typeof next === 'number' && !Number.isNaN(next)) onChange(next);
      }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
};
