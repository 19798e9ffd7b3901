import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../shared/empty-state.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { useHall, useHallGet } from '../hall-context.js';
import type { HallCase } from '../hall.js';
import { CaseStateChip } from './case-state-chip.js';
import { Screen, Waiting } from './screen.js';

/** The applications of the fictional applicant. */
export const CasesScreen: FC = () => {
  const t = useTranslate();
  const { go } = useHall();
  const query = useHallGet<{ items: HallCase[] }>('/cases', { refetchInterval: 10_000 });
  return (
    <Screen title={t('preview.tabs.cases')} isRoot>
      {!query.data && <Waiting error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <EmptyState dense title={t('preview.noCases')} hint={t('preview.noCasesHint')} />}
      {query.data?.items.map((found) => (
        <ButtonBase key={found.number} onClick={() => go({ name: 'case', number: found.number })} sx={{ display: 'block', width: '100%', textAlign: 'left', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: 3, mb: 2 }}>
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
            <Typography sx={{ flex: 1, fontWeight: 600 }}>{found.serviceTitle}</Typography>
            <CaseStateChip found={found} />
          </Box>
          <Typography variant="caption" color="text.secondary">
            {found.number} · <RelativeTime at={found.submittedAt} />
          </Typography>
        </ButtonBase>
      ))}
    </Screen>
  );
};
