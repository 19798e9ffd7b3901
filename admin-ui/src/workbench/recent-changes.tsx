import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { kindIcons, otherIcon } from '../app/menu.js';
import { EmptyState } from '../shared/empty-state.js';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import type { Workbench } from './workbench.js';
import { PersonName } from '../shared/small-texts.js';

/** What people changed lately. */
export const RecentChanges: FC<{ changes: NonNullable<Workbench['recent']> }> = ({ changes }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('workbench.recent')} sx={{ p: 5 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('workbench.recent')}
      </Typography>
      {changes.length === 0 && <EmptyState dense title={t('workbench.quiet')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {changes.map(({ kind, key, title, by, at }) => {
          const Icon = kindIcons[kind] ?? otherIcon;
          return (
            <Box component="li" key={`${kind}${key}${at}`} sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
              <Icon fontSize="small" sx={{ color: 'text.secondary' }} />
              <MuiLink component={Link} to={placeOf(kind, key)} noWrap sx={{ flex: 1, minWidth: 0 }}>
                {title || key}
              </MuiLink>
              <Typography variant="caption" color="text.secondary" noWrap>
                <PersonName person={by} /> · <RelativeTime at={at} />
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Sheet>
  );
};
