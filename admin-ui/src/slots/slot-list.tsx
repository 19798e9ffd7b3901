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
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { newSlot, type SlotRow, slotTypes } from './slot.js';

const SlotList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('slots.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="slots"
        title={t('slots.title')}
        subtitle={t('slots.subtitle')}
        sort={{ field: 'title', order: 'ASC' }}
        actions={create}
        searchLabel={t('slots.search')}
        filters={[{ type: 'choice', source: 'type', label: t('slots.type.label'), choices: slotTypes.map((type) => ({ id: type, name: t(`slots.type.${type}`) })) }]}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('slots.type.label'), value: ({ type }) => type },
          { label: t('slots.fieldCount'), value: ({ fields }) => fields.length },
          { label: t('slots.utterances'), value: ({ utterances }) => utterances },
        ]}
        empty={<EmptyState title={t('slots.empty')} hint={t('slots.emptyHint')} action={create} />}
      >
        <DataTable<SlotRow> rowClick={(_id, _resource, record) => placeOf('slot', (record as SlotRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<SlotRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
          <DataTable.Col<SlotRow> source="type" label="slots.type.label" render={({ type }) => t(`slots.type.${type}`)} />
          <DataTable.Col<SlotRow> source="sensitive" label="slots.sensitive" disableSort render={({ sensitive }) => (sensitive ? <StatusChip tone="notice" label={t('slots.personal')} /> : '—')} />
          <DataTable.Col<SlotRow> align="right" source="fields" label="slots.fieldCount" disableSort render={({ fields }) => fields.length} />
          <DataTable.NumberCol<SlotRow> source="utterances" label="slots.utterances" disableSort />
          <DataTable.Col<SlotRow> source="state" label="slots.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<SlotRow> source="updatedAt" label="slots.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<SlotRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="slot" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="slot" title={t('slots.create')} body={newSlot} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default SlotList;
