import { fieldNames, type StepAccess } from '@banshi/forms';
import type { Language } from '../../platform/actor/request-context.js';
import type { CaseDefinition, StepForm } from './case-definition.js';
import { type CaseData, type FilledStep, fillStep } from './fill-step.js';

/** Corrects fields of any form of the case, each checked by the form that it belongs to; nothing else is checked again. */
export function mendData(definition: CaseDefinition, before: CaseData, submitted: unknown, language: Language): FilledStep {
  const forms = formsOf(definition);
  const [first] = forms;
  // What is no object, and fields of no form, are refused by the first form.
  if (!isPlain(submitted) || !first) return fillStep(first ?? null, before, submitted, language, 'data');
  const parts = new Map<StepForm, CaseData>();
  for (const [field, value] of Object.entries(submitted)) {
    const form = forms.find((candidate) => fieldNames(candidate.form).includes(field)) ?? first;
    parts.set(form, Object.fromEntries([...Object.entries(parts.get(form) ?? {}), [field, value]]));
  }
  let filled: FilledStep = { data: before, changed: [] };
  for (const [form, part] of parts) {
    const access: StepAccess = { default: 'read', access: Object.fromEntries(Object.keys(part).map((field) => [field, 'edit' as const])) };
    const next = fillStep({ ...form, access }, filled.data, part, language, 'data');
    filled = { data: next.data, changed: [...filled.changed, ...next.changed] };
  }
  return filled;
}

function formsOf(definition: CaseDefinition): StepForm[] {
  const forms = definition.steps.map((step) => definition.stepForm(step)).filter((form) => form !== null);
  return [...new Map(forms.map((form) => [form.key, form])).values()];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
