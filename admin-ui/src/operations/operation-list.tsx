import { type FC, useState } from 'react';
import { DataTable, useRefresh, useTranslate } from 'react-admin';
import { useSubscription } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { operationChangedDocument, type Operation, type OperationState } from '../shared/operation.js';
import { OperationProgress } from '../shared/operation-progress.js';
import { RelativeTime } from '../shared/relative-time.js';
import { OperationActions } from './operation-actions.js';
import { OperationDrawer } from './operation-drawer.js';
import { PersonName } from '../shared/small-texts.js';

const states: OperationState[] = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

/** Everything that the server does in the background: live progress, cancel, retry, why it failed. */
const OperationList: FC = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const [shown, setShown] = useState<Operation | null>(null);
  useSubscription<{ operationChanged: Operation }>(operationChangedDocument, {}, ({ operationChanged }) => {
    if (operationChanged.finishedAt || operationChanged.state === 'QUEUED') refresh();
  });
  return (
    <>
      <ListPage
        resource="operations"
        title={t('operations.title')}
        subtitle={t('operations.subtitle')}
        sort={{ field: 'createdAt', order: 'DESC' }}
        filters={[
          { type: 'choice', source: 'state', label: t('operations.state'), choices: states.map((id) => ({ id, name: t(`shared.operation.${id}`) })) },
          { type: 'boolean', source: 'mine', label: t('operations.mine') },
        ]}
        exportColumns={[
          { label: t('operations.name'), value: ({ title }) => title },
          { label: t('operations.state'), value: ({ state }) => t(`shared.operation.${state as string}`) },
          { label: t('operations.by'), value: ({ createdByName }) => createdByName },
          { label: t('operations.createdAt'), value: ({ createdAt }) => createdAt },
          { label: t('operations.finishedAt'), value: ({ finishedAt }) => finishedAt },
          { label: t('operations.error'), value: ({ error }) => (error as Operation['error'])?.message },
        ]}
        empty={<EmptyState title={t('operations.empty')} hint={t('operations.emptyHint')} />}
      >
        <DataTable<Operation>
          bulkActionButtons={false}
          empty={<EmptyResults />}
          rowClick={(_id, _resource, record) => {
            setShown(record as Operation);
            return false;
          }}
        >
          <DataTable.Col source="title" label="operations.name" disableSort />
          <DataTable.Col<Operation> source="state" label="operations.state" render={(operation) => <OperationProgress operation={operation} />} />
          <DataTable.Col<Operation> source="createdByName" label="operations.by" disableSort render={({ createdByName }) => <PersonName person={createdByName} />} />
          <DataTable.Col<Operation> source="createdAt" label="operations.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
          <DataTable.Col<Operation> source="finishedAt" label="operations.finishedAt" render={({ finishedAt }) => <RelativeTime at={finishedAt} />} />
          <DataTable.Col<Operation> source="attempts" label="operations.attempts" disableSort render={({ attempts, maxAttempts }) => `${attempts} / ${maxAttempts}`} />
          <DataTable.Col<Operation> source="error" label="operations.error" disableSort render={({ error }) => error?.message ?? ''} />
          <DataTable.Col<Operation> source="actions" label="" disableSort render={(operation) => <OperationActions operation={operation} />} />
        </DataTable>
      </ListPage>
      {shown && <OperationDrawer operation={shown} onClose={() => setShown(null)} />}
    </>
  );
};

export default OperationList;
