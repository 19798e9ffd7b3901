import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { TimeLimit } from '@banshi/bundle';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import type { ServiceBody } from '../service.js';

const units = ['workday', 'day', 'month'] as const;

/** The time limit of the law and the shorter one that the department promises. */
export const TimeFields: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('services.guide.limits')} sx={{ px: 4, py: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('services.guide.limits')}
      </Typography>
      <Limit edited={edited} field="statutoryLimit" />
      <Limit edited={edited} field="promisedLimit" />
    </Sheet>
  );
};

const Limit: FC<{ edited: EditedItem<ServiceBody>; field: 'statutoryLimit' | 'promisedLimit' }> = ({ edited, field }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const pointer = `/guide/${field}`;
  const limit: TimeLimit | null = body.guide[field];
  const name = t(`services.guide.${field}`);
  return (
    <Box data-at={pointer} role="group" aria-label={name} sx={{ display: 'grid', gap: 2, alignItems: 'center', gridTemplateColumns: '140px 90px 110px minmax(0, 1fr)', '@media (max-width: 700px)': { gridTemplateColumns: '1fr 1fr' }, minHeight: 48 }}>
      <FormControlLabel control={<Switch size="small" checked={limit !== null} disabled={isReadOnly} onChange={(_, isOn) => changeAt(pointer, isOn ? { amount: 20, unit: 'workday' } : null)} />} label={name} sx={{ ml: -1, mr: 0 }} />
      {limit === null ? (
        <Typography color="text.secondary" sx={{ gridColumn: 'span 3' }}>
          {t('services.noLimit')}
        </Typography>
      ) : (
        <>
          <TextField margin="none" type="number" data-at={`${pointer}/amount`} label={t('services.field.amount')} value={limit.amount} disabled={isReadOnly} onChange={(event) => changeAt(`${pointer}/amount`, Math.max(0, Math.min(3650, Math.trunc(Number(event.target.value) || 0))))} slotProps={{ htmlInput: { min: 0, max: 3650 } }} />
          <TextField margin="none" select label={t('services.field.unit')} value={limit.unit} disabled={isReadOnly} onChange={(event) => changeAt(`${pointer}/unit`, event.target.value)}>
            {units.map((unit) => (
              <MenuItem key={unit} value={unit}>
                {t(`services.unit.${unit}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField margin="none" data-at={`${pointer}/note`} label={t('services.field.note')} value={limit.note ?? ''} disabled={isReadOnly} onChange={(event) => changeAt(`${pointer}/note`, event.target.value || undefined)} />
        </>
      )}
    </Box>
  );
};
