import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { hasPage } from '../app/areas.js';
import { Sheet } from '../shared/page.js';
import { checklistSteps } from './workbench.js';

/** The path from an empty installation to the first case; each step ticks itself when the server sees it done. */
export const Checklist: FC<{ steps: { id: string; done: boolean }[] }> = ({ steps }) => {
  const t = useTranslate();
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Sheet label={t('workbench.checklist')} sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 2 }}>
        <Typography variant="h2">{t('workbench.checklist')}</Typography>
        <Typography color="text.secondary">{t('workbench.progress', { done, all: steps.length })}</Typography>
      </Box>
      <LinearProgress variant="determinate" value={(100 * done) / steps.length} aria-label={t('workbench.checklist')} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
        {steps.map((step) => {
          const path = checklistSteps[step.id]?.path;
          const label = t(`workbench.step.${step.id}`);
          return (
            <Box component="li" key={step.id} sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1.25 }}>
              {step.done ? (
                <CheckCircle fontSize="small" sx={{ color: 'success.main' }} titleAccess={t('workbench.done')} />
              ) : (
                <RadioButtonUnchecked fontSize="small" sx={{ color: 'text.secondary' }} titleAccess={t('workbench.open')} />
              )}
              {path && hasPage(path) ? (
                <MuiLink component={Link} to={path} sx={{ color: step.done ? 'text.secondary' : 'primary.main', fontWeight: step === next ? 600 : 400 }}>
                  {label}
                </MuiLink>
              ) : (
                <Typography color={step.done ? 'text.secondary' : 'text.primary'}>{label}</Typography>
              )}
            </Box>
          );
        })}
      </Box>
    </Sheet>
  );
};
