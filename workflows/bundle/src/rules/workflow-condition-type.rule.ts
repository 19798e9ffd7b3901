import { parse, typeCheck, type FeelType } from '@banshi/expression';
import type { Finding } from '../findings.js';
import { finding, type ContractRule } from './rule.js';
import { serviceProcesses, type ServiceProcess } from './service-processes.js';
import { variableTypes } from './variable-types.js';

export const workflowConditionType: ContractRule = {
  id: 'workflow-condition-type',
  severity: 'error',
  kinds: ['service', 'form', 'workflow'],
  title: { zh: '流程条件的类型正确', en: 'Conditions of a workflow are of the right type' },
  check: (view) => serviceProcesses(view).flatMap(conditionProblems),
};

function conditionProblems(process: ServiceProcess): Finding[] {
  const types = variableTypes(process);
  return Object.values(process.model.flows).flatMap(({ id, condition }) => {
    if (!condition) return [];
    const parsed = parse(condition.source);
    // A condition that does not parse keeps the process from compiling, which is a finding of its own.
    if (!parsed.ok) return [];
    // An unknown variable is another rule's finding; here it may be anything.
    const unknown = condition.variables.map(([name]) => [name!, types[name!] ?? { kind: 'any' }] as [string, FeelType]);
    return typeCheck(parsed.expression, { ...types, ...Object.fromEntries(unknown) }, { kind: 'boolean' }).map(({ code, params, from, to }) =>
      finding(
        workflowConditionType,
        { kind: 'workflow', key: process.workflow, path: '/bpmn', element: id },
        { ...params, reason: code, from, to, source: condition.source, service: process.service, serviceTitle: process.serviceTitle },
      ),
    );
  });
}
