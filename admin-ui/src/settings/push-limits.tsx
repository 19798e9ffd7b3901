import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';

export interface PushLimits {
  pushWeeklyCap: number;
  quietFrom: string;
  quietTo: string;
}

/** How often and when people are told of policies. */
export const PushLimitFields: FC<{ value: PushLimits; errors: Record<string, string>; onChange: (next: PushLimits) => void }> = ({ value, errors, onChange }) => {
  const t = useTranslate();
  const time = (field: 'quietFrom' | 'quietTo') => (
    <TextField type="time" margin="dense" fullWidth label={t(`settings.push.${field}`)} value={value[field]} error={Boolean(errors[field])} helperText={errors[field]} onChange={(event) => onChange({ ...value, [field]: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} />
  );
  return (
    <>
      <Typography variant="h2" sx={{ mt: 5, mb: 1 }}>
        {t('settings.push.title')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' } }}>
        <TextField type="number" margin="dense" fullWidth label={t('settings.push.weeklyCap')} value={value.pushWeeklyCap} error={Boolean(errors['pushWeeklyCap'])} helperText={errors['pushWeeklyCap']} onChange={(event) => onChange({ ...value, pushWeeklyCap: Number(event.target.value) })} slotProps={{ htmlInput: { min: 1, max: 100 } }} />
        {time('quietFrom')}
        {time('quietTo')}
      </Box>
      <Typography color="text.secondary">{t('settings.push.hint')}</Typography>
    </>
  );
};
