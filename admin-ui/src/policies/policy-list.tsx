import Add from '@mui/icons-material/AddOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { policyLevels, validityStates } from '@banshi/policies';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { RowMenu } from '../shared/config/row-menu.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { emptyPolicy, type PolicyRow, policyThemesDocument, stateToday, stateTones } from './policy.js';

const hiddenAtFirst = ['number', 'themes', 'effectiveTo', 'clauseCount'];

const PolicyList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const themes = useGraphql<{ policyThemes: string[] }>(policyThemesDocument).data?.policyThemes ?? [];
  const actions = canWrite && (
    <>
      <Button variant="outlined" startIcon={<Add />} onClick={() => setIsCreating(true)}>
        {t('policies.create')}
      </Button>
      <Button variant="contained" startIcon={<UploadFile fontSize="small" />} component={Link} to="/policies/import">
        {t('policies.import.action')}
      </Button>
    </>
  );
  return (
    <>
      <ListPage
        resource="policies"
        title={t('policies.title')}
        subtitle={t('policies.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={actions}
        filters={[
          { type: 'choice', source: 'level', label: t('policies.field.level'), choices: policyLevels.map((id) => ({ id, name: t(`policies.level.${id}`) })) },
          { type: 'choice', source: 'validity', label: t('policies.validity'), choices: validityStates.map((id) => ({ id, name: t(`policies.state.${id}`) })) },
          { type: 'choice', source: 'theme', label: t('policies.field.themes'), choices: themes.slice(0, 60).map((id) => ({ id, name: id })) },
        ]}
        searchLabel={t('policies.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('policies.field.issuer'), value: ({ issuer }) => issuer },
          { label: t('policies.field.level'), value: ({ level }) => t(`policies.level.${level}`) },
          { label: t('policies.field.number'), value: ({ number }) => number },
          { label: t('policies.field.effectiveFrom'), value: ({ effectiveFrom }) => effectiveFrom },
          { label: t('policies.field.effectiveTo'), value: ({ effectiveTo }) => effectiveTo },
        ]}
        empty={<EmptyState title={t('policies.empty')} hint={t('policies.emptyHint')} action={actions} />}
      >
        <DataTable<PolicyRow> rowClick={(_id, _resource, record) => placeOf('policy', (record as PolicyRow).key)} bulkActionButtons={false} empty={<EmptyResults />} hiddenColumns={hiddenAtFirst}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<PolicyRow> source="level" label="policies.field.level" render={({ level }) => t(`policies.level.${level}`)} />
          <DataTable.Col source="issuer" label="policies.field.issuer" />
          <DataTable.Col source="number" label="policies.field.number" />
          <DataTable.Col<PolicyRow> source="validity" label="policies.validity" disableSort render={(row) => <StatusChip tone={stateTones[stateToday(row)]} label={t(`policies.state.${stateToday(row)}`)} />} />
          <DataTable.Col<PolicyRow> source="effectiveFrom" label="policies.field.effectiveFrom" render={({ effectiveFrom }) => effectiveFrom ?? '—'} />
          <DataTable.Col<PolicyRow> source="effectiveTo" label="policies.field.effectiveTo" render={({ effectiveTo }) => effectiveTo ?? '—'} />
          <DataTable.Col<PolicyRow> source="themes" label="policies.field.themes" disableSort render={({ themes: own }) => own.join(t('policies.separator')) || '—'} />
          <DataTable.NumberCol source="clauseCount" label="policies.clauses" />
          <DataTable.Col<PolicyRow> source="state" label="policies.release" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<PolicyRow> source="updatedAt" label="policies.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<PolicyRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="policy" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="policy" title={t('policies.create')} body={emptyPolicy} onClose={() => setIsCreating(false)} />}
    </>
  );
};

export default PolicyList;
