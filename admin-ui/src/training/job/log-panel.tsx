import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import { SearchField } from '../../shared/search-field.js';
import { absoluteTime } from '../../shared/time.js';
import { trainingLogsDocument } from '../training-job.js';

interface Logs {
  trainingJob: { logs: { items: { at: string; line: string }[]; totalItems: number } } | null;
}

const firstShown = 50;
/** The server gives at most this many at once. */
const maxShown = 200;

/** What the trainer wrote, searched at the server. */
export const LogPanel: FC<{ id: string; isBusy: boolean }> = ({ id, isBusy }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const [take, setTake] = useState(firstShown);
  const { data, error, refetch } = useGraphql<Logs>(trainingLogsDocument, { id, take, q: q.trim() || null }, { refetchInterval: isBusy ? 2_000 : 0 });
  const { items = [], totalItems = 0 } = data?.trainingJob?.logs ?? {};
  return (
    <Sheet label={t('training.log.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('training.log.title')}
        </Typography>
        <SearchField label={t('training.log.search')} value={q} onChange={setQ} width={240} />
      </Box>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : items.length === 0 ? (
        <Typography color="text.secondary" sx={{ p: 4 }}>
          {t(q ? 'training.log.noMatch' : 'training.log.none')}
        </Typography>
      ) : (
        <Box component="pre" tabIndex={0} aria-label={t('training.log.title')} sx={{ m: 0, px: 4, py: 3, maxHeight: 320, overflow: 'auto', fontSize: 13, lineHeight: 1.7, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {items.map(({ at, line }, index) => (
            <Box component="span" key={index} sx={{ display: 'block' }}>
              <Box component="span" sx={{ color: 'text.secondary', mr: 3 }}>
                {absoluteTime(new Date(at), true).slice(11)}
              </Box>
              {line}
            </Box>
          ))}
        </Box>
      )}
      {totalItems > items.length && (
        <Box sx={{ px: 4, pb: 3, color: 'text.secondary', fontSize: 13 }}>
          {take < maxShown ? (
            <Button variant="text" onClick={() => setTake(maxShown)}>
              {t('shared.more')}
            </Button>
          ) : (
            t('training.log.more', { shown: items.length, total: totalItems })
          )}
        </Box>
      )}
    </Sheet>
  );
};
