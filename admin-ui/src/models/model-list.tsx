import CompareArrows from '@mui/icons-material/CompareArrowsOutlined';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { DataTable, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/empty-state.js';
import { formatBytes, formatShare } from '../shared/format.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { ModelAliases } from './model-aliases.js';
import type { ModelVersionRow } from './model-version.js';

const share = (value: number | null | undefined) => (value === null || value === undefined ? '—' : formatShare(value));

/** Two chosen versions side by side. */
const CompareButton: FC = () => {
  const t = useTranslate();
  const { selectedIds, data } = useListContext<ModelVersionRow>();
  const chosen = (data ?? []).filter(({ id }) => selectedIds.includes(id)).sort((a, b) => a.n - b.n);
  const isTwo = selectedIds.length === 2 && chosen.length === 2;
  return (
    <Button variant="text" startIcon={<CompareArrows fontSize="small" />} disabled={!isTwo} {...(isTwo && { component: Link, to: `/models/compare?a=${chosen[0]!.id}&b=${chosen[1]!.id}` })}>
      {isTwo ? t('models.compare.action', { a: chosen[0]!.n, b: chosen[1]!.n }) : t('models.compare.chooseTwo')}
    </Button>
  );
};

/** Every model version that a training has made, with what it was measured at. */
const ModelList: FC = () => {
  const t = useTranslate();
  const train = (
    <Button variant="contained" component={Link} to="/training">
      {t('models.train')}
    </Button>
  );
  return (
    <ListPage
      resource="modelVersions"
      title={t('models.title')}
      subtitle={t('models.subtitle')}
      sort={{ field: 'n', order: 'DESC' }}
      exportColumns={[
        { label: t('models.version'), value: ({ n }) => n },
        { label: t('models.method.name'), value: ({ method }) => method },
        { label: t('models.accuracy'), value: ({ metrics }) => (metrics as ModelVersionRow['metrics']).intent.accuracy },
        { label: t('models.macroF1'), value: ({ metrics }) => (metrics as ModelVersionRow['metrics']).intent.macroF1 },
        { label: t('models.slotF1'), value: ({ metrics }) => (metrics as ModelVersionRow['metrics']).slots?.microF1 },
        { label: t('models.createdAt'), value: ({ createdAt }) => createdAt },
      ]}
      empty={<EmptyState title={t('models.empty')} hint={t('models.emptyHint')} action={train} />}
    >
      <DataTable<ModelVersionRow> hiddenColumns={['method', 'snapshot', 'slots']} bulkActionButtons={<CompareButton />} empty={<EmptyResults />} rowClick={(id) => `/models/${id}`}>
        <DataTable.Col<ModelVersionRow> source="n" label="models.version" render={({ n }) => <strong>v{n}</strong>} />
        <DataTable.Col<ModelVersionRow> source="aliases" label="models.state" disableSort render={(version) => <ModelAliases version={version} />} />
        <DataTable.Col<ModelVersionRow> align="right" source="accuracy" label="models.accuracy" sortByOrder="DESC" render={({ metrics }) => share(metrics.intent.accuracy)} />
        <DataTable.Col<ModelVersionRow> align="right" source="macroF1" label="models.macroF1" sortByOrder="DESC" render={({ metrics }) => share(metrics.intent.macroF1)} />
        <DataTable.Col<ModelVersionRow> align="right" source="slotF1" label="models.slotF1" sortByOrder="DESC" render={({ metrics }) => share(metrics.slots?.microF1)} />
        <DataTable.Col<ModelVersionRow> align="right" source="intents" label="models.intents" disableSort render={({ intents }) => intents.length} />
        <DataTable.Col<ModelVersionRow> align="right" source="slots" label="models.slots" disableSort render={({ slots }) => slots.length} />
        <DataTable.Col<ModelVersionRow> source="method" label="models.method.name" render={({ method }) => t(`models.method.${method}`, { _: method })} />
        <DataTable.Col<ModelVersionRow> align="right" source="size" label="models.size" render={({ size }) => formatBytes(size)} />
        <DataTable.Col<ModelVersionRow> source="problems" label="models.files" disableSort render={({ problems }) => (problems.length > 0 ? <StatusChip tone="bad" label={t('models.damaged')} title={problems.join('; ')} /> : <StatusChip tone="good" label={t('models.verified')} title={t('models.verifiedHint')} />)} />
        <DataTable.Col<ModelVersionRow> source="snapshot" label="models.snapshot" disableSort render={({ snapshot }) => <KeyText value={snapshot.sha256} short={8} />} />
        <DataTable.Col<ModelVersionRow> source="byName" label="models.by" disableSort render={({ byName }) => <PersonName person={byName} />} />
        <DataTable.Col<ModelVersionRow> source="createdAt" label="models.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
      </DataTable>
    </ListPage>
  );
};

export default ModelList;
