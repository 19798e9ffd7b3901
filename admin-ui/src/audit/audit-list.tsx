import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';
import { absoluteTime } from '../shared/time.js';
import type { AuditEntry } from './audit.js';
import { AuditDrawer } from './audit-drawer.js';
import { AuditSeal } from './audit-seal.js';

/** Who changed, saw and released what. */
const AuditList: FC = () => {
  const t = useTranslate();
  const [shown, setShown] = useState<AuditEntry | null>(null);
  return (
    <>
      <ListPage
        resource="auditEntries"
        title={t('audit.title')}
        subtitle={t('audit.subtitle')}
        sort={{ field: 'at', order: 'DESC' }}
        perPage={50}
        searchLabel={t('audit.search')}
        filters={[
          { type: 'text', source: 'action', label: t('audit.action') },
          { type: 'date', source: 'from', label: t('audit.from'), edge: 'start' },
          { type: 'date', source: 'to', label: t('audit.to'), edge: 'end' },
        ]}
        above={<AuditSeal />}
        exportColumns={[
          { label: 'id', value: ({ id }) => id },
          { label: t('audit.at'), value: ({ at }) => absoluteTime(new Date(at as string), true) },
          { label: t('audit.actor'), value: ({ actorName }) => actorName },
          { label: t('audit.action'), value: ({ action }) => action },
          { label: t('audit.targetKind'), value: ({ targetKind }) => targetKind },
          { label: t('audit.target'), value: ({ targetKey }) => targetKey },
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
          <DataTable.Col source="actorName" label="audit.actor" />
          <DataTable.Col<AuditEntry> source="action" label="audit.action" render={({ action }) => <code>{action}</code>} />
          <DataTable.Col<AuditEntry>
            source="targetKey"
            label="audit.target"
            disableSort
            render={({ targetKind, targetKey }) => (
              <>
                {targetKind} <KeyText value={targetKey} />
              </>
            )}
          />
          <DataTable.Col source="ip" label="audit.ip" disableSort />
          <DataTable.Col<AuditEntry> source="batch" label="audit.seal" disableSort render={({ batch }) => (batch ? <StatusChip tone="good" label={t('audit.sealedIn', { n: batch })} /> : <StatusChip tone="quiet" label={t('audit.unsealed')} />)} />
        </DataTable>
      </ListPage>
      {shown && <AuditDrawer entry={shown} onClose={() => setShown(null)} />}
    </>
  );
};

export default AuditList;
