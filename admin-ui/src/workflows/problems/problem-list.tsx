import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Warning from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Sheet } from '../../shared/page.js';
import type { Problem } from './use-problems.js';

/** What is wrong with the diagram; a click goes to the element. */
export const ProblemList: FC<{ problems: Problem[]; isChecking: boolean; onOpen: (element: string) => void }> = ({ problems, isChecking, onOpen }) => {
  const t = useTranslate();
  const sorted = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <Sheet label={t('workflows.problems.title')}>
      <Box role="status" sx={{ display: 'flex', gap: 2, alignItems: 'center', px: 3, py: 1.5 }}>
        {problems.length === 0 ? (
          <>
            <CheckCircle fontSize="small" sx={{ color: isChecking ? 'text.secondary' : 'success.main' }} />
            <Typography>{t(isChecking ? 'workflows.problems.checking' : 'workflows.problems.none')}</Typography>
          </>
        ) : (
          <>
            <Typography variant="h3" component="h2">
              {t('workflows.problems.title')}
            </Typography>
            {errors > 0 && <Typography color="error.main">{t('shared.config.errors', { smart_count: errors })}</Typography>}
            {problems.length > errors && <Typography color="warning.main">{t('shared.config.warnings', { smart_count: problems.length - errors })}</Typography>}
          </>
        )}
      </Box>
      {problems.length > 0 && (
        <Box component="ul" tabIndex={0} aria-label={t('workflows.problems.title')} sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 132, overflow: 'auto', borderTop: 1, borderColor: 'divider' }}>
          {sorted.map(({ severity, element, text }, index) => (
            <li key={`${element}${text}${index}`}>
              <ButtonBase disabled={element === null} onClick={() => element && onOpen(element)} sx={{ width: '100%', justifyContent: 'flex-start', textAlign: 'left', alignItems: 'flex-start', gap: 2, px: 3, py: 1, '&:hover, &:focus-visible': { bgcolor: 'action.hover' } }}>
                {severity === 'error' ? <ErrorOutline titleAccess={t('shared.finding.ERROR')} sx={{ fontSize: 17, mt: 0.75, color: 'error.main' }} /> : <Warning titleAccess={t('shared.finding.WARNING')} sx={{ fontSize: 17, mt: 0.75, color: 'warning.main' }} />}
                <Typography sx={{ minWidth: 0, flex: 1 }}>{text}</Typography>
                {element && (
                  <Typography component="code" variant="caption" color="text.secondary" noWrap sx={{ maxWidth: 160 }}>
                    {element}
                  </Typography>
                )}
              </ButtonBase>
            </li>
          ))}
        </Box>
      )}
    </Sheet>
  );
};
