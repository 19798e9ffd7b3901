import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { BackLink } from '../shared/back-link.js';
import { useErrorText } from '../shared/error-text.js';
import { OneTimeSecret } from '../shared/one-time-secret.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { createUserDocument, type CreatedUser, type UserInput } from './user.js';
import { UserInputs } from './user-inputs.js';

const UserCreate: FC = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [username, setUsername] = useState('');
  const [value, setValue] = useState<UserInput>({ name: '', departmentId: null, roles: [{ role: 'ADMINISTRATOR', scopeId: null }] });
  const [created, setCreated] = useState<CreatedUser | null>(null);
  const create = useGraphqlMutation<{ createUser: CreatedUser }>(createUserDocument, { onSuccess: ({ createUser }) => setCreated(createUser), onError: () => true });
  const errors = create.error?.body.errors ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ input: { username: username.trim(), ...value } });
  };
  return (
    <Page width="narrow">
      <PageHead back={<BackLink to="/users" label={t('users.title')} />} title={t('users.create')} />
      <Sheet sx={{ p: 6 }}>
        <Box component="form" onSubmit={submit} noValidate>
          {create.error && Object.keys(errors).length === 0 && <Alert severity="error">{errorText(create.error)}</Alert>}
          <TextField autoFocus label={t('users.username')} value={username} error={Boolean(errors['username'])} helperText={errors['username'] ?? t('users.usernameHint')} onChange={(event) => setUsername(event.target.value)} fullWidth margin="dense" required />
          <UserInputs value={value} onChange={setValue} errors={errors} />
          <Box sx={{ mt: 5, display: 'flex', gap: 2 }}>
            <Button type="submit" variant="contained" disabled={create.isPending || !username.trim() || !value.name.trim()}>
              {t('users.create')}
            </Button>
            <Button variant="outlined" onClick={() => void navigate('/users')}>
              {t('shared.cancel')}
            </Button>
          </Box>
        </Box>
      </Sheet>
      {created && (
        <OneTimeSecret title={t('users.passwordTitle', { name: created.user.name })} hint={t('users.passwordHint')} secret={created.oneTimePassword} onClose={() => void navigate(`/users/${created.user.id}`)} />
      )}
    </Page>
  );
};

export default UserCreate;
