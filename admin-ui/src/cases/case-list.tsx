import { type FC, useMemo } from 'react';
import { DataTable, useListContext, useTranslate } from 'react-admin';
import { OrgUnitField } from '../org/org-unit-field.js';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import type { ListFilter } from '../shared/list/filter-field.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText } from '../shared/small-texts.js';
import { caseServicesDocument, type CaseRow, type CaseState } from './case.js';
import { CaseStateChip } from './state-chips.js';
import { serviceChoices } from './urgency.js';

const states: CaseState[] = ['RUNNING', 'INCIDENT', 'COMPLETED', 'CANCELLED'];

/** 全部办件. Every case that the person may read. */
const CaseList: FC = () => {
  const t = useTranslate();
  const { can } = useCan();
  const services = useGraphql<{ cases: { items: { service: string; serviceTitle: string }[] } }>(caseServicesDocument);
  const choices = useMemo(() => serviceChoices(services.data?.cases.items ?? []), [services.data]);
  const filters: ListFilter[] = [
    { type: 'choice', source: 'service', label: t('cases.service'), choices },
    { type: 'choice', source: 'state', label: t('cases.stateLabel'), choices: states.map((id) => ({ id, name: t(`cases.state.${id}`) })) },
    ...(can('org.read') ? [{ type: 'element', source: 'department', element: <DepartmentFilter /> } as const] : []),
    { type: 'date', source: 'from', label: t('cases.from'), edge: 'start' },
    { type: 'date', source: 'to', label: t('cases.to'), edge: 'end' },
  ];
  return (
    <ListPage
      resource="cases"
      title={t('cases.title')}
      subtitle={t('cases.subtitle')}
      sort={{ field: 'submittedAt', order: 'DESC' }}
      searchLabel={t('cases.search')}
      filters={filters}
      exportColumns={[
        { label: t('cases.number'), value: ({ number }) => number },
        { label: t('cases.service'), value: ({ serviceTitle }) => serviceTitle },
        { label: t('cases.applicant'), value: ({ applicantName }) => applicantName },
        { label: t('cases.stateLabel'), value: ({ state }) => t(`cases.state.${state as string}`) },
        { label: t('cases.department'), value: (row) => (row as CaseRow).department?.title },
        { label: t('cases.submittedAt'), value: ({ submittedAt }) => submittedAt },
        { label: t('cases.completedAt'), value: ({ completedAt }) => completedAt },
      ]}
      empty={<EmptyState title={t('cases.empty')} hint={t('cases.emptyHint')} />}
    >
      <DataTable<CaseRow> bulkActionButtons={false} empty={<EmptyResults />} rowClick={(id) => `/cases/${id}`}>
        <DataTable.Col<CaseRow> source="number" label="cases.number" render={({ number }) => <KeyText value={number} />} />
        <DataTable.Col source="serviceTitle" label="cases.service" />
        <DataTable.Col<CaseRow> source="applicantName" label="cases.applicant" render={({ applicantName, isPreview }) => (isPreview ? `${applicantName} · ${t('cases.preview')}` : applicantName)} />
        <DataTable.Col<CaseRow> source="state" label="cases.stateLabel" render={(row) => <CaseStateChip state={row.state} result={row.result} />} />
        <DataTable.Col<CaseRow> source="department" label="cases.department" disableSort render={({ department }) => department?.title ?? '—'} />
        <DataTable.Col<CaseRow> source="submittedAt" label="cases.submittedAt" render={({ submittedAt }) => <RelativeTime at={submittedAt} />} />
        <DataTable.Col<CaseRow> source="completedAt" label="cases.completedAt" render={({ completedAt }) => <RelativeTime at={completedAt} />} />
      </DataTable>
    </ListPage>
  );
};

const DepartmentFilter: FC = () => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { department, ...rest } = (filterValues ?? {}) as { department?: string };
  return (
    <div style={{ width: 160 }}>
      <OrgUnitField label={t('cases.department')} none={t('shared.list.all')} value={department ?? null} onChange={(id) => setFilters(id ? { ...rest, department: id } : rest)} />
    </div>
  );
};

export default CaseList;
