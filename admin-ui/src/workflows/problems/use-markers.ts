import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useEffect } from 'react';
import type { Problem } from './use-problems.js';

/** Outlines the elements that have problems. */
export function useMarkers(viewer: BaseViewer | null, problems: Problem[]): void {
  useEffect(() => {
    if (!viewer) return;
    const canvas = viewer.get<Canvas>('canvas');
    const registry = viewer.get<ElementRegistry>('elementRegistry');
    const marked = problems.flatMap(({ element, severity }) => (element && registry.get(element) ? [[element, severity === 'error' ? 'banshi-problem' : 'banshi-warning'] as const] : []));
    for (const [element, marker] of marked) canvas.addMarker(element, marker);
    return () => {
      for (const [element, marker] of marked) if (registry.get(element)) canvas.removeMarker(element, marker);
    };
  }, [viewer, problems]);
}
