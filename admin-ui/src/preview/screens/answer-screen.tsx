import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import type { ApiError } from '../../providers/graphql.js';
import { formatShare } from '../../shared/format.js';
import { StatusChip } from '../../shared/status-chip.js';
import { useHall } from '../hall-context.js';
import { intentBars, valueText, type Interpretation } from '../hall.js';
import { Card, Screen, Waiting } from './screen.js';

/** What the hall made of a sentence: the service, how sure it is, what it took from the words. */
export const AnswerScreen: FC<{ text: string }> = ({ text }) => {
  const t = useTranslate();
  const { client, channel, go, onUnderstood } = useHall();
  const answer = useQuery<Interpretation, ApiError>({ queryKey: ['hall', channel, 'interpret', text], queryFn: () => client.post('/interpret', { text }), gcTime: 0, retry: false, refetchOnWindowFocus: false });
  useEffect(() => {
    if (answer.data) onUnderstood(text, answer.data);
  }, [answer.data]);
  return (
    <Screen title={t('preview.answer')}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 3 }}>
        <Box sx={{ bgcolor: 'primary.main', color: 'primary.contrastText', borderRadius: '12px 12px 2px 12px', px: 3, py: 2, maxWidth: '88%', overflowWrap: 'anywhere' }}>{text}</Box>
      </Box>
      {!answer.data ? (
        <Waiting error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data.service ? (
        <>
          <Card>
            <Typography color="text.secondary">{t('preview.youWant')}</Typography>
            <Typography variant="h1" component="h3" sx={{ my: 1 }}>
              {answer.data.service.title}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {t('preview.confidence', { share: formatShare(answer.data.intent?.confidence ?? 0) })}
            </Typography>
            <Said answer={answer.data} />
            <Box sx={{ display: 'grid', gap: 2, mt: 3 }}>
              <Button variant="contained" sx={{ minHeight: 44 }} onClick={() => go({ name: 'form', key: answer.data.service!.key, text })}>
                {t('preview.fill')}
              </Button>
              <Button variant="outlined" sx={{ minHeight: 44 }} onClick={() => go({ name: 'service', key: answer.data.service!.key })}>
                {t('preview.guide')}
              </Button>
            </Box>
          </Card>
        </>
      ) : (
        <Card>
          <Typography variant="h3">{t(answer.data.outOfScope ? 'preview.outOfScope' : 'preview.noService')}</Typography>
          <Typography color="text.secondary" sx={{ my: 2 }}>
            {answer.data.intent ? t('preview.common', { title: answer.data.intent.title }) : t('preview.outOfScopeHint', { title: intentBars(answer.data)[0]?.title ?? '' })}
          </Typography>
          <Button variant="outlined" sx={{ minHeight: 44 }} fullWidth onClick={() => go({ name: 'home' })}>
            {t('preview.toHome')}
          </Button>
        </Card>
      )}
    </Screen>
  );
};

/** What was taken from the words, with a verdict on each value. */
const Said: FC<{ answer: Interpretation }> = ({ answer: { slots } }) => {
  const t = useTranslate();
  if (slots.length === 0) return null;
  return (
    <Box component="dl" sx={{ m: 0, mt: 3, pt: 3, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 2 }}>
      {slots.map((slot) => (
        <Box key={`${slot.start}${slot.slot}`}>
          <Typography component="dt" variant="caption" color="text.secondary">
            {slot.title}
          </Typography>
          <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', overflowWrap: 'anywhere' }}>
            {valueText(slot.value, slot.text)}
            <StatusChip tone={slot.valid ? 'good' : 'bad'} label={slot.valid ? t('preview.valid') : (slot.reason ?? t('preview.invalid'))} />
          </Box>
        </Box>
      ))}
    </Box>
  );
};
