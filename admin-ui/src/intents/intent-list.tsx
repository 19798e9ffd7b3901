import Add from '@mui/icons-material/AddOutlined';
import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import TableRows from '@mui/icons-material/TableRowsOutlined';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type FC, useState } from 'react';
import { DataTable, useStore, useTranslate } from 'react-admin';
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
import { ExampleCount, Score } from './health-cells.js';
import { type IntentRow, intentRoles, newIntent } from './intent.js';
import { IntentTreePage } from './intent-tree-page.js';

type View = 'list' | 'tree';

/** All intents with their health, as a list or as a tree. */
const IntentList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const [view, setView] = useStore<View>('intents.view', 'list');
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('intents.create')}
    </Button>
  );
  const actions = (
    <>
      <ToggleButtonGroup exclusive size="small" value={view} onChange={(_, next: View | null) => next && setView(next)} aria-label={t('intents.views')}>
        <ToggleButton value="list" aria-label={t('intents.view.list')}>
          <TableRows sx={{ fontSize: 18, mr: 1 }} />
          {t('intents.view.list')}
        </ToggleButton>
        <ToggleButton value="tree" aria-label={t('intents.view.tree')}>
          <AccountTree sx={{ fontSize: 18, mr: 1 }} />
          {t('intents.view.tree')}
        </ToggleButton>
      </ToggleButtonGroup>
      {create}
    </>
  );
  const empty = <EmptyState title={t('intents.empty')} hint={t('intents.emptyHint')} action={create} />;
  return (
    <>
      {view === 'tree' ? (
        <IntentTreePage actions={actions} empty={empty} />
      ) : (
        <ListPage
          resource="intents"
          title={t('intents.title')}
          subtitle={t('intents.subtitle')}
          sort={{ field: 'title', order: 'ASC' }}
          actions={actions}
          searchLabel={t('intents.search')}
          filters={[{ type: 'choice', source: 'role', label: t('intents.role.label'), choices: intentRoles.map((role) => ({ id: role, name: t(`intents.role.${role}`) })) }]}
          exportColumns={[
            { label: t('shared.item.title'), value: ({ title }) => title },
            { label: t('shared.item.key'), value: ({ key }) => key },
            { label: t('intents.role.label'), value: ({ role }) => role },
            { label: t('intents.service'), value: ({ service }) => service },
            { label: t('intents.examples.title'), value: ({ utterances }) => utterances },
            { label: 'F1', value: ({ f1 }) => f1 },
          ]}
          empty={empty}
        >
          <DataTable<IntentRow> rowClick={(_id, _resource, record) => placeOf('intent', (record as IntentRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
            <DataTable.Col source="title" label="shared.item.title" />
            <DataTable.Col<IntentRow> source="key" label="shared.item.key" render={({ key }) => <KeyText value={key} />} />
            <DataTable.Col<IntentRow> source="role" label="intents.role.label" render={({ role }) => t(`intents.role.${role}`)} />
            <DataTable.Col<IntentRow> source="service" label="intents.service" render={({ service, serviceTitle }) => serviceTitle ?? service ?? '—'} />
            <DataTable.Col<IntentRow> align="right" source="utterances" label="intents.examples.title" disableSort render={({ utterances }) => <ExampleCount count={utterances} />} />
            <DataTable.Col<IntentRow> align="right" source="f1" label="F1" disableSort render={({ f1, tested }) => <Score f1={f1} support={tested} />} />
            <DataTable.Col<IntentRow> source="state" label="intents.state" disableSort render={(row) => <RowState row={row} />} />
            <DataTable.Col<IntentRow> source="updatedAt" label="intents.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
            {canWrite && <DataTable.Col<IntentRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="intent" row={row} />} />}
          </DataTable>
        </ListPage>
      )}
      {isCreating && <CreateItemDialog kind="intent" title={t('intents.create')} body={newIntent} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default IntentList;
