import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, useMemo } from 'react';
import { DataTable, useListContext, useRefresh, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useGraphql, useGraphqlMutation, useSubscription } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { claimDocument, inboxChangedDocument, releaseTaskDocument, taskServicesDocument, type TaskRow } from './case.js';
import { InboxTabs, whatWaits } from './inbox-tabs.js';
import { TaskStateChip, Waited } from './state-chips.js';
import { serviceChoices } from './urgency.js';
import { useRowKeys } from './use-row-keys.js';

const openPage = (task: TaskRow) => `/cases/${task.case.id}?task=${task.id}`;

/** 待办. What waits for me, the oldest first; live. */
const TaskList: FC = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  useSubscription(inboxChangedDocument, {}, refresh);
  const services = useGraphql<{ tasks: { items: { case: { service: string; serviceTitle: string } }[] } }>(taskServicesDocument);
  const choices = useMemo(() => serviceChoices((services.data?.tasks.items ?? []).map((task) => task.case)), [services.data]);
  return (
    <ListPage
      resource="tasks"
      title={t('cases.tasks')}
      subtitle={t('cases.tasksHint')}
      sort={{ field: 'createdAt', order: 'ASC' }}
      searchLabel={t('cases.search')}
      initialFilter={whatWaits}
      above={<InboxTabs />}
      filters={[{ type: 'choice', source: 'service', label: t('cases.service'), choices }]}
      exportColumns={[
        { label: t('cases.number'), value: (row) => (row as TaskRow).case.number },
        { label: t('cases.service'), value: (row) => (row as TaskRow).case.serviceTitle },
        { label: t('cases.task'), value: ({ title }) => title },
        { label: t('cases.applicant'), value: (row) => (row as TaskRow).case.applicantName },
        { label: t('cases.stateLabel'), value: ({ state }) => t(`cases.taskState.${state as string}`) },
        { label: t('cases.waiting'), value: ({ createdAt }) => createdAt },
      ]}
      empty={<EmptyState title={t('cases.noTasks')} hint={t('cases.noTasksHint')} />}
    >
      <TaskTable />
    </ListPage>
  );
};

const TaskTable: FC = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { data = [] } = useListContext<TaskRow>();
  const claim = useGraphqlMutation(claimDocument, { success: 'cases.claimed' });
  const release = useGraphqlMutation(releaseTaskDocument, { success: 'cases.released' });
  const claimRow = ({ id, rev, canClaim }: TaskRow) => canClaim && claim.mutate({ id, rev });
  const current = useRowKeys({ rows: data, onOpen: (row) => void navigate(openPage(row)), onClaim: claimRow });
  const isBusy = claim.isPending || release.isPending;
  return (
    <>
      <DataTable<TaskRow> bulkActionButtons={false} empty={<EmptyResults />} rowClick={(_id, _resource, record) => openPage(record as TaskRow)} rowSx={(record) => ((record as TaskRow).id === current ? { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } : {})}>
        <DataTable.Col<TaskRow> source="number" label="cases.number" render={(row) => <KeyText value={row.case.number} />} />
        <DataTable.Col<TaskRow> source="service" label="cases.service" disableSort render={(row) => row.case.serviceTitle} />
        <DataTable.Col source="title" label="cases.task" />
        <DataTable.Col<TaskRow> source="applicant" label="cases.applicant" disableSort render={(row) => <Box component="span" sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'center' }}>{row.case.applicantName}{row.case.isPreview && <StatusChip tone="quiet" label={t('cases.preview')} />}</Box>} />
        <DataTable.Col<TaskRow> source="createdAt" label="cases.waiting" render={(row) => (row.completedAt ? <RelativeTime at={row.completedAt} /> : <Waited since={row.createdAt} />)} />
        <DataTable.Col<TaskRow> source="state" label="cases.stateLabel" render={({ state }) => <TaskStateChip state={state} />} />
        <DataTable.Col<TaskRow>
          source="actions"
          label=""
          disableSort
          render={(row) => (
            <Box onClick={(event) => event.stopPropagation()} sx={{ textAlign: 'right' }}>
              {row.canClaim && (
                <Button variant="outlined" disabled={isBusy} onClick={() => claimRow(row)}>
                  {t('cases.claim')}
                </Button>
              )}
              {row.state === 'CLAIMED' && row.canComplete && (
                <Button variant="text" disabled={isBusy} onClick={() => release.mutate({ id: row.id, rev: row.rev })}>
                  {t('cases.release')}
                </Button>
              )}
            </Box>
          )}
        />
      </DataTable>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 4, py: 2, display: { xs: 'none', md: 'block' } }}>
        {t('cases.keys')}
      </Typography>
    </>
  );
};

export default TaskList;
