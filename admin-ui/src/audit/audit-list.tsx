import Tooltip from '@mui/material/Tooltip';
import { type FC, useState } from 'react';
import { DataTable, useListContext, useTranslate } from 'react-admin';
import { useGraphql } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { PersonName } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { absoluteTime } from '../shared/time.js';
import { type AuditAction, auditActionsDocument, type AuditEntry } from './audit.js';
import { AuditDrawer } from './audit-drawer.js';
import { AuditSeal } from './audit-seal.js';
import { AuditTarget } from './audit-target.js';

/** Who changed, saw and released what. */
const AuditList: FC = () => {
  const t = useTranslate();
  const actions = useGraphql<{ auditActions: AuditAction[] }>(auditActionsDocument).data?.auditActions ?? [];
  const [shown, setShown] = useState<AuditEntry | null>(null);
  return (
    <ListPage
      resource="auditEntries"
      title={t('audit.title')}
      subtitle={t('audit.subtitle')}
      sort={{ field: 'at', order: 'DESC' }}
      perPage={50}
      searchLabel={t('audit.search')}
      filters={[
        { type: 'choice', source: 'action', label: t('audit.action'), choices: actions.map(({ code, title }) => ({ id: code, name: title })) },
        { type: 'date', source: 'from', label: t('audit.from'), edge: 'start' },
        { type: 'date', source: 'to', label: t('audit.to'), edge: 'end' },
      ]}
      above={<AuditSeal />}
      exportColumns={[
        { label: 'id', value: ({ id }) => id },
        { label: t('audit.at'), value: ({ at }) => absoluteTime(new Date(at as string), true) },
        { label: t('audit.actor'), value: ({ actorName }) => actorName },
        { label: t('audit.action'), value: ({ actionTitle }) => actionTitle },
        { label: t('audit.code'), value: ({ action }) => action },
        { label: t('audit.targetKind'), value: ({ targetKind }) => targetKind },
        { label: t('audit.targetKey'), value: ({ targetKey }) => targetKey },
        { label: t('audit.target'), value: ({ targetTitle }) => targetTitle },
        { label: t('audit.ip'), value: ({ ip }) => ip },
        { label: t('audit.batch'), value: ({ batch }) => batch },
        { label: t('audit.detail'), value: ({ detail }) => detail },
      ]}
      empty={<EmptyState title={t('audit.empty')} />}
    >
      <DataTable<AuditEntry>
        bulkActionButtons={false}
        empty={<EmptyResults />}
        rowClick={(_id, _resource, record) => {
          setShown(record as AuditEntry);
          return false;
        }}
      >
        <DataTable.Col<AuditEntry> source="at" label="audit.at" render={({ at }) => <RelativeTime at={at} />} />
        <DataTable.Col<AuditEntry> source="actorName" label="audit.actor" render={({ actorName }) => <PersonName person={actorName} />} />
        <DataTable.Col<AuditEntry>
          source="action"
          label="audit.action"
          render={({ action, actionTitle }) => (
            <Tooltip title={<code>{action}</code>}>
              <span>{actionTitle}</span>
            </Tooltip>
          )}
        />
        <DataTable.Col<AuditEntry>
          source="targetKey"
          label="audit.target"
          disableSort
          render={(entry) => <AuditTarget entry={entry} />}
        />
        <DataTable.Col source="ip" label="audit.ip" disableSort />
        <DataTable.Col<AuditEntry> source="batch" label="audit.seal" disableSort render={({ batch }) => (batch ? <StatusChip tone="good" label={t('audit.sealedIn', { n: batch })} /> : <StatusChip tone="quiet" label={t('audit.unsealed')} />)} />
      </DataTable>
      {shown && <ShownEntry entry={shown} onClose={() => setShown(null)} />}
    </ListPage>
  );
};

/** Inside the list's context, which it can narrow. */
const ShownEntry: FC<{ entry: AuditEntry; onClose: () => void }> = ({ entry, onClose }) => {
  const { setFilters } = useListContext();
  return (
    <AuditDrawer
      entry={entry}
      onClose={onClose}
      onNarrow={(filter) => {
        setFilters(filter, {});
        onClose();
      }}
    />
  );
};

export default AuditList;
