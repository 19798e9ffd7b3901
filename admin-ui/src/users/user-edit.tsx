import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { NotFound } from '../app/not-found.js';
import { PageLoading } from '../app/page-loading.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { BackLink } from '../shared/back-link.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { useErrorText } from '../shared/error-text.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { RelativeTime } from '../shared/relative-time.js';
import { updateUserDocument, type User, type UserInput, usersResource } from './user.js';
import { UserActions } from './user-actions.js';
import { UserInputs } from './user-inputs.js';
import { UserState } from './user-state.js';

const UserEdit: FC = () => {
  const { id = '' } = useParams();
  const query = useGraphql<{ user: User | null }>(usersResource.one!, { id });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  return query.data.user ? <Loaded key={id} user={query.data.user} /> : <NotFound />;
};

const Loaded: FC<{ user: User }> = ({ user }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const [value, setValue] = useState<UserInput>({ name: user.name, departmentId: user.department?.id ?? null, roles: user.roles.map(({ role, scope }) => ({ role, scopeId: scope?.id ?? null })) });
  const update = useGraphqlMutation<unknown>(updateUserDocument, { success: 'users.saved', onError: () => true });
  const errors = update.error?.body.errors ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ id: user.id, input: value });
  };
  return (
    <Page width="narrow">
      <PageHead back={<BackLink to="/users" label={t('users.title')} />} title={user.name} itemKey={user.username} chips={<UserState user={user} />} actions={<UserActions user={user} />} />
      <Sheet sx={{ p: 6 }}>
        <Box component="form" onSubmit={submit} noValidate>
          {update.error && Object.keys(errors).length === 0 && <Alert severity="error">{errorText(update.error)}</Alert>}
          <UserInputs value={value} onChange={setValue} errors={errors} />
          <Box sx={{ mt: 5, display: 'flex', gap: 3, alignItems: 'center' }}>
            <Button type="submit" variant="contained" disabled={update.isPending || !value.name.trim()}>
              {t('shared.save.action')}
            </Button>
            <Typography variant="caption" color="text.secondary">
              {t('users.lastSignInAt')} <RelativeTime at={user.lastSignInAt} none={t('users.never')} />
            </Typography>
          </Box>
        </Box>
      </Sheet>
    </Page>
  );
};

export default UserEdit;
