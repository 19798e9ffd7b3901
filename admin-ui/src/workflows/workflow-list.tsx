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
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { newWorkflow, type WorkflowRow } from './workflow.js';

const WorkflowList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('workflows.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="workflows"
        title={t('workflows.title')}
        subtitle={t('workflows.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={create}
        searchLabel={t('workflows.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('workflows.taskCount'), value: ({ taskCount }) => taskCount },
          { label: t('workflows.services'), value: ({ services }) => services.join(' ') },
          { label: t('workflows.updatedAt'), value: ({ updatedAt }) => updatedAt },
        ]}
        empty={<EmptyState title={t('workflows.empty')} hint={t('workflows.emptyHint')} action={create} />}
      >
        <DataTable<WorkflowRow> rowClick={(_id, _resource, record) => placeOf('workflow', (record as WorkflowRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<WorkflowRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
          <DataTable.NumberCol source="taskCount" label="workflows.taskCount" />
          <DataTable.Col<WorkflowRow> align="right" source="services" label="workflows.serviceCount" disableSort render={({ services }) => services.length} />
          <DataTable.Col<WorkflowRow> source="state" label="workflows.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<WorkflowRow> source="updatedBy" label="workflows.updatedBy" disableSort render={({ updatedBy }) => <PersonName person={updatedBy} />} />
          <DataTable.Col<WorkflowRow> source="updatedAt" label="workflows.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<WorkflowRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="workflow" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="workflow" title={t('workflows.create')} body={newWorkflow} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default WorkflowList;
