import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { BulkDelete } from './bulk-delete.js';
import { CorpusTabs } from './corpus-tabs.js';
import { PasteDialog } from './edit/paste-dialog.js';
import { UtteranceDrawer } from './edit/utterance-drawer.js';
import { ExportMenu } from './export-menu.js';
import { HealthStrip } from './health-strip.js';
import { IntentFilter } from './labels/intent-filter.js';
import { SpecialFilter } from './labels/special-filter.js';
import { useSlotLabels } from './labels/use-labels.js';
import { SpanText } from '../shared/spans/span-text.js';
import { sources, type Utterance } from './utterance.js';
import { PersonName } from '../shared/small-texts.js';

/** Every sentence that people have typed, with what it means. */
const UtteranceList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('corpus.write');
  const { slots, titleOf } = useSlotLabels();
  const [query] = useSearchParams();
  const [shown, setShown] = useState<Pick<Utterance, 'id'> | 'new' | null>(query.has('create') ? 'new' : null);
  const [isPasting, setIsPasting] = useState(query.has('paste'));

  const add = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setShown('new')}>
      {t('corpus.add')}
    </Button>
  );
  const bring = canWrite && (
    <>
      <Button variant="outlined" onClick={() => setIsPasting(true)}>
        {t('corpus.paste.action')}
      </Button>
      <Button variant="outlined" component={Link} to="/utterances/import">
        {t('corpus.import.action')}
      </Button>
    </>
  );
  return (
    <>
      <ListPage
        resource="utterances"
        title={t('corpus.title')}
        subtitle={<CorpusTabs />}
        sort={{ field: 'at', order: 'DESC' }}
        actions={
          <>
            {bring}
            <ExportMenu />
            {add}
          </>
        }
        searchLabel={t('corpus.search')}
        filters={[
          { type: 'element', source: 'intent', element: <IntentFilter /> },
          { type: 'element', source: 'special', element: <SpecialFilter /> },
          { type: 'choice', source: 'slot', label: t('corpus.slot'), choices: slots.map(({ key, title }) => ({ id: key, name: title })) },
          { type: 'choice', source: 'source', label: t('corpus.source.name'), choices: sources.map((id) => ({ id, name: t(`corpus.source.${id}`) })) },
        ]}
        above={<HealthStrip />}
        empty={
          <EmptyState
            title={t('corpus.empty')}
            hint={t('corpus.emptyHint')}
            action={
              <>
                {bring}
                {add}
              </>
            }
          />
        }
      >
        <DataTable<Utterance>
          bulkActionButtons={canWrite ? <BulkDelete /> : false}
          empty={<EmptyResults />}
          rowClick={(_id, _resource, record) => {
            setShown(record as Utterance);
            return false;
          }}
          sx={{ '& td.column-text': { whiteSpace: 'normal', maxWidth: 720, minWidth: 260, py: 1.5 }, '& td.column-intent': { maxWidth: 220 } }}
        >
          <DataTable.Col<Utterance> source="text" label="corpus.text" render={({ text, entities }) => <SpanText text={text} spans={entities} titleOf={titleOf} />} />
          <DataTable.Col<Utterance> source="intent" label="corpus.intent.name" render={({ intent, intentTitle }) => (intent === null ? <StatusChip tone="notice" label={t('corpus.unlabelled')} /> : (intentTitle ?? intent))} />
          <DataTable.Col<Utterance> source="source" label="corpus.source.name" render={({ source }) => t(`corpus.source.${source}`)} />
          <DataTable.Col<Utterance> source="byName" label="corpus.by" disableSort render={({ byName }) => <PersonName person={byName} />} />
          <DataTable.Col<Utterance> source="updatedAt" label="corpus.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          <DataTable.Col<Utterance> source="at" label="corpus.at" render={({ at }) => <RelativeTime at={at} />} />
        </DataTable>
      </ListPage>
      {shown && <UtteranceDrawer key={shown === 'new' ? 'new' : shown.id} id={shown === 'new' ? null : shown.id} onOpen={(id) => setShown({ id })} onClose={() => setShown(null)} />}
      {isPasting && <PasteDialog onClose={() => setIsPasting(false)} />}
    </>
  );
};

export default UtteranceList;
