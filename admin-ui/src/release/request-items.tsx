import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../providers/use-graphql.js';
import { bundleEntriesDocument, type Entry } from './bundle-diff.js';
import { ItemDiff } from './item-diff.js';
import { channelDocument, type Channel, type ReleaseRequest } from './release.js';
import { idOf } from './selection.js';

/** What a request would change, seen against what the channel shows now. */
export const RequestItems: FC<{ request: ReleaseRequest }> = ({ request }) => {
  const t = useTranslate();
  const channel = useGraphql<{ channel: Channel }>(channelDocument, { name: request.channel });
  const shown = channel.data?.channel.bundle?.sha256 ?? null;
  const bundle = useGraphql<{ bundle: { entries: Entry[] } | null }>(bundleEntriesDocument, { sha256: shown ?? '' }, { enabled: shown !== null });
  if (!channel.data || (shown !== null && !bundle.data)) return <Skeleton variant="rounded" height={80} />;
  const current = new Map((bundle.data?.bundle?.entries ?? []).map((entry) => [idOf(entry), entry.sha256]));
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 2 }}>
      {request.items.map((item) => (
        <Box key={idOf(item)} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}>
          <Typography variant="h3">
            {t(`shared.kind.${item.kind}`)} · {item.key}
          </Typography>
          <ItemDiff kind={item.kind} itemKey={item.key} before={current.get(idOf(item)) ?? null} after={item.sha256} />
        </Box>
      ))}
    </Box>
  );
};
