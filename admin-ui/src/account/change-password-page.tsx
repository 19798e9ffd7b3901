import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Brand } from '../app/layout/brand.js';
import { PasswordField } from '../login/password-field.js';
import { ApiError, gql } from '../providers/graphql.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useMe } from '../providers/use-me.js';
import { useErrorText } from '../shared/error-text.js';

const document = gql`mutation ChangePassword($current: String!, $next: String!) { changePassword(current: $current, next: $next) }`;

/** Choosing a new password: by one's own wish, or because a one-time password demands it. */
const ChangePasswordPage: FC = () => {
  const t = useTranslate();
  const me = useMe();
  const navigate = useNavigate();
  const logout = useLogout();
  const errorText = useErrorText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useGraphqlMutation<unknown>(document, {
    onSuccess: () => {
      // A fresh page: whatever was loaded knows the person as one who may do nothing yet.
      location.replace('/');
    },
    onError: () => true,
  });
  const code = change.error instanceof ApiError ? change.error.code : null;
  const differs = again !== '' && again !== next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (current && next && next === again) change.mutate({ current, next });
  };
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 4, bgcolor: 'background.default' }}>
      <Paper component="form" variant="outlined" onSubmit={submit} noValidate sx={{ width: '100%', maxWidth: 420, p: 8 }}>
        <Brand size={32} />
        <Typography variant="h1" sx={{ mt: 3 }}>
          {t('account.title')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {t(me?.mustChangePassword ? 'account.mustChange' : 'account.subtitle')}
        </Typography>
        {change.error && code !== 'BAD_CREDENTIALS' && code !== 'WEAK_PASSWORD' && <Alert severity="error">{errorText(change.error)}</Alert>}
        <PasswordField label={t('account.current')} value={current} onChange={setCurrent} autoComplete="current-password" autoFocus error={code === 'BAD_CREDENTIALS'} helperText={code === 'BAD_CREDENTIALS' ? t('account.wrongCurrent') : undefined} />
        <PasswordField label={t('account.next')} value={next} onChange={setNext} autoComplete="new-password" error={code === 'WEAK_PASSWORD'} helperText={code === 'WEAK_PASSWORD' ? errorText(change.error) : t('account.nextHint')} />
        <PasswordField label={t('account.again')} value={again} onChange={setAgain} autoComplete="new-password" error={differs} helperText={differs ? t('account.differs') : undefined} />
        <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
          <Button type="submit" variant="contained" disabled={!current || !next || next !== again || change.isPending}>
            {t('account.submit')}
          </Button>
          {me?.mustChangePassword ? (
            <Button variant="outlined" onClick={() => void logout()}>
              {t('app.person.signOut')}
            </Button>
          ) : (
            <Button variant="outlined" onClick={() => void navigate(-1)}>
              {t('shared.cancel')}
            </Button>
          )}
        </Box>
      </Paper>
    </Box>
  );
};

export default ChangePasswordPage;
