import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

/** Pixels kept free around the diagram. */
const margin = 24;
/** bpmn.io's mark stands in the lower right corner, and nothing may stand under it. */
const markHeight = 28;
/** The palette stands over the left edge of a modeler. */
const paletteWidth = 48;

/** Below, names are too small to read. */
const legibleScale = 0.5;

/** Shows the whole diagram, never larger than drawn: a small one blown up looks like a mistake. */
export function showWhole(viewer: BaseViewer): void {
  const fit = fitOf(viewer);
  if (fit) look(viewer, fit, fit.scale, fit.inner.x + fit.inner.width / 2);
}

/**
 * How a diagram opens: whole where its names can be read then, else as large as that takes, from its beginning or with
 * `focus` (where a case stands) in the middle.
 */
export function showLegibly(viewer: BaseViewer, focus?: string): void {
  const fit = fitOf(viewer);
  if (!fit) return;
  if (fit.scale >= legibleScale) return showWhole(viewer);
  const half = (fit.outer.width - margin * 2 - fit.left) / legibleScale / 2;
  const element = focus === undefined ? undefined : (viewer.get<ElementRegistry>('elementRegistry').get(focus) as { x?: number; width?: number } | undefined);
  const wanted = element?.x === undefined ? fit.inner.x : element.x + (element.width ?? 0) / 2;
  look(viewer, fit, legibleScale, Math.min(Math.max(wanted, fit.inner.x + half), fit.inner.x + fit.inner.width - half));
}

interface Fit {
  inner: Box;
  outer: { width: number; height: number };
  /** Pixels that the palette takes. */
  left: number;
  /** At which everything is seen. */
  scale: number;
}
type Box = { x: number; y: number; width: number; height: number };

/** Null for a canvas in a hidden tab, which has no size, and for an empty diagram, which has none to fit. */
function fitOf(viewer: BaseViewer): Fit | null {
  const canvas = viewer.get<Canvas>('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const left = viewer.get('palette', false) ? paletteWidth : 0;
  const scale = Math.min((outer.width - margin * 2 - left) / inner.width, (outer.height - margin * 2 - markHeight) / inner.height, 1);
  return scale > 0 && Number.isFinite(scale) ? { inner, outer, left, scale } : null;
}

/** Turns the canvas so that `x` of the diagram is in the middle of what the palette leaves free, and its height in the middle. */
function look(viewer: BaseViewer, { inner, outer, left }: Fit, scale: number, x: number): void {
  const width = outer.width / scale;
  const height = outer.height / scale;
  viewer.get<Canvas>('canvas').viewbox({ x: x - width / 2 - left / 2 / scale, y: inner.y + inner.height / 2 - height / 2 + markHeight / 2 / scale, width, height });
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
