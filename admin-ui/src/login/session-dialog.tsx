import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { type FC, type FormEvent, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { changePasswordPath } from '../providers/auth-provider.js';
import { reopenSocket, whoIsThere } from '../providers/graphql.js';
import { type Me, signIn } from '../providers/me.js';
import { renewSession, useEndedSession } from '../providers/session-gate.js';
import { PasswordField } from './password-field.js';
import { useSignInError } from './use-sign-in-error.js';

/** Over whatever page stands open when the session ends: the password again, and everything goes on. */
export const SessionDialog: FC = () => {
  const me = useEndedSession();
  return me && <SignInAgain me={me} />;
};

const SignInAgain: FC<{ me: Me }> = ({ me }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const errorOf = useSignInError();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const goOn = (again: Me) => {
    reopenSocket();
    renewSession(again);
    void client.invalidateQueries({ queryKey: ['me'] });
    if (again.mustChangePassword) location.assign(changePasswordPath);
  };
  useEffect(() => {
    // Whoever signs in again in another window need not do it here too; somebody else there ends what stands here.
    const look = () => void whoIsThere().then((id) => (id === me.id ? goOn(me) : id && location.reload()));
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setError(null);
    await signIn(me.username, password).then(goOn, (cause: unknown) => {
      setError(cause);
      setBusy(false);
    });
  };
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="session-title" slotProps={{ paper: { component: 'form', onSubmit: (event: FormEvent) => void submit(event), noValidate: true } as object }}>
      <DialogTitle id="session-title">{t('login.ended.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{t('login.ended.hint', { name: me.name, username: me.username })}</Typography>
        {error !== null && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {errorOf(error)}
          </Alert>
        )}
        {/* Lets password managers know whose password is asked for. */}
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <PasswordField label={t('login.password')} value={password} onChange={setPassword} autoComplete="current-password" autoFocus />
      </DialogContent>
      <DialogActions>
        {/* A full load: whatever the other person may not see is gone, and the browser asks where something would be lost. */}
        <Button variant="text" onClick={() => location.assign('/login')}>
          {t('login.ended.other')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button type="submit" variant="contained" disabled={busy || !password}>
          {t(busy ? 'login.busy' : 'login.ended.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
