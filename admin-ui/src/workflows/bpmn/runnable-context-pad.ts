import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type Connect from 'diagram-js/lib/features/connect/Connect';
import type ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import type Create from 'diagram-js/lib/features/create/Create';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type BpmnReplace from 'bpmn-js/lib/features/replace/BpmnReplace';
import type Translate from 'diagram-js/lib/i18n/translate/translate';
import type { DiagramElement } from './moddle-element.js';
import type { RunnableShapes } from './runnable-shapes.js';
import { runnableTypes, type RunnableType } from './runnable-types.js';

interface Entry {
  group: string;
  className: string;
  title: string;
  action: Record<string, (event: MouseEvent, element: DiagramElement) => void>;
}

/** The buttons around a selected element: what may follow it, what it may become, and delete. */
export class RunnableContextPad {
  static $inject = ['contextPad', 'modeling', 'connect', 'create', 'autoPlace', 'bpmnReplace', 'runnableShapes', 'translate'];

  constructor(
    contextPad: ContextPad,
    private readonly modeling: Modeling,
    private readonly connect: Connect,
    private readonly create: Create,
    private readonly autoPlace: AutoPlace,
    private readonly bpmnReplace: BpmnReplace,
    private readonly shapes: RunnableShapes,
    private readonly translate: typeof Translate,
  ) {
    contextPad.registerProvider(this as never);
  }

  getMultiElementContextPadEntries(elements: DiagramElement[]): Record<string, Entry> {
    return { delete: this.removal(() => this.modeling.removeElements([...elements] as never)) };
  }

  getContextPadEntries(element: DiagramElement): Record<string, Entry> {
    const entries: Record<string, Entry> = {};
    if (element.type !== 'label') {
      for (const type of followers(element.type)) entries[`append.${type}`] = this.append(type);
      for (const type of alternatives(element)) entries[`change.${type}`] = this.change(type);
      if (isConnectable(element.type)) entries['connect'] = this.connection(element.type);
    }
    entries['delete'] = this.removal((_event, target) => this.modeling.removeElements([target] as never));
    return entries;
  }

  private append(type: RunnableType): Entry {
    const { className, append } = runnableTypes.find((one) => one.type === type)!;
    return {
      group: 'model',
      className,
      title: this.translate(append!),
      action: {
        click: (_event, source) => this.autoPlace.append(source as never, this.shapes.create(type) as never),
        dragstart: (event, source) => this.create.start(event, this.shapes.create(type) as never, { source } as never),
      },
    };
  }

  private change(type: RunnableType): Entry {
    const { className, change } = runnableTypes.find((one) => one.type === type)!;
    return { group: 'edit', className, title: this.translate(change!), action: { click: (_event, element) => void this.bpmnReplace.replaceElement(element as never, { type } as never) } };
  }

  private connection(type: string): Entry {
    const start = (event: MouseEvent, element: DiagramElement) => this.connect.start(event, element as never);
    const title = this.translate(type === 'bpmn:TextAnnotation' ? 'Connect using association' : 'Connect to other element');
    return { group: 'connect', className: 'bpmn-icon-connection-multi', title, action: { click: start, dragstart: start } };
  }

  private removal(click: (event: MouseEvent, element: DiagramElement) => void): Entry {
    return { group: 'edit', className: 'bpmn-icon-trash', title: this.translate('Delete'), action: { click } };
  }
}

const isFlowNode = (type: string) => /Event$|Task$|Gateway$|Activity$|SubProcess$/.test(type);
const isConnectable = (type: string) => isFlowNode(type) || type === 'bpmn:TextAnnotation';

/** What may follow: nothing after an end; a flow takes annotations alone. */
function followers(type: string): RunnableType[] {
  if (type === 'bpmn:SequenceFlow' || type === 'bpmn:EndEvent') return ['bpmn:TextAnnotation'];
  return isFlowNode(type) ? ['bpmn:UserTask', 'bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:EndEvent', 'bpmn:TextAnnotation'] : [];
}

/** What the engine runs of the same sort: the other gateway, and the way out for imported kinds that it does not run. */
export function alternatives({ type, businessObject }: DiagramElement): RunnableType[] {
  const hasDefinition = ((businessObject.get('eventDefinitions') as unknown[] | undefined) ?? []).length > 0;
  if (type === 'bpmn:ExclusiveGateway') return ['bpmn:ParallelGateway'];
  if (type === 'bpmn:ParallelGateway') return ['bpmn:ExclusiveGateway'];
  if (type.endsWith('Gateway')) return ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway'];
  if (type === 'bpmn:StartEvent' || type === 'bpmn:EndEvent') return hasDefinition ? [type] : [];
  return (type.endsWith('Task') && type !== 'bpmn:UserTask') || type === 'bpmn:CallActivity' ? ['bpmn:UserTask'] : [];
}
