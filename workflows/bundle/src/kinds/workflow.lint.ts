import { compile, type ProcessProblem } from '@banshi/process';
import type { Finding } from '../findings.js';
import type { WorkflowBody } from './bodies.js';

/** The compiler's problems as findings; its code travels in `params`. What the engine does not run is a rule of its own. */
export function processFindings(key: string, problems: readonly ProcessProblem[]): Finding[] {
  return problems.map(({ code, severity, element, params }) => ({
    rule: code === 'unsupported-element' || code === 'unsupported-extension' ? 'unsupported-element' : 'workflow-invalid',
    severity,
    kind: 'workflow',
    key,
    path: '/bpmn',
    ...(element === null ? {} : { element }),
    params: { ...params, code },
  }));
}

export async function lintWorkflow(key: string, body: WorkflowBody): Promise<Finding[]> {
  return processFindings(key, (await compile(body.bpmn)).problems);
}
