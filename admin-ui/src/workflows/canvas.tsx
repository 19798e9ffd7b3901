import FitScreen from '@mui/icons-material/FitScreenOutlined';
import ZoomIn from '@mui/icons-material/AddOutlined';
import ZoomOut from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { type FC, type RefObject, useContext } from 'react';
import { useTranslate } from 'react-admin';
import { diagramStyles } from './bpmn/diagram-styles.js';
import { DiagramContext } from './bpmn/diagram-context.js';
import { CanvasFailure } from './canvas-failure.js';

interface CanvasProps {
  container: RefObject<HTMLDivElement | null>;
  isHidden: boolean;
  onFit: () => void;
  /** Why the draft cannot be drawn. */
  failure: string | null;
  onXml: () => void;
}

/** The drawing area with its zoom buttons, which keep clear of bpmn.io's mark in the right-hand corner. */
export const Canvas: FC<CanvasProps> = ({ container, isHidden, onFit, failure, onXml }) => {
  const t = useTranslate();
  const diagram = useContext(DiagramContext);
  const zoom = (by: number) => diagram?.viewer.get<{ zoom(level?: number): number }>('canvas').zoom(diagram.viewer.get<{ zoom(): number }>('canvas').zoom() * by);
  const buttons = [
    ['workflows.zoomIn', ZoomIn, () => zoom(1.2)],
    ['workflows.zoomOut', ZoomOut, () => zoom(1 / 1.2)],
    ['workflows.zoomFit', FitScreen, onFit],
  ] as const;
  return (
    <Box sx={[{ flex: 1, minHeight: 0, display: isHidden ? 'none' : 'block' }, ...(Array.isArray(diagramStyles) ? diagramStyles : [diagramStyles])]}>
      <Box ref={container} sx={{ position: 'absolute', inset: 0 }} aria-label={t('workflows.canvas')} role="application" />
      <Box sx={{ position: 'absolute', right: 12, top: 12, display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        {buttons.map(([label, Icon, onClick]) => (
          <Tooltip key={label} title={t(label)}>
            <IconButton aria-label={t(label)} onClick={onClick}>
              <Icon fontSize="small" />
            </IconButton>
          </Tooltip>
        ))}
      </Box>
      {failure && <CanvasFailure message={failure} onXml={onXml} />}
    </Box>
  );
};
