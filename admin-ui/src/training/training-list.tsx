import CompareArrows from '@mui/icons-material/CompareArrowsOutlined';
import PlayArrow from '@mui/icons-material/PlayArrowOutlined';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { type FC, useState } from 'react';
import { DataTable, useListContext, useRefresh, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useSubscription } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { formatCount, formatShare } from '../shared/format.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { operationChangedDocument, type Operation, type OperationState } from '../shared/operation.js';
import { OperationProgress } from '../shared/operation-progress.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { ModelAliases } from '../models/model-aliases.js';
import { durationText } from './duration-text.js';
import { GroupNote } from './group-note.js';
import { settingsText } from './settings-text.js';
import { StartDialog } from './start/start-dialog.js';
import type { TrainingJobRow } from './training-job.js';

const states: OperationState[] = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];
/** More columns are not read side by side. */
const maxCompared = 5;

const CompareRuns: FC = () => {
  const t = useTranslate();
  const { selectedIds } = useListContext();
  const isFit = selectedIds.length >= 2 && selectedIds.length <= maxCompared;
  return (
    <Button variant="text" startIcon={<CompareArrows fontSize="small" />} disabled={!isFit} {...(isFit && { component: Link, to: `/training/compare?ids=${selectedIds.join(',')}` })}>
      {isFit ? t('training.compare.action') : t('training.compare.choose', { max: maxCompared })}
    </Button>
  );
};

/** All trainings, live; a new one starts here. */
const TrainingList: FC = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const canRun = useCan().can('training.run');
  const [query] = useSearchParams();
  const asked = query.get('start');
  const isGroup = query.get('filter')?.includes('"group"') === true;
  const [isStarting, setIsStarting] = useState(asked !== null);
  useSubscription<{ operationChanged: Operation }>(operationChangedDocument, {}, ({ operationChanged }) => {
    if (operationChanged.kind.startsWith('training') && (operationChanged.finishedAt || operationChanged.state === 'QUEUED')) refresh();
  });
  const start = canRun && (
    <Button variant="contained" startIcon={<PlayArrow />} onClick={() => setIsStarting(true)}>
      {t('training.start.title')}
    </Button>
  );
  return (
    <>
      <ListPage
        resource="trainingJobs"
        title={t('training.title')}
        subtitle={t('training.subtitle')}
        sort={{ field: 'n', order: 'DESC' }}
        actions={start}
        filters={[{ type: 'choice', source: 'state', label: t('training.state'), choices: states.map((id) => ({ id, name: t(`shared.operation.${id}`) })) }]}
        above={<GroupNote />}
        empty={<EmptyState title={t('training.empty')} hint={t('training.emptyHint')} action={start} />}
      >
        <DataTable<TrainingJobRow> key={String(isGroup)} storeKey={isGroup ? 'trainingGroup.datatable' : 'trainingJobs.datatable'} hiddenColumns={isGroup ? ['method', 'snapshot', 'count', 'byName'] : ['method', 'snapshot', 'settings']} bulkActionButtons={<CompareRuns />} empty={<EmptyResults />} rowClick={(id) => `/training/${id}`}>
          <DataTable.Col<TrainingJobRow> source="n" label="training.number" render={({ n }) => <strong>#{n}</strong>} />
          <DataTable.Col<TrainingJobRow>
            source="state"
            label="training.state"
            disableSort
            render={({ operation, earlyStop }) => (earlyStop ? <Chip size="small" variant="outlined" label={t('training.search.stoppedShort', { epoch: earlyStop.epoch })} /> : <OperationProgress operation={operation} />)}
          />
          <DataTable.Col<TrainingJobRow> source="settings" label="training.search.settings" disableSort render={(job) => settingsText(job, t)} />
          <DataTable.Col<TrainingJobRow>
            source="model"
            label="training.model"
            disableSort
            render={({ modelVersion }) =>
              modelVersion ? (
                <>
                  v{modelVersion.n} <ModelAliases version={modelVersion} />
                </>
              ) : (
                '—'
              )
            }
          />
          <DataTable.Col<TrainingJobRow> align="right" source="accuracy" label="models.accuracy" sortByOrder="DESC" render={({ modelVersion }) => (modelVersion ? formatShare(modelVersion.metrics.intent.accuracy) : '—')} />
          <DataTable.Col<TrainingJobRow> align="right" source="macroF1" label="models.macroF1" sortByOrder="DESC" render={({ modelVersion }) => (modelVersion ? formatShare(modelVersion.metrics.intent.macroF1) : '—')} />
          <DataTable.Col<TrainingJobRow> align="right" source="slotF1" label="models.slotF1" disableSort render={({ modelVersion }) => (modelVersion?.metrics.slots ? formatShare(modelVersion.metrics.slots.microF1) : '—')} />
          <DataTable.Col<TrainingJobRow> align="right" source="count" label="training.utterances" disableSort render={({ snapshot }) => formatCount(snapshot.count)} />
          <DataTable.Col<TrainingJobRow> source="snapshot" label="models.snapshot" disableSort render={({ snapshot }) => <KeyText value={snapshot.sha256} short={8} />} />
          <DataTable.Col<TrainingJobRow> source="method" label="models.method.name" render={({ method }) => t(`models.method.${method}`, { _: method })} />
          <DataTable.Col<TrainingJobRow> source="trainMs" label="training.took" disableSort render={({ trainMs }) => (trainMs === null ? '—' : durationText(trainMs, t))} />
          <DataTable.Col<TrainingJobRow> source="byName" label="training.by" disableSort render={({ byName }) => <PersonName person={byName} />} />
          <DataTable.Col<TrainingJobRow> source="createdAt" label="training.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
        </DataTable>
      </ListPage>
      {isStarting && canRun && <StartDialog settings={{ trainingSet: asked && asked !== '1' ? asked : undefined }} onClose={() => setIsStarting(false)} />}
    </>
  );
};

export default TrainingList;
