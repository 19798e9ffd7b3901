import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { type DictionaryRow, emptyDictionary } from './dictionary.js';

const DictionaryList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('dictionaries.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="dictionaries"
        title={t('dictionaries.title')}
        subtitle={t('dictionaries.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={create}
        searchLabel={t('dictionaries.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('dictionaries.entries'), value: ({ entryCount }) => entryCount },
          { label: t('dictionaries.updatedAt'), value: ({ updatedAt }) => updatedAt },
        ]}
        empty={<EmptyState title={t('dictionaries.empty')} hint={t('dictionaries.emptyHint')} action={create} />}
      >
        <DataTable<DictionaryRow> rowClick={(_id, _resource, record) => placeOf('dictionary', (record as DictionaryRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<DictionaryRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
          <DataTable.NumberCol source="entryCount" label="dictionaries.entries" />
          <DataTable.Col<DictionaryRow> source="state" label="dictionaries.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<DictionaryRow> source="updatedBy" label="dictionaries.updatedBy" disableSort render={({ updatedBy }) => <PersonName person={updatedBy} />} />
          <DataTable.Col<DictionaryRow> source="updatedAt" label="dictionaries.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="dictionary" title={t('dictionaries.create')} body={emptyDictionary} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default DictionaryList;
