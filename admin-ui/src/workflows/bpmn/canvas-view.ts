import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

/** Pixels kept free around the diagram. */
const margin = 24;
/** bpmn.io's mark stands in the lower right corner, and nothing may stand under it. */
const markHeight = 28;
/** The palette stands over the left edge of a modeler. */
const paletteWidth = 48;

/** Shows the whole diagram, never larger than drawn: a small one blown up looks like a mistake. */
export function showWhole(viewer: BaseViewer): void {
  const canvas = viewer.get<Canvas>('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const left = viewer.get('palette', false) ? paletteWidth : 0;
  const scale = Math.min((outer.width - margin * 2 - left) / inner.width, (outer.height - margin * 2 - markHeight) / inner.height, 1);
  // A canvas in a hidden tab has no size, and an empty diagram none to fit.
  if (!(scale > 0) || !Number.isFinite(scale)) return;
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: inner.x + inner.width / 2 - width / 2 - left / 2 / scale, y: inner.y + inner.height / 2 - height / 2 + markHeight / 2 / scale, width, height });
}

/** Brings an element into the middle of the view. */
export function centre(viewer: BaseViewer, id: string): void {
  const element = viewer.get<ElementRegistry>('elementRegistry').get(id);
  const canvas = viewer.get<Canvas>('canvas');
  if (!element || element === canvas.getRootElement()) return;
  const { x, y, outer, scale } = canvas.viewbox();
  const box = canvas.getAbsoluteBBox(element as never);
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: x + (box.x + box.width / 2) / scale - width / 2, y: y + (box.y + box.height / 2) / scale - height / 2, width, height });
}
