import { diffBpmn } from '../bpmn-diff.js';
import { scanBpmn, type ScannedNode } from '../bpmn-scan.js';
import { diffBodies } from './body-diff.js';
import type { WorkflowBody } from './bodies.js';
import type { Change, ConfigKind, Reference } from './kind.js';
import { lintWorkflow } from './workflow.lint.js';
import { workflowSchema } from './workflow.schema.js';

const title = { zh: '流程', en: 'Workflow' };

/** The forms that tasks show, each once, at the first element that names it. */
function refs(body: WorkflowBody): Reference[] {
  const found = new Map<string, Reference>();
  const visit = (node: ScannedNode, owner: string | undefined) => {
    const element = node.attributes['id'] ?? owner;
    const key = node.name === 'formDefinition' ? node.attributes['formId'] : undefined;
    if (key !== undefined && !found.has(key)) found.set(key, { path: '/bpmn', kind: 'form', key, role: 'form', ...(element === undefined ? {} : { element }) });
    for (const child of node.children) visit(child, element);
  };
  const root = scanBpmn(body.bpmn);
  if (root) visit(root, undefined);
  return [...found.values()];
}

function diff(before: WorkflowBody | null, after: WorkflowBody | null): Change[] {
  if (!before || !after) return diffBodies(title, workflowSchema, before, after);
  const { bpmn: old, ...oldRest } = before;
  const { bpmn: now, ...nowRest } = after;
  return [...diffBodies(title, workflowSchema, oldRest, nowRest), ...diffBpmn('/bpmn', old, now)];
}

export const workflowKind: ConfigKind<'workflow'> = {
  kind: 'workflow',
  title,
  schemaVersion: 1,
  schema: workflowSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintWorkflow,
  diff,
};
