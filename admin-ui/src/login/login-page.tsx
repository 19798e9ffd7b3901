import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useEffect, useState } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { Brand } from '../app/layout/brand.js';
import { LanguageMenu } from '../app/layout/language-menu.js';
import { ThemeButton } from '../app/layout/top-bar.js';
import { PasswordField } from './password-field.js';
import { useSignInError } from './use-sign-in-error.js';

/** Sign-in. Its errors say what to do; which of name and password was wrong stays unsaid. */
export const LoginPage: FC = () => {
  const t = useTranslate();
  const login = useLogin();
  const errorOf = useSignInError();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('app.name')}`;
  }, [t]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    await login({ username: username.trim(), password }).catch(setError);
    setBusy(false);
  };
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 5fr) minmax(0, 6fr)' }, bgcolor: 'background.default' }}>
      <LoginAside />
      <Box component="main" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', p: 6, position: 'relative' }}>
        <Box sx={{ position: 'absolute', top: 16, right: 16 }}>
          <LanguageMenu isAnonymous />
          <ThemeButton />
        </Box>
        <Box component="form" onSubmit={(event) => void submit(event)} noValidate sx={{ width: '100%', maxWidth: 340 }}>
          <Box sx={{ display: { xs: 'block', md: 'none' }, mb: 4 }}>
            <Brand size={40} />
          </Box>
          <Typography variant="h1" sx={{ fontSize: 24 }}>
            {t('login.title')}
          </Typography>
          <Typography color="text.secondary" sx={{ mb: 5 }}>
            {t('login.subtitle')}
          </Typography>
          {error !== null && (
            <Alert severity="error" sx={{ mb: 3 }}>
              {errorOf(error)}
            </Alert>
          )}
          <TextField label={t('login.username')} value={username} onChange={(event) => setUsername(event.target.value)} autoComplete="username" autoFocus required fullWidth margin="dense" slotProps={{ inputLabel: { required: false } }} />
          <PasswordField label={t('login.password')} value={password} onChange={setPassword} autoComplete="current-password" />
          <Button type="submit" variant="contained" fullWidth disabled={busy || !username.trim() || !password} sx={{ mt: 4, minHeight: 40 }}>
            {t(busy ? 'login.busy' : 'login.submit')}
          </Button>
          <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 4 }}>
            {t('login.forgotten')}
          </Typography>
        </Box>
      </Box>
    </Box>
  );
};

/** What the product is for, in three lines. */
const LoginAside: FC = () => {
  const t = useTranslate();
  return (
    <Box sx={{ display: { xs: 'none', md: 'flex' }, flexDirection: 'column', justifyContent: 'space-between', p: 12, bgcolor: '#123a86', color: '#fff' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Brand size={36} />
        <Typography sx={{ fontSize: 18, fontWeight: 600 }}>{t('app.name')}</Typography>
      </Box>
      <Box>
        <Typography sx={{ fontSize: 30, fontWeight: 600, lineHeight: 1.4, mb: 4 }}>{t('login.claim')}</Typography>
        {['login.point1', 'login.point2', 'login.point3'].map((key) => (
          <Typography key={key} sx={{ color: '#c9d9f7', py: 1, fontSize: 15 }}>
            {t(key)}
          </Typography>
        ))}
      </Box>
      <Typography variant="caption" sx={{ color: '#a9c1ef' }}>
        {t('login.footer')}
      </Typography>
    </Box>
  );
};
