import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { createContext, useContext } from 'react';
import type { Variable, WorkflowForms } from '../scope/workflow-scope.js';
import type { Create } from './extension-elements.js';
import type { DiagramElement, ModdleElement } from './moddle-element.js';

/** The diagram that is open, for the panels around it. A new object whenever the diagram or the selection changed. */
export interface Diagram {
  viewer: BaseViewer;
  selected: DiagramElement | null;
  isReadOnly: boolean;
  forms: WorkflowForms;
  variables: Variable[];
  create: Create;
  /** Sets properties of an element as one step of undo; typing in one `field` is taken together. */
  change: (element: DiagramElement, properties: Record<string, unknown>, field: string) => void;
  /** Selects an element and brings it into view. */
  open: (id: string) => void;
}

export const DiagramContext = createContext<Diagram | null>(null);

export function useDiagram(): Diagram {
  const diagram = useContext(DiagramContext);
  if (!diagram) throw new Error('useDiagram outside of the workflow editor');
  return diagram;
}

/** Every element of a BPMN type, in the order of the drawing. */
export function elementsOfType(viewer: BaseViewer, type: string): DiagramElement[] {
  return viewer.get<ElementRegistry>('elementRegistry').filter((element) => element.type === type && !(element as { labelTarget?: unknown }).labelTarget) as unknown as DiagramElement[];
}

export const labelOf = ({ name, id }: ModdleElement): string => name?.trim() || id || '';
