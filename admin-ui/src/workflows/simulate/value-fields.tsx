import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Variable } from '../scope/workflow-scope.js';
import { valueOf } from './simulation.js';

interface ValueFieldsProps {
  fields: { name: string; title: string }[];
  variables: Variable[];
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
}

/** One plain input a field: enough to steer a simulation, without the form's own checks. */
export const ValueFields: FC<ValueFieldsProps> = ({ fields, variables, values, onChange }) => (
  <>
    {fields.map(({ name, title }) => (
      <ValueField key={name} title={title} variable={variables.find((variable) => variable.name === name)} value={values[name]} onChange={(value) => onChange({ ...values, [name]: value })} />
    ))}
  </>
);

const ValueField: FC<{ title: string; variable: Variable | undefined; value: unknown; onChange: (value: unknown) => void }> = ({ title, variable, value, onChange }) => {
  const t = useTranslate();
  const type = variable?.type ?? { kind: 'any' as const };
  const [text, setText] = useState(value === null || value === undefined ? '' : String(value));
  const set = (next: string) => {
    setText(next);
    onChange(valueOf(next, type));
  };
  const options = type.kind === 'boolean' ? ['true', 'false'].map((one) => ({ value: one, title: t(`ra.boolean.${one}`) })) : type.kind === 'string' ? (variable?.options ?? []) : [];
  if (options.length > 0) {
    return (
      <TextField select fullWidth margin="dense" label={title} value={text} onChange={(event) => set(event.target.value)}>
        <MenuItem value="">{t('shared.none')}</MenuItem>
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.title}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const isDate = type.kind === 'date';
  return <TextField fullWidth margin="dense" type={isDate ? 'date' : type.kind === 'number' ? 'number' : 'text'} label={title} value={text} onChange={(event) => set(event.target.value)} slotProps={{ inputLabel: isDate ? { shrink: true } : {} }} />;
};
