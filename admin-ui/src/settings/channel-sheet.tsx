import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { gql } from '../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';

const document = gql`query NotifyChannels { notifyChannels { name enabled settings hasSecret updatedAt updatedByName } }`;
const saveDocument = gql`mutation SaveNotifyChannel($input: SaveNotifyChannelInput!) { saveNotifyChannel(input: $input) { name } }`;
const testDocument = gql`mutation TestNotifyChannel($name: ID!, $address: String) { testNotifyChannel(name: $name, address: $address) }`;

interface Channel {
  name: 'webhook' | 'email';
  enabled: boolean;
  settings: Record<string, string | number>;
  hasSecret: boolean;
}

/** The ways in which notifications leave the hall. */
export const ChannelSheets: FC = () => {
  const query = useGraphql<{ notifyChannels: Channel[] }>(document);
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {query.data?.notifyChannels.map((channel) => (
        <ChannelSheet key={channel.name} channel={channel} />
      ))}
    </>
  );
};

const texts: Record<Channel['name'], string[]> = { webhook: ['url'], email: ['host', 'port', 'user', 'from'] };
const securities = ['tls', 'starttls', 'none'];

const ChannelSheet: FC<{ channel: Channel }> = ({ channel: { name, hasSecret, ...channel } }) => {
  const t = useTranslate();
  const [enabled, setEnabled] = useState(channel.enabled);
  const [settings, setSettings] = useState(channel.settings);
  const [secret, setSecret] = useState('');
  const [address, setAddress] = useState('');
  const save = useGraphqlMutation<unknown>(saveDocument, { success: 'settings.saved', onSuccess: () => setSecret(''), onError: (error) => Object.keys(error.body.errors).length > 0 });
  const test = useGraphqlMutation<unknown>(testDocument, { success: 'settings.channel.tested' });
  const errors = save.error?.body.errors ?? {};
  const set = (field: string, value: string | number) => setSettings({ ...settings, [field]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ input: { name, enabled, settings, ...(secret && { secret }) } });
  };
  return (
    <Sheet sx={{ p: 6, mt: 4 }} label={t(`settings.channel.${name}`)}>
      <Box component="form" onSubmit={submit} noValidate>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {t(`settings.channel.${name}`)}
          </Typography>
          <FormControlLabel label={t('settings.channel.enabled')} control={<Switch checked={enabled} onChange={(_, isOn) => setEnabled(isOn)} />} />
        </Box>
        <Typography color="text.secondary">{t(`settings.channel.${name}Hint`)}</Typography>
        <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', md: name === 'webhook' ? '1fr' : '1fr 1fr' } }}>
          {texts[name].map((field) => (
            <TextField
              key={field}
              margin="dense"
              fullWidth
              type={field === 'port' ? 'number' : 'text'}
              label={t(`settings.channel.field.${field}`)}
              value={settings[field] ?? ''}
              error={Boolean(errors[`settings.${field}`] ?? errors[field])}
              helperText={errors[`settings.${field}`] ?? errors[field]}
              onChange={(event) => set(field, field === 'port' ? Number(event.target.value) : event.target.value)}
            />
          ))}
          {name === 'email' && (
            <TextField select margin="dense" fullWidth label={t('settings.channel.field.security')} value={settings['security'] ?? 'tls'} onChange={(event) => set('security', event.target.value)}>
              {securities.map((security) => (
                <MenuItem key={security} value={security}>
                  {t(`settings.channel.security.${security}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField type="password" autoComplete="new-password" margin="dense" fullWidth label={t(`settings.channel.secret.${name}`)} placeholder={hasSecret ? t('settings.channel.secretKept') : ''} value={secret} onChange={(event) => setSecret(event.target.value)} slotProps={{ ...(hasSecret && { inputLabel: { shrink: true } }) }} />
        </Box>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mt: 3 }}>
          <Button type="submit" variant="outlined" disabled={save.isPending}>
            {t('shared.save.action')}
          </Button>
          <Box sx={{ flex: 1 }} />
          {name === 'email' && <TextField size="small" label={t('settings.channel.testTo')} value={address} onChange={(event) => setAddress(event.target.value)} />}
          <Button variant="outlined" disabled={test.isPending} onClick={() => test.mutate({ name, address: address || null })}>
            {t('settings.channel.test')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
};
