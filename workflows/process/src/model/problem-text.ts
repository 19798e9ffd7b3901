import { problemText } from '@banshi/expression';
import { elementTitle } from './element-titles.js';
import type { ProblemCode, ProcessProblem } from './process-problem.js';

export type Language = 'zh' | 'en';

const UNITS: Partial<Record<string, readonly [string, string]>> = {
  bytes: ['字节', 'bytes'],
  lines: ['行', 'lines'],
  elements: ['个元素', 'elements'],
  steps: ['个步骤', 'steps'],
  flows: ['条连线', 'flows'],
  attributes: ['个属性（一个元素内）', 'attributes in one element'],
  namespaces: ['个命名空间声明', 'namespace declarations'],
  levels: ['层嵌套', 'levels of nesting'],
  references: ['个引用（一个属性内）', 'references in one attribute'],
};

/** [中文, English]: what is wrong, then how to mend it. `{x}` is a parameter. */
const TEXTS: Record<ProblemCode, readonly [string, string]> = {
  'too-large': ['流程文件过大，上限为 {limit} {unit}。请删去不需要的内容，或拆成几个流程。', 'The file is too large; the limit is {limit} {unit}. Remove what is not needed, or split the workflow.'],
  'doctype-refused': ['第 {line} 行含有文档类型声明（DOCTYPE）或实体，出于安全不予接受。请删去该声明后重试。', 'Line {line} holds a document type declaration or entity, which is refused for safety. Remove it and try again.'],
  'bad-xml': ['文件不是正确的 XML{atLine}。请检查标签是否成对、引号是否闭合。', 'The file is not well-formed XML{atLine}. Check that tags match and quotes are closed.'],
  'not-bpmn': ['文件不是 BPMN 2.0：最外层应为 definitions。请从流程设计器重新导出。', 'The file is not BPMN 2.0: its root should be definitions. Export it again from a modeller.'],
  'too-many-faults': ['文件中无法识别的内容超过 {limit} 处。请确认这是 BPMN 2.0 文件。', 'More than {limit} parts of the file cannot be read. Make sure that it is BPMN 2.0.'],
  'duplicate-id': ['标识“{id}”重复（第 {line} 行）。请给后一个元素换一个标识。', 'The id “{id}” is used twice (line {line}). Give the second element another id.'],
  'illegal-id': ['标识“{id}”缺失或不合法。请使用以英文字母或下划线开头、由字母、数字、“-”“_”“.”组成的标识。', 'The id “{id}” is missing or not allowed. Use letters, digits, “-”, “_” and “.”, starting with a letter or underscore.'],
  'content-dropped': ['第 {line} 行的内容 {content} 无法识别，保存时会丢失。请删去它，或改用标准元素。', 'The content {content} in line {line} is not understood and would be lost on saving. Remove it or use a standard element.'],
  'no-process': ['文件中没有流程。请至少画出开始事件、一个任务和结束事件。', 'The file holds no process. Draw at least a start event, a task and an end event.'],
  'not-executable': ['流程“{name}”未标记为可执行，Camunda 不会部署它。请在流程属性中勾选“可执行”。', 'The process “{name}” is not marked executable, so Camunda would not deploy it. Tick “executable” in its properties.'],
  'unsupported-element': ['“{name}”是{type}，目前不能运行。请改用用户任务、排他网关、并行网关，或删去它。', '“{name}” is {type}, which cannot be run yet. Use user tasks, exclusive or parallel gateways instead, or remove it.'],
  'unsupported-extension': ['“{name}”的设置 {extension} 目前不起作用。请删去它，或改用受支持的设置。', 'The setting {extension} of “{name}” has no effect here. Remove it or use a supported one.'],
  'no-start-event': ['流程“{name}”没有开始事件。请添加一个，并连到第一步。', 'The workflow “{name}” has no start event. Add one and connect it to the first step.'],
  'several-start-events': ['“{name}”是多余的开始事件，流程只能有一个。请删去它，把其后的步骤连到保留的开始事件。', '“{name}” is one start event too many. Remove it and connect what follows to the one that stays.'],
  'no-end-event': ['流程“{name}”没有结束事件。请添加一个，让每条路径都能到达。', 'The workflow “{name}” has no end event. Add one that every path can reach.'],
  'dangling-flow': ['连线“{name}”的一端没有连到任何步骤。请重新连接或删去它。', 'One end of the flow “{name}” is not connected to a step. Connect it or remove it.'],
  'flow-into-start': ['有连线指向开始事件“{name}”。请把它改连到开始之后的步骤。', 'A flow leads into the start event “{name}”. Connect it to a step after the start.'],
  'flow-out-of-end': ['结束事件“{name}”之后还有连线。请删去连线，或把结束事件换成任务。', 'A flow leaves the end event “{name}”. Remove the flow, or make the event a task.'],
  'several-outgoing': ['“{name}”有 {count} 条出线。请在其后加网关：择一用排他网关，同时进行用并行网关。', '“{name}” has {count} outgoing flows. Put a gateway after it: exclusive to choose one, parallel to do all.'],
  'no-outgoing': ['“{name}”之后没有步骤，办件会停在这里。请把它连到下一步或结束事件。', 'Nothing follows “{name}”, so a case would stop there. Connect it to the next step or an end event.'],
  'unreachable-element': ['从开始事件走不到“{name}”。请用连线接入流程，或删去它。', '“{name}” cannot be reached from the start event. Connect it or remove it.'],
  'no-way-to-end': ['从“{name}”出发到不了任何结束事件。请补上通向结束的路径。', 'No end event can be reached from “{name}”. Add a way to the end.'],
  'endless-loop': ['{elements} 形成了没有用户任务的循环，会无休止地运行。请在循环中加入用户任务，或断开循环。', '{elements} form a loop without a user task, which would run for ever. Put a user task into the loop, or break it.'],
  'condition-missing': ['连线“{name}”离开排他网关“{gateway}”，但没有条件。请填写条件，或设为默认连线。', 'The flow “{name}” leaves the exclusive gateway “{gateway}” without a condition. Give it one, or make it the default flow.'],
  'condition-misplaced': ['连线“{name}”带有条件，但“{source}”不是排他网关，条件不会被判断。请删去条件，或在此加排他网关。', 'The flow “{name}” has a condition, but “{source}” is no exclusive gateway, so nobody would check it. Remove it, or add an exclusive gateway.'],
  'condition-invalid': ['连线“{name}”的条件 {source} 有误：{reason}。请按 FEEL 语法修改，例如 = amount > 1000。', 'The condition {source} of the flow “{name}” is wrong: {reason}. Correct the FEEL, for example = amount > 1000.'],
  'condition-language': ['连线“{name}”的条件使用了 {language}。请改用 FEEL 表达式。', 'The condition of the flow “{name}” is written in {language}. Use FEEL instead.'],
  'default-missing': ['排他网关“{name}”没有默认连线；条件都不成立时办件会停下。请把其中一条设为默认。', 'The exclusive gateway “{name}” has no default flow; a case stops when no condition holds. Make one of its flows the default.'],
  'default-with-condition': ['默认连线“{name}”带有条件，条件不会被判断。请删去条件，或换一条默认连线。', 'The default flow “{name}” has a condition, which is not checked. Remove it, or make another flow the default.'],
  'assignment-missing': ['用户任务“{name}”没有指定办理人。请选择角色、部门或岗位。', 'Nobody is assigned to the user task “{name}”. Choose a role, a department or a post.'],
  'candidate-group-unknown': ['用户任务“{name}”的办理组“{group}”无法识别。请写成 role:…、department:…、department:$service 或 post:…。', 'The group “{group}” of the user task “{name}” is not understood. Write role:…, department:…, department:$service or post:….'],
  'field-name-missing': ['“{name}”的字段权限中有一项没有字段名。请填写字段名或删去该项。', 'A field permission of “{name}” names no field. Fill in the name or remove it.'],
  'field-duplicate': ['“{name}”的字段权限中“{field}”出现了两次。请只保留一项。', 'The field “{field}” occurs twice in the permissions of “{name}”. Keep one.'],
  'field-access-unknown': ['“{name}”中字段“{field}”的权限“{access}”无法识别。请使用 hidden、read 或 edit。', 'The permission “{access}” of the field “{field}” at “{name}” is not understood. Use hidden, read or edit.'],
  'outcome-variable-invalid': ['“{name}”的办理结果变量“{variable}”不合法。请使用字母、数字和下划线，不以数字开头，例如 reviewResult。', 'The outcome variable “{variable}” of “{name}” is not allowed. Use letters, digits and underscores, not starting with a digit, such as reviewResult.'],
  'outcomes-empty': ['“{name}”声明了办理结果，却一项也没有。请添加办理结果，或删去该设置。', '“{name}” declares outcomes but has none. Add some, or remove the setting.'],
  'outcome-value-missing': ['“{name}”的第 {position} 个办理结果没有值。请填写，例如 approved。', 'Outcome {position} of “{name}” has no value. Fill it in, for example approved.'],
  'outcome-title-missing': ['“{name}”的办理结果“{value}”没有标题，按钮上会显示它的值。请填写标题，例如“通过”。', 'The outcome “{value}” of “{name}” has no title, so its button shows the value. Fill in a title.'],
  'outcome-duplicate': ['“{name}”的办理结果“{value}”重复。请改名或删去其一。', 'The outcome “{value}” of “{name}” occurs twice. Rename or remove one.'],
  'result-unknown': ['结束事件“{name}”的结果“{value}”无法识别。请使用 granted、refused、returned 或 withdrawn。', 'The result “{value}” of the end event “{name}” is not understood. Use granted, refused, returned or withdrawn.'],
  'join-may-deadlock': ['并行网关“{name}”会等齐所有入线，但“{fork}”之后的路径可能只到达一部分，办件会一直等待。请让分支由并行网关分出并全部汇合于此；若前面是排他分支，请改用排他网关汇合。', 'The parallel gateway “{name}” waits for all its incoming flows, but after “{fork}” only some of them may arrive, so a case could wait for ever. Fork with a parallel gateway and bring every branch here; merge exclusive branches with an exclusive gateway.'],
};

/** What is wrong and how to mend it, for the person who drew the process. */
export function processProblemText(problem: ProcessProblem, language: Language): string {
  const { params } = problem;
  const pick = (pair: readonly [string, string] | undefined, otherwise: string) => pair?.[language === 'zh' ? 0 : 1] ?? otherwise;
  const line = params['line'];
  const values: Record<string, string | number> = {
    ...params,
    type: elementTitle(String(params['type'] ?? ''), language),
    unit: pick(UNITS[String(params['unit'] ?? '')], ''),
    atLine: line === undefined ? '' : language === 'zh' ? `（第 ${line} 行）` : ` (line ${line})`,
    reason: problem.expression ? problemText(problem.expression, language) : '',
  };
  return pick(TEXTS[problem.code], problem.code).replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
}
