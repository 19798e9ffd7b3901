import Box from '@mui/material/Box';
import { type FC, type RefObject, useContext } from 'react';
import { useTranslate } from 'react-admin';
import { diagramStyles } from './bpmn/diagram-styles.js';
import { DiagramContext } from './bpmn/diagram-context.js';
import { CanvasFailure } from './canvas-failure.js';
import { ZoomButtons } from './zoom-buttons.js';

interface CanvasProps {
  container: RefObject<HTMLDivElement | null>;
  isHidden: boolean;
  onFit: () => void;
  /** Why the draft cannot be drawn. */
  failure: string | null;
  onXml: () => void;
}

/** The drawing area with its zoom buttons. */
export const Canvas: FC<CanvasProps> = ({ container, isHidden, onFit, failure, onXml }) => {
  const t = useTranslate();
  const diagram = useContext(DiagramContext);
  return (
    <Box sx={[{ flex: 1, minHeight: 0, display: isHidden ? 'none' : 'block' }, ...(Array.isArray(diagramStyles) ? diagramStyles : [diagramStyles])]}>
      <Box ref={container} sx={{ position: 'absolute', inset: 0 }} aria-label={t('workflows.canvas')} role="application" />
      <ZoomButtons viewer={diagram?.viewer ?? null} onFit={onFit} />
      {failure && <CanvasFailure message={failure} onXml={onXml} />}
    </Box>
  );
};
