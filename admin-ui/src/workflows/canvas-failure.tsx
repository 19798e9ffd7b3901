import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/empty-state.js';

/** The file cannot be drawn: says so over the canvas, and where to mend it. */
export const CanvasFailure: FC<{ message: string; onXml: () => void }> = ({ message, onXml }) => {
  const t = useTranslate();
  return (
    <Box sx={{ position: 'relative', zIndex: 2 }}>
      <Box role="alert" sx={{ position: 'absolute', bottom: 40, left: 0, right: 0, bgcolor: 'background.paper', borderTop: 1, borderBottom: 1, borderColor: 'divider' }}>
        <EmptyState dense title={t('workflows.cannotDraw')} hint={t('workflows.cannotDrawHint')} code={message} action={<Button variant="outlined" onClick={onXml}>{t('workflows.openXml')}</Button>} />
      </Box>
    </Box>
  );
};
