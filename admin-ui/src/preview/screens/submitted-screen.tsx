import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useHall, useHallGet } from '../hall-context.js';
import type { HallCase } from '../hall.js';
import { Progress } from './progress.js';
import { Card, Screen, Waiting } from './screen.js';

/** The application has arrived: its number and what happens now. */
export const SubmittedScreen: FC<{ number: string }> = ({ number }) => {
  const t = useTranslate();
  const { go } = useHall();
  const query = useHallGet<HallCase>(`/cases/${encodeURIComponent(number)}`, { refetchInterval: 5_000 });
  return (
    <Screen title={t('preview.submitted')} isRoot>
      <Box sx={{ textAlign: 'center', py: 4 }} role="status">
        <CheckCircle sx={{ fontSize: 52, color: 'success.main' }} />
        <Typography variant="h2">{t('preview.submittedTitle')}</Typography>
        <Typography color="text.secondary">{t('preview.number')}</Typography>
        <Typography variant="h1" component="p" sx={{ userSelect: 'all' }}>
          {number}
        </Typography>
      </Box>
      {query.data ? (
        <Card title={t('preview.progress')}>
          <Progress found={query.data} />
        </Card>
      ) : (
        <Waiting error={query.error} onRetry={() => void query.refetch()} />
      )}
      <Button fullWidth variant="outlined" sx={{ minHeight: 44 }} onClick={() => go({ name: 'cases' })}>
        {t('preview.tabs.cases')}
      </Button>
    </Screen>
  );
};
