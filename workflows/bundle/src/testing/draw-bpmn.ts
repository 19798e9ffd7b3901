interface TaskOptions {
  name?: string;
  form?: string;
  defaultAccess?: string;
  access?: Record<string, string>;
  outcome?: string;
}

const namespaces =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:banshi="http://banshi.dev/schema/bpmn/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export function start(access: { defaultAccess?: string; access?: Record<string, string> } = {}): string {
  return `<bpmn:startEvent id="Start" name="提交申请"><bpmn:extensionElements>${fields(access.defaultAccess ?? 'edit', access.access)}</bpmn:extensionElements></bpmn:startEvent>`;
}

export function task(id: string, options: TaskOptions = {}): string {
  const form = options.form === undefined ? '' : `<zeebe:formDefinition formId="${options.form}" />`;
  const outcomes =
    options.outcome === undefined
      ? ''
      : `<banshi:outcomes variable="${options.outcome}"><banshi:outcome value="approved" title="通过" titleEn="Approve" requireComment="false" /><banshi:outcome value="refused" title="不通过" titleEn="Refuse" requireComment="true" /></banshi:outcomes>`;
  return `<bpmn:userTask id="${id}" name="${options.name ?? id}"><bpmn:extensionElements><zeebe:userTask />${form}<zeebe:assignmentDefinition candidateGroups="role:clerk" />${fields(options.defaultAccess ?? 'read', options.access)}${outcomes}</bpmn:extensionElements></bpmn:userTask>`;
}

function fields(otherwise: string, access: Record<string, string> = {}): string {
  const rules = Object.entries(access).map(([name, value]) => `<banshi:field name="${name}" access="${value}" />`);
  return `<banshi:fields default="${otherwise}">${rules.join('')}</banshi:fields>`;
}

export const gateway = (id: string, otherwise?: string) => `<bpmn:exclusiveGateway id="${id}" name="${id}"${otherwise === undefined ? '' : ` default="${otherwise}"`} />`;
export const end = (id: string) => `<bpmn:endEvent id="${id}" name="${id}" />`;

/** `id: source -> target` with an optional FEEL condition. */
export function flow(id: string, source: string, target: string, condition?: string): string {
  const inner = condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= ${escape(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</bpmn:sequenceFlow>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function drawBpmn(...parts: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${namespaces} id="Definitions" targetNamespace="http://banshi.dev/bpmn"><bpmn:process id="Process" name="办理流程" isExecutable="true">${parts.join('\n')}</bpmn:process></bpmn:definitions>\n`;
}

/** Start, review with an outcome, a gateway on the outcome or on the condition given, two ends. */
export function reviewBpmn(options: { start?: Parameters<typeof start>[0]; review?: TaskOptions; condition?: string } = {}): string {
  return drawBpmn(
    start(options.start),
    task('Review', { name: '审核', outcome: 'reviewResult', ...options.review }),
    gateway('Decide', 'Refuse'),
    end('Granted'),
    end('Refused'),
    flow('Begin', 'Start', 'Review'),
    flow('Reviewed', 'Review', 'Decide'),
    flow('Grant', 'Decide', 'Granted', options.condition ?? 'reviewResult = "approved"'),
    flow('Refuse', 'Decide', 'Refused'),
  );
}
