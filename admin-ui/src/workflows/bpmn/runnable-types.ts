/** What can be drawn: the BPMN kinds that the engine runs, and annotations. The texts are English keys of translations.zh.ts. */
export const runnableTypes = [
  { type: 'bpmn:StartEvent', className: 'bpmn-icon-start-event-none', create: 'Create start event', append: null, change: 'Change to plain start event' },
  { type: 'bpmn:UserTask', className: 'bpmn-icon-user-task', create: 'Create user task', append: 'Append user task', change: 'Change to user task' },
  { type: 'bpmn:ExclusiveGateway', className: 'bpmn-icon-gateway-xor', create: 'Create exclusive gateway', append: 'Append exclusive gateway', change: 'Change to exclusive gateway' },
  { type: 'bpmn:ParallelGateway', className: 'bpmn-icon-gateway-parallel', create: 'Create parallel gateway', append: 'Append parallel gateway', change: 'Change to parallel gateway' },
  { type: 'bpmn:EndEvent', className: 'bpmn-icon-end-event-none', create: 'Create end event', append: 'Append end event', change: 'Change to plain end event' },
  { type: 'bpmn:TextAnnotation', className: 'bpmn-icon-text-annotation', create: 'Create annotation', append: 'Add text annotation', change: null },
] as const;

export type RunnableType = (typeof runnableTypes)[number]['type'];
