import ChevronLeft from '@mui/icons-material/ChevronLeftOutlined';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { FC, PropsWithChildren } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorPanel } from '../../shared/error-panel.js';
import { useHall } from '../hall-context.js';

/** A page of the hall: its bar with the way back, and its content. */
export const Screen: FC<PropsWithChildren<{ title: string; isRoot?: boolean }>> = ({ title, isRoot, children }) => {
  const t = useTranslate();
  const { back } = useHall();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', height: 48, px: 1, position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ width: 44 }}>
          {!isRoot && (
            <IconButton onClick={back} aria-label={t('preview.back')} sx={{ width: 44, height: 44 }}>
              <ChevronLeft />
            </IconButton>
          )}
        </Box>
        <Typography variant="h2" noWrap sx={{ flex: 1, textAlign: 'center' }}>
          {title}
        </Typography>
        <Box sx={{ width: 44 }} />
      </Box>
      <Box sx={{ p: 4 }}>{children}</Box>
    </>
  );
};

/** While the hall answers, and when it does not. */
export const Waiting: FC<{ error: unknown; onRetry: () => void }> = ({ error, onRetry }) => {
  const t = useTranslate();
  if (error) return <ErrorPanel error={error} onRetry={onRetry} />;
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', py: 16 }}>
      <CircularProgress size={28} aria-label={t('shared.loading')} />
    </Box>
  );
};

/** A white card of the hall. */
export const Card: FC<PropsWithChildren<{ title?: string }>> = ({ title, children }) => (
  <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: 4, mb: 3 }}>
    {title && (
      <Typography variant="h3" sx={{ mb: 2 }}>
        {title}
      </Typography>
    )}
    {children}
  </Box>
);
