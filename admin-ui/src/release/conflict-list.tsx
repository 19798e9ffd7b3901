import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DiffView } from '../shared/diff-view.js';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import type { ConflictingItem } from './release.js';
import { idOf } from './selection.js';

/** Items that somebody else has published meanwhile: what each side changes against what both started from. */
export const ConflictList: FC<{ items: ConflictingItem[]; onRefresh: () => void }> = ({ items, onRefresh }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('release.conflict.title')} sx={{ mb: 4 }}>
      <Alert severity="warning" sx={{ border: 0, borderRadius: 0 }} action={<Button variant="outlined" onClick={onRefresh}>{t('release.conflict.refresh')}</Button>}>
        <AlertTitle>{t('release.conflict.title')}</AlertTitle>
        {t('release.conflict.hint')}
      </Alert>
      {items.map((item) => (
        <Box key={idOf(item)} sx={{ p: 4, borderTop: 1, borderColor: 'divider' }}>
          <Typography variant="h3">
            {t(`shared.kind.${item.kind}`)} ·{' '}
            <MuiLink component={Link} to={placeOf(item.kind, item.key)}>
              {item.title}
            </MuiLink>
          </Typography>
          <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, mt: 2 }}>
            <Side title={t('release.conflict.yours')}>
              <DiffView changes={item.yours} />
            </Side>
            <Side
              title={
                <>
                  {t('release.conflict.theirs', { name: item.byName })} · <RelativeTime at={item.at} />
                </>
              }
            >
              <DiffView changes={item.theirs} />
            </Side>
          </Box>
        </Box>
      ))}
    </Sheet>
  );
};

const Side: FC<{ title: React.ReactNode; children: React.ReactNode }> = ({ title, children }) => (
  <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}>
    <Typography variant="subtitle2" color="text.secondary" component="h4">
      {title}
    </Typography>
    {children}
  </Box>
);
