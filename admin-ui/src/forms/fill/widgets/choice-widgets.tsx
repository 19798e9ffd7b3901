import Autocomplete from '@mui/material/Autocomplete';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { WidgetProps } from '@rjsf/utils';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Choice } from '../fill-schema.js';
import { ariaOf } from './control.js';

const choicesIn = ({ options }: WidgetProps) => (options['choices'] as Choice[] | undefined) ?? [];

/** One of several: side by side while they are few, a list with search when they are many. */
export const ChoiceWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const choices = choicesIn(props);
  if (choices.length === 0) return <Typography color="text.secondary">{t('forms.fill.noChoices')}</Typography>;
  if (props.options['isGroup']) return <Radios {...props} items={choices.map(({ value, title }) => ({ value, title }))} />;
  const chosen = choices.find(({ value }) => value === props.value) ?? null;
  return (
    <Autocomplete
      id={props.id}
      options={choices}
      value={chosen}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ value }) => value}
      isOptionEqualToValue={(a, b) => a.value === b.value}
      noOptionsText={t('shared.list.noResults')}
      openText={t('forms.fill.open')}
      clearText={t('forms.fill.clear')}
      closeText={t('shared.close')}
      onChange={(_, next) => props.onChange(next?.value)}
      renderOption={({ key, ...row }, option) => (
        <Typography component="li" key={key} {...row} sx={{ '&&': { pl: 4 + option.depth * 4 } }}>
          {option.title}
        </Typography>
      )}
      renderInput={(params) => <TextField {...params} margin="none" placeholder={props.placeholder || t('forms.fill.choose')} error={(props.rawErrors?.length ?? 0) > 0} slotProps={{ htmlInput: { ...params.inputProps, ...ariaOf(props) } }} />}
    />
  );
};

const Radios: FC<WidgetProps & { items: { value: string | boolean; title: string }[] }> = ({ items, ...props }) => (
  <RadioGroup
    row
    aria-labelledby={`${props.id}-label`}
    aria-describedby={`${props.id}-help ${props.id}-error`}
    aria-invalid={(props.rawErrors?.length ?? 0) > 0}
    value={props.value === undefined ? '' : String(props.value)}
    onChange={(_, next) => props.onChange(items.find(({ value }) => String(value) === next)?.value)}
    sx={{ columnGap: 2 }}
  >
    {items.map(({ value, title }) => (
      <FormControlLabel key={String(value)} value={String(value)} label={title} control={<Radio size="small" />} />
    ))}
  </RadioGroup>
);

export const YesNoWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  return <Radios {...props} items={[true, false].map((value) => ({ value, title: t(`ra.boolean.${value}`) }))} />;
};

export const ChoicesWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const choices = choicesIn(props);
  const chosen = Array.isArray(props.value) ? (props.value as string[]) : [];
  const toggle = (value: string, isOn: boolean) => {
    // In the order of the choices, whatever the order of the clicks.
    const next = choices.map((choice) => choice.value).filter((one) => (one === value ? isOn : chosen.includes(one)));
    props.onChange(next.length > 0 ? next : undefined);
  };
  if (choices.length === 0) return <Typography color="text.secondary">{t('forms.fill.noChoices')}</Typography>;
  return (
    <FormGroup row role="group" aria-labelledby={`${props.id}-label`} aria-describedby={`${props.id}-help ${props.id}-error`} sx={{ columnGap: 2 }}>
      {choices.map(({ value, title }) => (
        <FormControlLabel key={value} label={title} control={<Checkbox size="small" checked={chosen.includes(value)} onChange={(_, isOn) => toggle(value, isOn)} />} />
      ))}
    </FormGroup>
  );
};
