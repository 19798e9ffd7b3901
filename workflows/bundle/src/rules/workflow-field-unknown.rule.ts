import { finding, type ContractRule } from './rule.js';
import { serviceProcesses, stepsOf } from './service-processes.js';

export const workflowFieldUnknown: ContractRule = {
  id: 'workflow-field-unknown',
  severity: 'warning',
  kinds: ['service', 'form', 'workflow'],
  title: { zh: '流程的字段权限都指向表单里的字段', en: 'Field permissions of a workflow name fields of the form' },
  check: (view) =>
    serviceProcesses(view).flatMap(({ service, serviceTitle, workflow, model, fieldsOf }) =>
      stepsOf(model).flatMap((step) => {
        const fields = new Set(fieldsOf(step.formId));
        return Object.keys(step.fields.access)
          .filter((name) => !fields.has(name))
          .map((name) => finding(workflowFieldUnknown, { kind: 'workflow', key: workflow, path: '/bpmn', element: step.id }, { field: name, step: step.name || step.id, service, serviceTitle }));
      }),
    ),
};
