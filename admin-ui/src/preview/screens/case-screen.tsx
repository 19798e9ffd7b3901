import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useHallGet } from '../hall-context.js';
import type { HallCase } from '../hall.js';
import { CaseStateChip } from './case-state-chip.js';
import { Progress } from './progress.js';
import { Card, Screen, Waiting } from './screen.js';

/** One application and how far it is. */
export const CaseScreen: FC<{ number: string }> = ({ number }) => {
  const t = useTranslate();
  const query = useHallGet<HallCase>(`/cases/${encodeURIComponent(number)}`, { refetchInterval: 5_000 });
  return (
    <Screen title={t('preview.progress')}>
      {query.data ? (
        <>
          <Card>
            <Typography variant="h2" component="h3">
              {query.data.serviceTitle}
            </Typography>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mt: 1 }}>
              <Typography color="text.secondary" sx={{ flex: 1 }}>
                {query.data.number}
              </Typography>
              <CaseStateChip found={query.data} />
            </Box>
          </Card>
          <Card title={t('preview.progress')}>
            <Progress found={query.data} />
          </Card>
        </>
      ) : (
        <Waiting error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Screen>
  );
};
