import type EventBus from 'diagram-js/lib/core/EventBus';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Modeling from 'diagram-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'diagram-js/lib/model/Types';

interface Box {
  x: number;
  width: number;
}
/** Between two steps, so that the name of the flow has its place. */
const gap = 56;
const centreOf = ({ x, width }: Box) => x + width / 2;
const endOf = ({ x, width }: Box) => x + width;

/** How far a step, and all behind it, has to go to the right, and how far what follows it has to go beyond that. Flows to the left or up and down need nothing. */
export function roomFor(shape: Box, source: Box, target: Box): { before: number; behind: number } {
  const isForward = centreOf(source) < centreOf(shape) && centreOf(shape) < centreOf(target);
  return { before: isForward ? Math.max(0, endOf(source) + gap - shape.x) : 0, behind: isForward ? Math.max(0, endOf(shape) + gap - target.x) : 0 };
}

/** A step that is dropped onto a flow makes itself room: whatever stands to the right moves on instead of being covered. */
export class MakeRoom {
  static $inject = ['eventBus', 'canvas', 'elementRegistry', 'modeling'];

  constructor(
    eventBus: EventBus,
    private readonly canvas: Canvas,
    private readonly registry: ElementRegistry,
    private readonly modeling: Modeling,
  ) {
    // After bpmn-js has put the step into the flow.
    eventBus.on('commandStack.elements.create.postExecuted', 250, ({ context }: { context: { elements: Element[] } }) => {
      const shapes = context.elements.filter(isShape);
      if (shapes.length === 1) this.settle(shapes[0]!);
    });
  }

  private settle(shape: Shape): void {
    const source = (shape.incoming[0] as Connection | undefined)?.source as Shape | undefined;
    const target = (shape.outgoing[0] as Connection | undefined)?.target as Shape | undefined;
    if (!source || !target || shape.parent !== this.canvas.getRootElement()) return;
    const { before, behind } = roomFor(shape, source, target);
    const start = centreOf(shape);
    const others = (this.registry.filter((element) => element.parent === shape.parent) as Element[]).filter(isShape).filter((other) => other !== shape && centreOf(other) > start);
    if (before > 0) this.move([shape, ...others], before, start - 1);
    if (behind > 0) this.move(others, behind, start + before + 1);
  }

  private move(shapes: Shape[], by: number, start: number): void {
    const labels = shapes.flatMap(({ labels }) => [...labels]) as Shape[];
    this.modeling.createSpace([...shapes, ...labels], [], { x: by, y: 0 }, 'e', start);
  }
}

const isShape = (element: Element): element is Shape => !('waypoints' in element) && !('labelTarget' in element && element.labelTarget);
