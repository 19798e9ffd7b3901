/** BPMN kinds that a drawing may contain and the engine does not run, as people call them: [中文, English]. */
const TITLES: Partial<Record<string, readonly [string, string]>> = {
  'bpmn:Process': ['另一个泳池的流程', 'a second pool with a process'],
  'bpmn:MessageFlow': ['消息流', 'a message flow'],
  'bpmn:Task': ['未定类型的任务', 'a task without a type'],
  'bpmn:ServiceTask': ['服务任务', 'a service task'],
  'bpmn:SendTask': ['发送任务', 'a send task'],
  'bpmn:ReceiveTask': ['接收任务', 'a receive task'],
  'bpmn:ManualTask': ['手工任务', 'a manual task'],
  'bpmn:ScriptTask': ['脚本任务', 'a script task'],
  'bpmn:BusinessRuleTask': ['业务规则任务', 'a business rule task'],
  'bpmn:CallActivity': ['调用活动', 'a call activity'],
  'bpmn:SubProcess': ['子流程', 'a sub-process'],
  'bpmn:AdHocSubProcess': ['自由子流程', 'an ad-hoc sub-process'],
  'bpmn:Transaction': ['事务子流程', 'a transaction'],
  'bpmn:InclusiveGateway': ['包容网关', 'an inclusive gateway'],
  'bpmn:ComplexGateway': ['复杂网关', 'a complex gateway'],
  'bpmn:EventBasedGateway': ['事件网关', 'an event-based gateway'],
  'bpmn:BoundaryEvent': ['边界事件', 'a boundary event'],
  'bpmn:IntermediateCatchEvent': ['中间捕获事件', 'an intermediate catch event'],
  'bpmn:IntermediateThrowEvent': ['中间抛出事件', 'an intermediate throw event'],
  'bpmn:TimerEventDefinition': ['定时事件', 'a timer event'],
  'bpmn:MessageEventDefinition': ['消息事件', 'a message event'],
  'bpmn:SignalEventDefinition': ['信号事件', 'a signal event'],
  'bpmn:ErrorEventDefinition': ['错误事件', 'an error event'],
  'bpmn:EscalationEventDefinition': ['升级事件', 'an escalation event'],
  'bpmn:ConditionalEventDefinition': ['条件事件', 'a conditional event'],
  'bpmn:LinkEventDefinition': ['链接事件', 'a link event'],
  'bpmn:CompensateEventDefinition': ['补偿事件', 'a compensation event'],
  'bpmn:CancelEventDefinition': ['取消事件', 'a cancel event'],
  'bpmn:TerminateEventDefinition': ['终止事件', 'a terminate event'],
  'bpmn:MultiInstanceLoopCharacteristics': ['多实例任务', 'a multi-instance task'],
  'bpmn:StandardLoopCharacteristics': ['循环任务', 'a looping task'],
  'bpmn:Compensation': ['补偿任务', 'a compensation task'],
};

/** Falls back to the BPMN name, which is at least what the file says. */
export function elementTitle(type: string, language: 'zh' | 'en'): string {
  return TITLES[type]?.[language === 'zh' ? 0 : 1] ?? type;
}
