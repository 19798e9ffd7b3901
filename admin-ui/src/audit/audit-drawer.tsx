import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { DetailDrawer, DetailTable } from '../shared/detail-drawer.js';
import { JsonView } from '../shared/json-view.js';
import { absoluteTime } from '../shared/time.js';
import type { AuditEntry } from './audit.js';

/** One entry whole. */
export const AuditDrawer: FC<{ entry: AuditEntry; onClose: () => void }> = ({ entry, onClose }) => {
  const t = useTranslate();
  return (
    <DetailDrawer title={entry.action} onClose={onClose}>
      <DetailTable
        rows={[
          ['id', entry.id],
          [t('audit.at'), absoluteTime(new Date(entry.at), true)],
          [t('audit.actor'), entry.actorName],
          [t('audit.actorId'), entry.actorId && <code>{entry.actorId}</code>],
          [t('audit.targetKind'), entry.targetKind],
          [t('audit.target'), <code key="target">{entry.targetKey}</code>],
          [t('audit.ip'), entry.ip],
          [t('audit.seal'), entry.batch ? t('audit.sealedIn', { n: entry.batch }) : t('audit.unsealed')],
        ]}
      />
      <Box sx={{ mt: 4 }}>
        <JsonView value={entry.detail} label={t('audit.detail')} />
      </Box>
    </DetailDrawer>
  );
};
