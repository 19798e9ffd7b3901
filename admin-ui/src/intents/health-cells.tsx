import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Tooltip from '@mui/material/Tooltip';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { FewTests, hasEnoughTests } from '../shared/few-tests.js';
import { StatusChip } from '../shared/status-chip.js';
import { exampleHealth, scoreHealth } from './health.js';

/** How many examples, and whether they are enough. */
export const ExampleCount: FC<{ count: number }> = ({ count }) => {
  const t = useTranslate();
  const health = exampleHealth(count);
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
      {health !== 'good' && <StatusChip tone={health === 'none' ? 'bad' : 'notice'} label={t(`intents.examples.${health}`)} title={t('intents.examples.fewHint')} />}
      {count}
    </Box>
  );
};

/** F1 of the model in use: a bar, the number, and a word where it is weak or was hardly measured. */
export const Score: FC<{ f1: number | null; support: number | null }> = ({ f1, support }) => {
  const t = useTranslate();
  if (f1 === null) {
    return (
      <Tooltip title={t('intents.score.noneHint')}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('intents.score.none')}
        </Box>
      </Tooltip>
    );
  }
  if (support !== null && !hasEnoughTests(support)) return <FewTests support={support} />;
  const health = scoreHealth(f1);
  const colour = ({ good: 'success', weak: 'warning', bad: 'error' } as const)[health];
  return (
    <Tooltip title={health === 'good' ? '' : t(`intents.score.${health}`)}>
      <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
        <LinearProgress variant="determinate" value={f1 * 100} color={colour} aria-label="F1" sx={{ width: 56 }} />
        {f1.toFixed(2)}
      </Box>
    </Tooltip>
  );
};
