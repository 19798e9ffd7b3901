import CheckCircle from '@mui/icons-material/CheckCircle';
import Pending from '@mui/icons-material/PendingOutlined';
import Circle from '@mui/icons-material/RadioButtonUncheckedOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { absoluteTime } from '../../shared/time.js';
import { progressOf, type HallCase, type ProgressStep } from '../hall.js';

/** How far an application is, step by step. */
export const Progress: FC<{ found: HallCase }> = ({ found }) => {
  const t = useTranslate();
  const steps = progressOf(found);
  const titleOf = (step: ProgressStep) => {
    if (step.kind === 'submitted') return t('preview.step.submitted');
    if (step.kind === 'step') return step.title;
    if (found.state === 'CANCELLED') return t('preview.step.cancelled');
    return found.result ? t(`preview.result.${found.result}`) : t('preview.step.ended');
  };
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map((step, index) => (
        <Box component="li" key={index} sx={{ display: 'flex', gap: 2, pb: index === steps.length - 1 ? 0 : 3 }} aria-current={step.kind === 'step' && step.state === 'waiting' ? 'step' : undefined}>
          {step.state === 'done' ? <CheckCircle color="success" fontSize="small" /> : step.kind === 'step' ? <Pending color="primary" fontSize="small" /> : <Circle fontSize="small" sx={{ color: 'text.secondary' }} />}
          <Box>
            <Typography sx={{ fontWeight: step.state === 'done' || step.kind === 'step' ? 600 : 400, color: step.state === 'done' || step.kind === 'step' ? 'text.primary' : 'text.secondary' }}>
              {titleOf(step)}
              {step.outcome && ` · ${step.outcome}`}
            </Typography>
            <Typography variant="caption" color="text.secondary" component="div">
              {step.at ? absoluteTime(new Date(step.at)) : t(step.kind === 'step' ? 'preview.step.waiting' : 'preview.step.later')}
              {step.reason && ` · ${step.reason}`}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
};
