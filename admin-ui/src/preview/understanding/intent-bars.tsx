import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { formatShare } from '../../shared/format.js';
import { intentBars, type Interpretation } from '../hall.js';

/** The intents that were weighed, with their confidence. */
export const IntentBars: FC<{ answer: Interpretation }> = ({ answer }) => <Bars intents={intentBars(answer)} chosen={answer.intent?.key ?? null} />;

export const Bars: FC<{ intents: readonly { key: string; title: string; confidence: number }[]; chosen: string | null }> = ({ intents, chosen }) => {
  const t = useTranslate();
  return (
    <Box component="section" aria-label={t('preview.understood.intents')}>
      <Typography variant="h3" sx={{ mb: 2 }}>
        {t('preview.understood.intents')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, maxWidth: 640 }}>
        {intents.map(({ key, title, confidence }) => {
          const isChosen = key === chosen;
          return (
            <Box component="li" key={key} sx={{ display: 'grid', gridTemplateColumns: '160px minmax(80px, 1fr) 56px', gap: 3, alignItems: 'center', color: isChosen ? 'text.primary' : 'text.secondary', fontWeight: isChosen ? 600 : 400 }}>
              <span>{title}</span>
              <Box aria-hidden sx={{ height: 8, bgcolor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
                <Box sx={{ width: `${confidence * 100}%`, height: '100%', bgcolor: isChosen ? 'primary.main' : 'text.secondary' }} />
              </Box>
              <Box component="span" sx={{ textAlign: 'right' }}>
                {formatShare(confidence)}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
};
