import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { OneTimeSecret } from '../shared/one-time-secret.js';
import { createApiKeyDocument, scopes } from './api-key.js';

/** A new hall key, then its secret, shown once. */
export const ApiKeyDialog: FC<{ onClose: () => void }> = ({ onClose }) => {
  const t = useTranslate();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([...scopes]);
  const [expires, setExpires] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const create = useGraphqlMutation<{ createApiKey: { secret: string } }>(createApiKeyDocument, { onSuccess: ({ createApiKey }) => setSecret(createApiKey.secret) });
  const submit = () => create.mutate({ input: { name: name.trim(), scopes: chosen, expiresAt: expires ? new Date(`${expires}T23:59:59`).toISOString() : null } });

  if (secret) return <OneTimeSecret title={t('apiKeys.secretTitle')} hint={t('apiKeys.secretHint')} secret={secret} onClose={onClose} />;
  return (
    <ConfirmDialog open title={t('apiKeys.create')} action={t('apiKeys.create')} busy={create.isPending} disabled={!name.trim() || chosen.length === 0} onClose={onClose} onConfirm={submit}>
      <TextField autoFocus fullWidth margin="dense" label={t('apiKeys.name')} helperText={t('apiKeys.nameHint')} value={name} onChange={(event) => setName(event.target.value)} />
      <FormGroup role="group" aria-label={t('apiKeys.scopes')}>
        {scopes.map((scope) => (
          <FormControlLabel
            key={scope}
            label={t(`apiKeys.scope.${scope.replace('.', '_')}`)}
            control={<Checkbox size="small" checked={chosen.includes(scope)} onChange={(_, isOn) => setChosen(isOn ? [...chosen, scope] : chosen.filter((other) => other !== scope))} />}
          />
        ))}
      </FormGroup>
      <TextField type="date" fullWidth margin="dense" label={t('apiKeys.expiresAt')} helperText={t('apiKeys.expiresHint')} value={expires} onChange={(event) => setExpires(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
    </ConfirmDialog>
  );
};
