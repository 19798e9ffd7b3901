import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { DetailDrawer, DetailTable } from '../shared/detail-drawer.js';
import { JsonView } from '../shared/json-view.js';
import { KeyText, PersonName } from '../shared/small-texts.js';
import { absoluteTime } from '../shared/time.js';
import type { AuditEntry } from './audit.js';
import { AuditTarget } from './audit-target.js';

interface AuditDrawerProps {
  entry: AuditEntry;
  onClose: () => void;
  /** Narrows the list to what this entry has in common with others. */
  onNarrow: (filter: { actor: string } | { targetKind: string; targetKey: string }) => void;
}

/** One entry whole, and the way to the others of the same person or thing. */
export const AuditDrawer: FC<AuditDrawerProps> = ({ entry, onClose, onNarrow }) => {
  const t = useTranslate();
  const { actorId, targetKind, targetKey } = entry;
  return (
    <DetailDrawer title={entry.actionTitle} onClose={onClose}>
      <DetailTable
        rows={[
          [t('audit.at'), absoluteTime(new Date(entry.at), true)],
          [t('audit.actor'), <PersonName key="actor" person={entry.actorName} />],
          [t('audit.actorId'), actorId && <KeyText value={actorId} />],
          [t('audit.code'), <KeyText key="code" value={entry.action} />],
          [t('audit.target'), <AuditTarget key="target" entry={entry} />],
          [t('audit.targetKey'), <KeyText key="key" value={targetKey} />],
          [t('audit.ip'), entry.ip],
          [t('audit.seal'), entry.batch ? t('audit.sealedIn', { n: entry.batch }) : t('audit.unsealed')],
          [t('audit.number'), entry.id],
        ]}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
        {actorId && (
          <Button variant="outlined" onClick={() => onNarrow({ actor: actorId })}>
            {t('audit.byPerson')}
          </Button>
        )}
        <Button variant="outlined" onClick={() => onNarrow({ targetKind, targetKey })}>
          {t('audit.ofTarget')}
        </Button>
      </Box>
      <Box sx={{ mt: 4 }}>
        <JsonView value={entry.detail} label={t('audit.detail')} />
      </Box>
    </DetailDrawer>
  );
};
