import Add from '@mui/icons-material/AddOutlined';
import PlayArrow from '@mui/icons-material/PlayArrowOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { countCases, emptyDialogTest, runDialogTestsDocument, type DialogTestRow, type TestResult } from './dialog-test.js';

/** 对话测试. Conversations that must go as they are written; a release runs them. */
const DialogTestList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const run = useGraphqlMutation<{ runDialogTests: { items: TestResult[] } }>(runDialogTestsDocument);
  const results = run.data?.runDialogTests.items;
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('dialogTests.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="dialogTests"
        title={t('dialogTests.title')}
        subtitle={results ? t('dialogTests.ran', countCases(results)) : t('dialogTests.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={
          <>
            <Button variant="outlined" startIcon={<PlayArrow />} disabled={run.isPending} onClick={() => run.mutate({ keys: null })}>
              {t(run.isPending ? 'dialogTests.running' : 'dialogTests.runAll')}
            </Button>
            {create}
          </>
        }
        empty={<EmptyState title={t('dialogTests.empty')} hint={t('dialogTests.emptyHint')} action={create} />}
      >
        <DataTable<DialogTestRow> rowClick={(_id, _resource, record) => placeOf('dialog-test', (record as DialogTestRow).key)} bulkActionButtons={false} empty={<EmptyResults />}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<DialogTestRow> source="key" label="shared.item.key" disableSort render={({ key }) => <KeyText value={key} />} />
          <DataTable.Col<DialogTestRow> source="result" label="dialogTests.result" disableSort render={({ key }) => <Verdict result={results?.find((result) => result.key === key)} />} />
          <DataTable.Col<DialogTestRow> source="published" label="dialogTests.inHall" disableSort render={({ published }) => <StatusChip tone={published ? 'good' : 'quiet'} label={t(published ? 'dialogTests.published' : 'dialogTests.draft')} />} />
          <DataTable.Col<DialogTestRow> source="updatedByName" label="dialogTests.updatedBy" disableSort render={({ updatedByName }) => <PersonName person={updatedByName} />} />
          <DataTable.Col<DialogTestRow> source="updatedAt" label="dialogTests.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="dialog-test" title={t('dialogTests.create')} body={emptyDialogTest} onClose={() => setIsCreating(false)} />}
    </>
  );
};

const Verdict: FC<{ result: TestResult | undefined }> = ({ result }) => {
  const t = useTranslate();
  if (!result) return <>—</>;
  return <StatusChip tone={result.passed ? 'good' : 'bad'} label={result.passed ? t('dialogTests.passed') : t('dialogTests.failedCases', { smart_count: result.cases.filter(({ passed }) => !passed).length })} />;
};

export default DialogTestList;
