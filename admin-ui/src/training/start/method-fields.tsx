import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import FormControl from '@mui/material/FormControl';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { TrainingSet } from '../../corpus/sets/training-set.js';
import type { TrainingExecutor, TrainingOptions } from '../training-options.js';
import type { Order } from './use-order.js';

interface Option {
  value: string;
  label: string;
}

const Choice: FC<{ label: string; value: string; options: Option[]; hint?: string | undefined; onChange: (value: string) => void }> = ({ label, value, options, hint, onChange }) => (
  <TextField select margin="none" label={label} value={value} helperText={hint} onChange={(event) => onChange(event.target.value)}>
    {options.map((option) => (
      <MenuItem key={option.value} value={option.value}>
        {option.label}
      </MenuItem>
    ))}
  </TextField>
);

/** What is trained from, how and where; a choice that has only one answer is not asked. */
export const MethodFields: FC<{ sets: readonly TrainingSet[]; options: TrainingOptions; executors: readonly TrainingExecutor[]; order: Order }> = ({ sets, options, executors: all, order }) => {
  const t = useTranslate();
  const { method, preset, executor, bases, choose } = order;
  const executors = all.filter(({ key }) => method.executors.includes(key));
  return (
    <>
      <TextField select margin="none" label={t('training.start.set')} value={order.set.id} onChange={(event) => choose({ set: event.target.value })} sx={{ mt: 2 }}>
        {sets.map(({ id, title, count }) => (
          <MenuItem key={id} value={id}>
            {t('training.start.setChoice', { title, smart_count: count })}
          </MenuItem>
        ))}
      </TextField>
      <Choice label={t('models.method.name')} value={method.key} hint={method.help} options={options.trainingMethods.map(({ key, title }) => ({ value: key, label: title }))} onChange={(key) => choose({ method: key })} />
      {method.presets.length > 1 && <Choice label={t('training.start.preset')} value={preset!.key} hint={preset!.help} options={method.presets.map(({ key, title }) => ({ value: key, label: title }))} onChange={(key) => choose({ preset: key })} />}
      {method.base !== 'none' && (bases.length > 1 || method.base === 'optional') && (
        <Choice
          label={t('training.start.base')}
          value={order.base}
          options={[...bases.map(({ id, title }) => ({ value: id, label: title })), ...(method.base === 'optional' ? [{ value: '', label: t(`training.start.noBase.${method.key}`, { _: t('training.start.noBase.other') }) }] : [])]}
          onChange={(id) => choose({ base: id || null })}
        />
      )}
      {executors.length > 1 && <Choice label={t('training.start.executor')} value={executor?.key ?? ''} hint={executor?.isAvailable ? (executor.reason ?? undefined) : undefined} options={executors.map(({ key, title }) => ({ value: key, label: title }))} onChange={(key) => choose({ executor: key })} />}
      {order.devices.length > 1 && order.devices.includes('cuda') && <Choice label={t('training.start.device')} value={order.device} options={order.devices.map((device) => ({ value: device, label: t(`training.device.${device}`) }))} onChange={(device) => choose({ device })} />}
      {method.variants.length > 0 && (
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('training.start.variants')}</FormLabel>
          <FormGroup>
            {method.variants.map((variant) => (
              <FormControlLabel
                key={variant}
                label={t(`training.variant.${variant}Hint`)}
                control={<Checkbox checked={order.variants.includes(variant)} onChange={(_, isOn) => choose({ variants: isOn ? [...order.variants, variant] : order.variants.filter((one) => one !== variant) })} />}
              />
            ))}
          </FormGroup>
        </FormControl>
      )}
    </>
  );
};
