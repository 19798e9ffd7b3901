import { fieldAccess } from '@banshi/process';
import { fieldTitle } from '@banshi/forms';
import type { Finding } from '../findings.js';
import type { FormBody } from '../kinds/bodies.js';
import { finding, type ContractRule } from './rule.js';
import { serviceProcesses, stepsOf, type ServiceProcess } from './service-processes.js';

export const requiredFieldNotEditable: ContractRule = {
  id: 'required-field-not-editable',
  severity: 'error',
  kinds: ['service', 'form', 'workflow'],
  title: { zh: '必填字段总有一个环节可以填写', en: 'Somebody may fill in every required field' },
  check: (view) => serviceProcesses(view).flatMap(lockedFields),
};

function lockedFields({ service, serviceTitle, workflow, model, formOf, fieldsOf }: ServiceProcess): Finding[] {
  const stepsByForm = new Map<FormBody, ReturnType<typeof stepsOf>>();
  for (const step of stepsOf(model)) {
    const form = formOf(step.formId);
    if (form) stepsByForm.set(form, [...(stepsByForm.get(form) ?? []), step]);
  }
  return [...stepsByForm].flatMap(([form, steps]) => {
    const first = steps[0]!;
    const fields = new Set(fieldsOf(first.formId));
    return requiredFields(form)
      .filter((field) => fields.has(field) && !steps.some((step) => fieldAccess(step, field) === 'edit'))
      .map((field) =>
        finding(
          requiredFieldNotEditable,
          { kind: 'workflow', key: workflow, path: '/bpmn', element: first.id },
          { field, fieldTitle: fieldTitle(form, field), step: first.name || first.id, service, serviceTitle },
        ),
      );
  });
}

/** The fields that a form requires always or under a condition. */
function requiredFields(form: FormBody): string[] {
  const { allOf } = form.schema;
  const conditions = [form.schema, ...(Array.isArray(allOf) ? allOf : [])].filter(isRecord);
  const parts = [form.schema, ...conditions.flatMap((part) => [part, part['then'], part['else']])].filter(isRecord);
  return [...new Set(parts.flatMap((part) => (Array.isArray(part['required']) ? part['required'].filter((name) => typeof name === 'string') : [])))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
