import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import { useTheme } from '@mui/material/styles';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import type { WorkflowBody } from '../workflow.js';
import { centre } from './canvas-view.js';
import { createModeler, createViewer } from './create-modeler.js';
import { DiagramBinding } from './diagram-binding.js';
import type { Diagram } from './diagram-context.js';
import type { DiagramElement } from './moddle-element.js';

export type OpenDiagram = Omit<Diagram, 'forms' | 'variables'>;

/** The modeler in `container`, in step with the draft. `failure` says why the draft cannot be drawn. */
export function useModeler(container: RefObject<HTMLElement | null>, edited: EditedItem<WorkflowBody>): { diagram: OpenDiagram | null; failure: string | null } {
  const theme = useTheme();
  const language = useLocale();
  const latest = useRef(edited);
  latest.current = edited;
  const [opened, setOpened] = useState<{ viewer: BaseViewer; binding: DiagramBinding } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tick, setTick] = useState(0);
  const { isReadOnly } = edited;

  useEffect(() => {
    if (!container.current) return;
    const options = { container: container.current, language, theme, undo: () => latest.current.undo(), redo: () => latest.current.redo() };
    const viewer = isReadOnly ? createViewer(options) : createModeler(options);
    const binding = new DiagramBinding(viewer, (bpmn, group) => latest.current.change((body) => ({ ...body, bpmn }), group));
    viewer.on(['import.done', 'selection.changed', 'elements.changed'], () => setTick((n) => n + 1));
    setOpened({ viewer, binding });
    const observer = new ResizeObserver(() => viewer.get<{ resized(): void }>('canvas').resized());
    observer.observe(container.current);
    return () => {
      observer.disconnect();
      setOpened(null);
      viewer.destroy();
    };
  }, [container, language, theme, isReadOnly]);

  const { bpmn } = edited.body;
  useEffect(() => {
    if (!opened) return;
    let isCurrent = true;
    opened.binding.show(bpmn).then(
      () => isCurrent && setFailure(null),
      (error: unknown) => isCurrent && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [opened, bpmn]);

  const change = useCallback(
    (element: DiagramElement, properties: Record<string, unknown>, field: string) => {
      if (!opened) return;
      opened.binding.group = `${field} ${element.id}`;
      opened.viewer.get<Modeling>('modeling').updateProperties(element as never, properties);
      opened.binding.group = undefined;
    },
    [opened],
  );
  const open = useCallback(
    (id: string) => {
      const element = opened?.viewer.get<ElementRegistry>('elementRegistry').get(id);
      if (!opened || !element) return;
      const selection = opened.viewer.get<Selection>('selection', false) as Selection | null;
      selection?.select(element);
      centre(opened.viewer, id);
    },
    [opened],
  );
  const diagram = useMemo((): OpenDiagram | null => {
    if (!opened) return null;
    void tick;
    const { viewer } = opened;
    const chosen = ((viewer.get<Selection>('selection', false) as Selection | null)?.get() ?? []) as unknown as DiagramElement[];
    const selected = chosen.length === 1 ? (chosen[0]!.labelTarget ?? chosen[0]!) : null;
    const factory = viewer.get<BpmnFactory>('bpmnFactory', false) as BpmnFactory | null;
    return { viewer, selected, isReadOnly, change, open, create: (type, attributes) => factory!.create(type, attributes) as never };
  }, [opened, tick, isReadOnly, change, open]);
  return { diagram, failure };
}
