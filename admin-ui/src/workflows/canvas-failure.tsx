import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/empty-state.js';

/** The draft cannot be drawn: stands over the canvas, which still shows the last diagram, so that nobody changes that one instead. */
export const CanvasFailure: FC<{ message: string; onXml: () => void }> = ({ message, onXml }) => {
  const t = useTranslate();
  return (
    // bpmn.io's mark below stays uncovered.
    <Box role="alert" sx={{ position: 'absolute', inset: '0 0 48px 0', zIndex: 200, display: 'flex', alignItems: 'center', bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}>
      <EmptyState
        title={t('workflows.cannotDraw')}
        hint={t('workflows.cannotDrawHint')}
        code={message}
        action={
          <Button variant="outlined" onClick={onXml}>
            {t('workflows.openXml')}
          </Button>
        }
      />
    </Box>
  );
};
