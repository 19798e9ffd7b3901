import Add from '@mui/icons-material/AddOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { RowMenu } from '../shared/config/row-menu.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import type { ListFilter } from '../shared/list/filter-field.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { CreateServiceDialog } from './create-service-dialog.js';
import { type Facet, type Facets, serviceFacetsDocument, type ServiceRow } from './service.js';

const hiddenAtFirst = ['code', 'audience', 'themes', 'form', 'workflow', 'intents', 'updatedBy'];

const ServiceList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const filters = useFilters();
  const create = canWrite && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('services.create')}
    </Button>
  );
  const bring = canWrite && (
    <Button variant="outlined" startIcon={<UploadFile fontSize="small" />} component={Link} to="/services/import">
      {t('services.import.action')}
    </Button>
  );
  const audienceText = (audience: string[]) => audience.map((one) => t(`services.audience.${one}`)).join(t('services.separator'));
  return (
    <>
      <ListPage
        resource="services"
        title={t('services.title')}
        subtitle={t('services.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={
          <>
            {bring}
            {create}
          </>
        }
        filters={filters}
        searchLabel={t('services.search')}
        exportColumns={[
          { label: t('shared.item.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('services.field.code'), value: ({ code }) => code },
          { label: t('services.field.type'), value: ({ type }) => t(`services.type.${type}`) },
          { label: t('services.field.department'), value: ({ department }) => (department as ServiceRow['department'])?.title },
          { label: t('services.field.audience'), value: ({ audience }) => audienceText(audience as string[]) },
          { label: t('services.field.themes'), value: ({ themes }) => (themes as string[]).join(t('services.separator')) },
          { label: t('services.field.online'), value: ({ online }) => t(`ra.boolean.${online}`) },
          { label: t('services.updatedAt'), value: ({ updatedAt }) => updatedAt },
        ]}
        empty={
          <EmptyState
            title={t('services.empty')}
            hint={t('services.emptyHint')}
            action={
              <>
                {bring}
                {create}
              </>
            }
          />
        }
      >
        <DataTable<ServiceRow> rowClick={(_id, _resource, record) => placeOf('service', (record as ServiceRow).key)} bulkActionButtons={false} empty={<EmptyResults />} hiddenColumns={hiddenAtFirst}>
          <DataTable.Col source="title" label="shared.item.title" />
          <DataTable.Col<ServiceRow> source="code" label="services.field.code" render={({ code }) => <KeyText value={code} />} />
          <DataTable.Col<ServiceRow> source="type" label="services.field.type" render={({ type }) => t(`services.type.${type}`)} />
          <DataTable.Col<ServiceRow> source="department" label="services.field.department" disableSort render={({ department }) => department?.title ?? '—'} />
          <DataTable.Col<ServiceRow> source="audience" label="services.field.audience" disableSort render={({ audience }) => audienceText(audience)} />
          <DataTable.Col<ServiceRow> source="themes" label="services.field.themes" disableSort render={({ themes }) => themes.join(t('services.separator')) || '—'} />
          <DataTable.Col<ServiceRow> source="online" label="services.field.online" disableSort render={({ online }) => (online ? <StatusChip tone="good" label={t('services.online')} /> : <StatusChip tone="quiet" label={t('services.guideOnly')} />)} />
          <DataTable.Col<ServiceRow> source="form" label="services.tab.form" disableSort render={({ form }) => <KeyText value={form} />} />
          <DataTable.Col<ServiceRow> source="workflow" label="services.tab.workflow" disableSort render={({ workflow }) => <KeyText value={workflow} />} />
          <DataTable.Col<ServiceRow> source="intents" label="services.intentCount" disableSort render={({ intents }) => intents.length} />
          <DataTable.Col<ServiceRow> source="state" label="services.state" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<ServiceRow> source="updatedBy" label="services.updatedBy" disableSort render={({ updatedBy }) => <PersonName person={updatedBy} />} />
          <DataTable.Col<ServiceRow> source="updatedAt" label="services.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<ServiceRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="service" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateServiceDialog onClose={() => setIsCreating(false)} />}
    </>
  );
};

/** Filters whose choices say how many services each would leave. */
function useFilters(): ListFilter[] {
  const t = useTranslate();
  const facets = useGraphql<{ serviceFacets: Facets }>(serviceFacetsDocument).data?.serviceFacets;
  const counted = (list: Facet[] | undefined, name: (facet: Facet) => string) => (list ?? []).map((facet) => ({ id: facet.value, name: t('services.counted', { name: name(facet), n: facet.count }) }));
  return [
    { type: 'choice', source: 'type', label: t('services.field.type'), choices: counted(facets?.types, ({ value }) => t(`services.type.${value}`)) },
    { type: 'choice', source: 'department', label: t('services.field.department'), choices: counted(facets?.departments, ({ value, title }) => title ?? value) },
    { type: 'choice', source: 'audience', label: t('services.field.audience'), choices: counted(facets?.audiences, ({ value }) => t(`services.audience.${value}`)) },
    { type: 'choice', source: 'theme', label: t('services.field.themes'), choices: counted(facets?.themes.slice(0, 60), ({ value }) => value) },
    { type: 'boolean', source: 'online', label: t('services.field.online') },
    { type: 'choice', source: 'status', label: t('services.state'), choices: ['DRAFT', 'PUBLISHED', 'CHANGED'].map((id) => ({ id, name: t(`services.status.${id}`) })) },
  ];
}

export default ServiceList;
