import FitScreen from '@mui/icons-material/FitScreenOutlined';
import ZoomIn from '@mui/icons-material/AddOutlined';
import ZoomOut from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { FC, ReactNode } from 'react';
import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { useTranslate } from 'react-admin';

/** Nearer, farther, the whole; `children` are further buttons. They keep clear of bpmn.io's mark in the lower right-hand corner. */
export const ZoomButtons: FC<{ viewer: BaseViewer | null; onFit: () => void; children?: ReactNode }> = ({ viewer, onFit, children }) => {
  const t = useTranslate();
  const zoom = (by: number) => {
    const canvas = viewer?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * by);
  };
  const buttons = [
    ['workflows.zoomIn', ZoomIn, () => zoom(1.2)],
    ['workflows.zoomOut', ZoomOut, () => zoom(1 / 1.2)],
    ['workflows.zoomFit', FitScreen, onFit],
  ] as const;
  return (
    <Box sx={{ position: 'absolute', right: 12, top: 12, display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      {buttons.map(([label, Icon, onClick]) => (
        <Tooltip key={label} title={t(label)}>
          <IconButton aria-label={t(label)} onClick={onClick}>
            <Icon fontSize="small" />
          </IconButton>
        </Tooltip>
      ))}
      {children}
    </Box>
  );
};
