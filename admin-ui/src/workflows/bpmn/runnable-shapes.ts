import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type { RunnableType } from './runnable-types.js';

/** Makes the shapes that people place. A user task is one of Camunda's kind from the start, so that the file deploys there too. */
export class RunnableShapes {
  static $inject = ['elementFactory', 'bpmnFactory'];

  constructor(
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: BpmnFactory,
  ) {}

  create(type: RunnableType) {
    if (type !== 'bpmn:UserTask') return this.elementFactory.createShape({ type });
    const extensionElements = this.bpmnFactory.create('bpmn:ExtensionElements', { values: [this.bpmnFactory.create('zeebe:UserTask', {})] });
    return this.elementFactory.createShape({ type, businessObject: this.bpmnFactory.create(type, { extensionElements }) });
  }
}
