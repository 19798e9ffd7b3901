import { variablesRead, variablesSetBefore, type VariablesBefore } from '@banshi/process';
import type { Finding } from '../findings.js';
import { finding, type ContractRule } from './rule.js';
import { serviceProcesses, type ServiceProcess } from './service-processes.js';

export const workflowVariableUnset: ContractRule = {
  id: 'workflow-variable-unset',
  severity: 'error',
  kinds: ['service', 'form', 'workflow'],
  title: { zh: '流程读取的变量都已赋值', en: 'A workflow reads only variables that were set before' },
  check: (view) => serviceProcesses(view).flatMap(unsetVariables),
};

function unsetVariables({ service, serviceTitle, workflow, model, fieldsOf }: ServiceProcess): Finding[] {
  const known = new Map<string, VariablesBefore>();
  const before = (gateway: string) => {
    const found = known.get(gateway) ?? variablesSetBefore(model, gateway, fieldsOf);
    known.set(gateway, found);
    return found;
  };
  const seen = new Set<string>();
  return variablesRead(model).flatMap(({ element, gateway, source, variable }) => {
    const name = variable[0]!;
    const { certain, maybe } = before(gateway);
    if (certain.includes(name) || seen.has(`${element} ${name}`)) return [];
    seen.add(`${element} ${name}`);
    const sometimes = maybe.includes(name);
    const found = finding(
      workflowVariableUnset,
      { kind: 'workflow', key: workflow, path: '/bpmn', element },
      { variable: name, source, service, serviceTitle, sometimes: sometimes ? 1 : 0 },
    );
    // On some ways it is set: a case that came another way stops with an incident, but the release may know better.
    return [sometimes ? { ...found, severity: 'warning' as const } : found];
  });
}
