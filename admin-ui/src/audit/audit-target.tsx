import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { placeOf } from '../shared/place.js';
import type { AuditEntry } from './audit.js';

/** Where the things of a kind are shown, and what one must be allowed to open it. */
const places: Record<string, { permission: string; pathOf: (key: string) => string }> = {
  user: { permission: 'access.manage', pathOf: (key) => `/users/${encodeURIComponent(key)}` },
  'api-key': { permission: 'access.manage', pathOf: () => '/api-keys' },
  'org-unit': { permission: 'org.read', pathOf: () => '/org' },
  post: { permission: 'org.read', pathOf: () => '/org' },
  case: { permission: 'cases.read', pathOf: (number) => `/cases?${new URLSearchParams({ filter: JSON.stringify({ q: number }) })}` },
  operation: { permission: 'operations.read', pathOf: () => '/operations' },
  channel: { permission: 'release.read', pathOf: () => '/release/history' },
  'release-request': { permission: 'release.read', pathOf: () => '/release' },
  'training-set': { permission: 'corpus.read', pathOf: () => '/training-sets' },
  settings: { permission: 'settings.manage', pathOf: () => '/settings' },
};
const configKinds = ['service', 'form', 'workflow', 'dictionary', 'intent', 'slot', 'policy', 'model'];
for (const kind of configKinds) places[kind] = { permission: 'config.read', pathOf: (key) => placeOf(kind, key) };

/** Words for keys that stand for no single thing, such as the whole corpus. */
const wholes = new Set(['corpus', 'audit', 'settings']);

/** What an entry is about: kind, name, and the way there for whoever may go. */
export const AuditTarget: FC<{ entry: AuditEntry }> = ({ entry: { targetKind, targetKey, targetTitle } }) => {
  const t = useTranslate();
  const { can } = useCan();
  const place = places[targetKind];
  const isWhole = wholes.has(targetKind) || targetKey === '*';
  const name = targetTitle ?? (targetKind === 'channel' ? t(`release.channels.${targetKey}`, { _: targetKey }) : /^[0-9a-f-]{20,}$/.test(targetKey) ? targetKey.slice(0, 8) : targetKey);
  return (
    <Box component="span" title={targetKey} sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'baseline', maxWidth: 340 }}>
      <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {t(`audit.kinds.${targetKind}`, { _: targetKind })}
      </Box>
      {!isWhole && (
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {place && targetKey !== '' && can(place.permission) ? (
            <MuiLink component={Link} to={place.pathOf(targetKey)} onClick={(event) => event.stopPropagation()}>
              {name}
            </MuiLink>
          ) : (
            name
          )}
        </Box>
      )}
    </Box>
  );
};
