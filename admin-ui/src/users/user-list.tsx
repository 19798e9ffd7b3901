import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { type FC } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { roles, type User } from './user.js';
import { UserState } from './user-state.js';

const UserList: FC = () => {
  const t = useTranslate();
  const roleNames = (user: User) => user.roles.map(({ role, scope }) => (scope ? t('users.roleIn', { role: t(`app.role.${role}`), scope: scope.title }) : t(`app.role.${role}`))).join(t('shared.separator'));
  const create = (
    <Button variant="contained" startIcon={<PersonAdd />} component={Link} to="/users/create">
      {t('users.create')}
    </Button>
  );
  return (
    <ListPage
      resource="users"
      title={t('users.title')}
      subtitle={t('users.subtitle')}
      sort={{ field: 'name', order: 'ASC' }}
      actions={create}
      searchLabel={t('users.search')}
      filters={[
        { type: 'choice', source: 'role', label: t('users.role'), choices: roles.map((id) => ({ id, name: t(`app.role.${id}`) })) },
        { type: 'boolean', source: 'isDisabled', label: t('users.disabled') },
      ]}
      exportColumns={[
        { label: t('users.name'), value: ({ name }) => name },
        { label: t('users.username'), value: ({ username }) => username },
        { label: t('users.roles'), value: (record) => roleNames(record as User) },
        { label: t('users.department'), value: ({ department }) => (department as User['department'])?.title },
        { label: t('users.lastSignInAt'), value: ({ lastSignInAt }) => lastSignInAt },
      ]}
      empty={<EmptyState title={t('users.empty')} hint={t('users.emptyHint')} action={create} />}
    >
      <DataTable<User> rowClick={(id) => `/users/${id}`} bulkActionButtons={false} empty={<EmptyResults />}>
        <DataTable.Col source="name" label="users.name" />
        <DataTable.Col source="username" label="users.username" />
        <DataTable.Col<User> source="roles" label="users.roles" disableSort render={roleNames} />
        <DataTable.Col<User> source="department" label="users.department" disableSort render={(user) => user.department?.title ?? '—'} />
        <DataTable.Col<User> source="state" label="users.state" disableSort render={(user) => <UserState user={user} />} />
        <DataTable.Col<User> source="lastSignInAt" label="users.lastSignInAt" render={(user) => <RelativeTime at={user.lastSignInAt} none={t('users.never')} />} />
      </DataTable>
    </ListPage>
  );
};

export default UserList;
