import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { emptyProfile, type ProfileRow } from './profile.js';

/** What can be known of applicants, by subject: the vocabulary in which conditions of policies are written. */
const ProfileList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(false);
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('profiles.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="profiles"
        title={t('profiles.title')}
        subtitle={t('profiles.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={create}
        searchLabel={t('profiles.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('profiles.fields'), value: ({ fieldCount }) => fieldCount },
        ]}
        empty={<EmptyState title={t('profiles.empty')} hint={t('profiles.emptyHint')} action={create} />}
      >
        <DataTable<ProfileRow> rowClick={(_id, _resource, record) => placeOf('profile', (record as ProfileRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<ProfileRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
          <DataTable.NumberCol source="fieldCount" label="profiles.fields" />
          <DataTable.Col<ProfileRow> source="state" label="profiles.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<ProfileRow> source="updatedBy" label="profiles.updatedBy" disableSort render={({ updatedBy }) => <PersonName person={updatedBy} />} />
          <DataTable.Col<ProfileRow> source="updatedAt" label="profiles.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="profile" title={t('profiles.create')} body={emptyProfile} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default ProfileList;
