import { scanBpmn, type ScannedNode } from './bpmn-scan.js';
import { canonicalJson, compare } from './hash.js';
import type { Change } from './kinds/kind.js';

type Label = Change['label'];

/** What an element of a diagram says, by the names of its properties; children without an id belong to their parent. */
interface Element {
  id: string;
  type: string;
  name: string;
  properties: Record<string, string>;
}

/** Redundant with the flows' own ends, and bpmn-js rewrites them freely. */
const derived = new Set(['incoming', 'outgoing']);
const attributesOfTheFile = new Set(['exporter', 'exporterVersion', 'targetNamespace', 'id']);

/**
 * The changes between two diagrams, element by element: a task that was moved on the page is a change of the drawing,
 * not of the process. Every change has the path of the XML and the id of its element.
 */
export function diffBpmn(path: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const [old, now] = [scanBpmn(before), scanBpmn(after)];
  if (!old || !now) return [{ path, type: 'changed', before, after, label: { zh: '流程图（XML）', en: 'Diagram (XML)' } }];
  const [oldElements, nowElements] = [elementsOf(old), elementsOf(now)];
  const changes: Change[] = [];
  for (const element of nowElements.values()) {
    const partner = oldElements.get(element.id);
    if (!partner) changes.push({ path, element: element.id, type: 'added', after: summary(element), label: labelOf(element) });
    else changes.push(...changedProperties(path, partner, element));
  }
  for (const element of oldElements.values()) {
    if (!nowElements.has(element.id)) changes.push({ path, element: element.id, type: 'removed', before: summary(element), label: labelOf(element) });
  }
  if (changes.length === 0 && canonicalJson(drawingOf(old)) !== canonicalJson(drawingOf(now))) {
    changes.push({ path, type: 'changed', label: { zh: '流程图 › 图形位置', en: 'Diagram › Layout' } });
  }
  return changes;
}

/** What a diagram calls an element: its kind and its name. Null for an id that the diagram does not have. */
export function elementLabel(bpmn: string, id: string): Label | null {
  const root = scanBpmn(bpmn);
  const element = root && elementsOf(root).get(id);
  return element ? labelOf(element) : null;
}

function changedProperties(path: string, before: Element, after: Element): Change[] {
  const old: Record<string, string> = { type: before.type, name: before.name, ...before.properties };
  const now: Record<string, string> = { type: after.type, name: after.name, ...after.properties };
  return [...new Set([...Object.keys(now), ...Object.keys(old)])]
    .filter((property) => (old[property] ?? '') !== (now[property] ?? ''))
    .map((property) => ({
      path,
      element: after.id,
      type: 'changed',
      before: old[property] ?? null,
      after: now[property] ?? null,
      label: join(labelOf(after.name === '' ? before : after), propertyLabel(property)),
    }));
}

function elementsOf(root: ScannedNode): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (node: ScannedNode) => {
    if (isDrawing(node)) return;
    const id = node.attributes['id'];
    if (id !== undefined && node.name !== 'definitions' && !isDetail(node)) found.set(id, elementOf(node, id));
    node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** Parts of an element that modelers give ids of their own, new ones at each save. */
function isDetail(node: ScannedNode): boolean {
  return node.name === 'conditionExpression' || node.name.endsWith('EventDefinition');
}

function elementOf(node: ScannedNode, id: string): Element {
  const properties: Record<string, string> = {};
  const add = (name: string, value: string) => {
    properties[name] = name in properties ? `${properties[name]}\n${value}` : value;
  };
  for (const [name, value] of Object.entries(node.attributes)) if (!attributesOfTheFile.has(name) && name !== 'name') add(name, value);
  const visit = (child: ScannedNode) => {
    if (derived.has(child.name) || isDrawing(child) || ('id' in child.attributes && !isDetail(child))) return;
    const attributes = Object.entries(child.attributes).filter(([name]) => name !== 'id' && !name.startsWith('xsi:'));
    // Lists such as field accesses and outcomes read best as one line per entry.
    if (attributes.length > 0) add(child.name, attributes.map(([name, value]) => `${name}=${value}`).join(' '));
    if (child.text.trim() !== '') add(child.name, child.text.trim());
    child.children.forEach(visit);
  };
  node.children.forEach(visit);
  return { id, type: node.name, name: node.attributes['name'] ?? '', properties };
}

function isDrawing(node: ScannedNode): boolean {
  return node.name === 'BPMNDiagram';
}

/** Shapes and edges by the element that they draw, without ids and order, which carry no meaning. */
function drawingOf(root: ScannedNode): string[] {
  const lines: string[] = [];
  const visit = (node: ScannedNode, inside: boolean, owner: string) => {
    const drawing = inside || isDrawing(node);
    const element = node.attributes['bpmnElement'] ?? owner;
    const { id: _, ...attributes } = node.attributes;
    if (drawing) lines.push(canonicalJson([element, node.name, attributes]));
    node.children.forEach((child) => visit(child, drawing, element));
  };
  visit(root, false, '');
  return lines.sort(compare);
}

function summary(element: Element): Record<string, string> {
  return { type: element.type, ...(element.name === '' ? {} : { name: element.name }), ...element.properties };
}

function labelOf(element: Element): Label {
  const type = typeLabels[element.type] ?? { zh: element.type, en: element.type };
  const name = element.name === '' ? element.id : element.name;
  return { zh: `${type.zh}「${name}」`, en: `${type.en} “${name}”` };
}

function propertyLabel(property: string): Label {
  return propertyLabels[property] ?? { zh: property, en: property };
}

function join(a: Label, b: Label): Label {
  return { zh: `${a.zh} › ${b.zh}`, en: `${a.en} › ${b.en}` };
}

const typeLabels: Record<string, Label> = {
  process: { zh: '流程', en: 'Process' },
  startEvent: { zh: '开始', en: 'Start' },
  endEvent: { zh: '结束', en: 'End' },
  userTask: { zh: '人工任务', en: 'User task' },
  exclusiveGateway: { zh: '排他网关', en: 'Exclusive gateway' },
  parallelGateway: { zh: '并行网关', en: 'Parallel gateway' },
  sequenceFlow: { zh: '连线', en: 'Flow' },
  textAnnotation: { zh: '批注', en: 'Annotation' },
  association: { zh: '关联线', en: 'Association' },
  participant: { zh: '参与方', en: 'Participant' },
  lane: { zh: '泳道', en: 'Lane' },
};

const propertyLabels: Record<string, Label> = {
  type: { zh: '种类', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  sourceRef: { zh: '起点', en: 'From' },
  targetRef: { zh: '终点', en: 'To' },
  default: { zh: '默认分支', en: 'Default flow' },
  isExecutable: { zh: '可执行', en: 'Executable' },
  conditionExpression: { zh: '条件', en: 'Condition' },
  documentation: { zh: '说明', en: 'Documentation' },
  text: { zh: '文字', en: 'Text' },
  assignmentDefinition: { zh: '办理人', en: 'Assignment' },
  formDefinition: { zh: '表单', en: 'Form' },
  fields: { zh: '字段权限默认值', en: 'Default field access' },
  field: { zh: '字段权限', en: 'Field access' },
  outcomes: { zh: '办理结论变量', en: 'Outcome variable' },
  outcome: { zh: '办理结论', en: 'Outcomes' },
  result: { zh: '办结状态', en: 'Final state' },
};
