import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useMe } from '../providers/use-me.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { OneTimeSecret } from '../shared/one-time-secret.js';
import { isLocked, resetPasswordDocument, type CreatedUser, unlockUserDocument, updateUserDocument, type User } from './user.js';

/** Unlock, new password, disable: what is done to an account rather than to its data. */
export const UserActions: FC<{ user: User }> = ({ user }) => {
  const t = useTranslate();
  const isSelf = useMe()?.id === user.id;
  const [asking, setAsking] = useState<'reset' | 'disable' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const unlock = useGraphqlMutation<unknown>(unlockUserDocument, { success: 'users.unlocked' });
  const update = useGraphqlMutation<unknown>(updateUserDocument, { success: 'users.saved', onSuccess: () => setAsking(null) });
  const reset = useGraphqlMutation<{ resetPassword: CreatedUser }>(resetPasswordDocument, {
    onSuccess: ({ resetPassword }) => {
      setAsking(null);
      setSecret(resetPassword.oneTimePassword);
    },
  });
  return (
    <>
      {isLocked(user) && (
        <Button variant="outlined" onClick={() => unlock.mutate({ id: user.id })}>
          {t('users.unlock')}
        </Button>
      )}
      <Button variant="outlined" onClick={() => setAsking('reset')}>
        {t('users.reset')}
      </Button>
      {!isSelf &&
        (user.isDisabled ? (
          <Button variant="outlined" onClick={() => update.mutate({ id: user.id, input: { isDisabled: false } })}>
            {t('users.enable')}
          </Button>
        ) : (
          <Button variant="outlined" color="error" onClick={() => setAsking('disable')}>
            {t('users.disable')}
          </Button>
        ))}
      <ConfirmDialog open={asking === 'reset'} title={t('users.reset')} action={t('users.reset')} busy={reset.isPending} onClose={() => setAsking(null)} onConfirm={() => reset.mutate({ id: user.id })}>
        <Typography>{t('users.resetHint', { name: user.name })}</Typography>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'disable'} danger title={t('users.disable')} action={t('users.disable')} busy={update.isPending} onClose={() => setAsking(null)} onConfirm={() => update.mutate({ id: user.id, input: { isDisabled: true } })}>
        <Typography>{t('users.disableHint', { name: user.name })}</Typography>
      </ConfirmDialog>
      {secret && <OneTimeSecret title={t('users.passwordTitle', { name: user.name })} hint={t('users.passwordHint')} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
};
