import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import { gql } from '../providers/graphql.js';
import { type Settings, settingsDocument } from '../providers/use-hall-name.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { ChannelSheets } from './channel-sheet.js';
import { PushLimitFields, type PushLimits } from './push-limits.js';

const document = gql`mutation UpdateSettings($input: UpdateSettingsInput!) { updateSettings(input: $input) { hallName } }`;
const limitsDocument = gql`query PushLimits { settings { pushWeeklyCap quietFrom quietTo } }`;

const SettingsPage: FC = () => {
  const query = useGraphql<{ settings: Settings }>(settingsDocument);
  const limits = useGraphql<{ settings: PushLimits }>(limitsDocument);
  const error = query.error ?? limits.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([query.refetch(), limits.refetch()])} />;
  return query.data && limits.data ? <Loaded settings={query.data.settings} limits={limits.data.settings} /> : <PageLoading />;
};

const Loaded: FC<{ settings: Settings; limits: PushLimits }> = ({ settings, limits }) => {
  const t = useTranslate();
  const [value, setValue] = useState<Settings>({ hallName: settings.hallName, hallNameEn: settings.hallNameEn, isTwoPersonRelease: settings.isTwoPersonRelease });
  const [push, setPush] = useState<PushLimits>({ pushWeeklyCap: limits.pushWeeklyCap, quietFrom: limits.quietFrom, quietTo: limits.quietTo });
  const save = useGraphqlMutation<unknown>(document, { success: 'settings.saved', onError: (error) => Object.keys(error.body.errors).length > 0 });
  const errors = save.error?.body.errors ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ input: { ...value, ...push } });
  };
  const nameField = (field: 'hallName' | 'hallNameEn', label: string) => (
    <TextField label={label} value={value[field]} error={Boolean(errors[field])} helperText={errors[field]} onChange={(event) => setValue({ ...value, [field]: event.target.value })} fullWidth margin="dense" slotProps={{ htmlInput: { maxLength: 60 } }} />
  );
  return (
    <Page width="narrow">
      <PageHead title={t('settings.title')} />
      <Sheet sx={{ p: 6 }}>
        <Box component="form" onSubmit={submit} noValidate>
          <Typography variant="h2" sx={{ mb: 1 }}>
            {t('settings.hall')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
            {nameField('hallName', t('settings.hallName'))}
            {nameField('hallNameEn', t('settings.hallNameEn'))}
          </Box>
          <Typography variant="h2" sx={{ mt: 5 }}>
            {t('settings.release')}
          </Typography>
          <FormControlLabel sx={{ mt: 1 }} label={t('settings.twoPerson')} control={<Switch checked={value.isTwoPersonRelease} onChange={(_, isOn) => setValue({ ...value, isTwoPersonRelease: isOn })} />} />
          <Typography color="text.secondary">{t('settings.twoPersonHint')}</Typography>
          <PushLimitFields value={push} errors={errors} onChange={setPush} />
          <Button type="submit" variant="contained" sx={{ mt: 5 }} disabled={save.isPending || !value.hallName.trim() || !value.hallNameEn.trim()}>
            {t('shared.save.action')}
          </Button>
        </Box>
      </Sheet>
      <ChannelSheets />
    </Page>
  );
};

export default SettingsPage;
