import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { RowMenu } from '../shared/config/row-menu.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import type { ListFilter } from '../shared/list/filter-field.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { type FormRow, newForm } from './form.js';

const FormList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const filters: ListFilter[] = [
    { type: 'choice', source: 'status', label: t('forms.state'), choices: ['DRAFT', 'PUBLISHED', 'CHANGED'].map((id) => ({ id, name: t(`forms.status.${id}`) })) },
  ];
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('forms.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="forms"
        title={t('forms.title')}
        subtitle={t('forms.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={create}
        filters={filters}
        searchLabel={t('forms.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('forms.fieldCount'), value: ({ fieldCount }) => fieldCount },
          { label: t('forms.services'), value: ({ services }) => (services as string[]).join(' ') },
          { label: t('forms.updatedAt'), value: ({ updatedAt }) => updatedAt },
        ]}
        empty={<EmptyState title={t('forms.empty')} hint={t('forms.emptyHint')} action={create} />}
      >
        <DataTable<FormRow> rowClick={(_id, _resource, record) => placeOf('form', (record as FormRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<FormRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
          <DataTable.NumberCol source="fieldCount" label="forms.fieldCount" />
          <DataTable.Col<FormRow> source="services" label="forms.services" disableSort render={({ services }) => (services.length > 0 ? services.join(', ') : '—')} />
          <DataTable.Col<FormRow> source="state" label="forms.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<FormRow> source="updatedBy" label="forms.updatedBy" disableSort render={({ updatedBy }) => <PersonName person={updatedBy} />} />
          <DataTable.Col<FormRow> source="updatedAt" label="forms.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<FormRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="form" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="form" title={t('forms.create')} body={newForm(t('forms.firstSection'))} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default FormList;
