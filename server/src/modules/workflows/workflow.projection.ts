import { rowProjection } from '../config/row-projection.service.js';
import { WorkflowRow } from './workflow-row.entity.js';

/** Counts tags rather than compiling, so that a diagram which does not compile yet is counted too. */
const countUserTasks = (bpmn: string) => bpmn.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:[\w.-]+:)?userTask[\s/>]/g)?.length ?? 0;

export const workflowProjection = rowProjection({
  kind: 'workflow',
  entity: WorkflowRow,
  columns: (body) => ({ taskCount: countUserTasks(body.bpmn) }),
});
