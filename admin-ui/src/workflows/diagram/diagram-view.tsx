import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { type FC, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { showLegibly, showWhole } from '../bpmn/canvas-view.js';
import { createViewer } from '../bpmn/create-modeler.js';
import { diagramStyles } from '../bpmn/diagram-styles.js';
import { ZoomButtons } from '../zoom-buttons.js';

export interface DiagramViewProps {
  /** BPMN 2.0 XML. */
  bpmn: string;
  /** Ids of the elements where a case stands. */
  active?: string[];
  /** Ids of the elements and flows that a case has passed. */
  done?: string[];
  /** Further outlines by element: `added`, `changed`, `removed`, `problem`, `warning`. */
  marks?: Record<string, 'added' | 'changed' | 'removed' | 'problem' | 'warning'>;
  onElementClick?: (id: string) => void;
  /** CSS height. */
  height?: number | string;
  label?: string;
  /** Further buttons beside those of the zoom. */
  buttons?: ReactNode;
}

const DiagramView: FC<DiagramViewProps> = ({ bpmn, active, done, marks, onElementClick, height = 320, label, buttons }) => {
  const t = useTranslate();
  const language = useLocale();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const onClick = useRef(onElementClick);
  onClick.current = onElementClick;
  // Where the case stands is what one looks for.
  const focus = useRef(active?.[0]);
  focus.current = active?.[0];
  const [viewer, setViewer] = useState<BaseViewer | null>(null);
  const [drawn, setDrawn] = useState<{ bpmn: string; failure: string | null } | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const created = createViewer({ container: container.current, language, theme });
    created.on('element.click', ({ element }: { element: { id: string; parent?: unknown; labelTarget?: { id: string } } }) => {
      if (element.parent) onClick.current?.(element.labelTarget?.id ?? element.id);
    });
    setViewer(created);
    return () => {
      setViewer(null);
      setDrawn(null);
      created.destroy();
    };
  }, [language, theme]);

  useEffect(() => {
    if (!viewer) return;
    let isCurrent = true;
    const finish = (failure: string | null) => {
      if (!isCurrent) return;
      if (!failure) showLegibly(viewer, focus.current);
      setDrawn({ bpmn, failure });
    };
    viewer.importXML(bpmn).then(
      () => finish(null),
      (error: unknown) => finish(error instanceof Error ? error.message : String(error)),
    );
    // A dialog or tab gives the canvas its size only when it opens.
    const observer = new ResizeObserver(() => isCurrent && showLegibly(viewer, focus.current));
    observer.observe(container.current!);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, [viewer, bpmn]);

  const markers = JSON.stringify([...(done ?? []).map((id) => [id, 'done']), ...(active ?? []).map((id) => [id, 'active']), ...Object.entries(marks ?? {})]);
  useEffect(() => {
    if (!viewer || drawn?.bpmn !== bpmn || drawn.failure) return;
    const canvas = viewer.get<Canvas>('canvas');
    const registry = viewer.get<ElementRegistry>('elementRegistry');
    const wanted = (JSON.parse(markers) as [string, string][]).filter(([id]) => registry.get(id));
    for (const [id, marker] of wanted) canvas.addMarker(id, `banshi-${marker}`);
    return () => {
      for (const [id, marker] of wanted) if (registry.get(id)) canvas.removeMarker(id, `banshi-${marker}`);
    };
  }, [viewer, drawn, bpmn, markers]);

  return (
    <Box sx={[{ height, borderRadius: 1 }, ...(Array.isArray(diagramStyles) ? diagramStyles : [diagramStyles])]}>
      <Box ref={container} role="group" aria-label={label ?? t('workflows.canvas')} sx={{ position: 'absolute', inset: 0 }} />
      {drawn && !drawn.failure && (
        <ZoomButtons viewer={viewer} onFit={() => viewer && showWhole(viewer)}>
          {buttons}
        </ZoomButtons>
      )}
      {drawn?.failure && (
        <Typography color="text.secondary" sx={{ position: 'absolute', top: 24, left: 24, right: 24 }}>
          {t('workflows.cannotDraw')}
        </Typography>
      )}
    </Box>
  );
};

export default DiagramView;
