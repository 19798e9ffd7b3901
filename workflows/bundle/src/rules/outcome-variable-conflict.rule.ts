import { CASE_VARIABLES } from '@banshi/process';
import { finding, type ContractRule } from './rule.js';
import { serviceProcesses, stepsOf } from './service-processes.js';

export const outcomeVariableConflict: ContractRule = {
  id: 'outcome-variable-conflict',
  severity: 'error',
  kinds: ['service', 'form', 'workflow'],
  title: { zh: '办理结论的变量不与表单字段重名', en: 'No outcome overwrites a field of the form' },
  check: (view) =>
    serviceProcesses(view).flatMap(({ service, serviceTitle, workflow, model, fieldsOf }) => {
      const taken = new Set([...CASE_VARIABLES, ...stepsOf(model).flatMap((step) => fieldsOf(step.formId))]);
      return stepsOf(model).flatMap((step) => {
        const variable = step.type === 'user-task' ? step.outcomes?.variable : undefined;
        if (variable === undefined || !taken.has(variable)) return [];
        const place = { kind: 'workflow', key: workflow, path: '/bpmn', element: step.id } as const;
        return [finding(outcomeVariableConflict, place, { variable, step: step.name || step.id, service, serviceTitle })];
      });
    }),
};
