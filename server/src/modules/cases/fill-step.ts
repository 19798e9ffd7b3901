import { applyStep, fieldNames, fieldTitle, accessOf, type FieldError, type FormBody } from '@banshi/forms';
import type { Language } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import type { StepForm } from './case-definition.js';
import { casesErrors } from './cases.errors.js';
import { isStorable } from './storable.js';

/** A case's data as kept: every field that a step has set, null where it was left empty, since conditions must find it. */
export type CaseData = Record<string, unknown>;

export interface FilledStep {
  data: CaseData;
  /** Names of the fields whose values differ from before. */
  changed: string[];
}

/** The data without its empty fields, as forms and people see it. */
export function filledFields(data: CaseData): CaseData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/**
 * Takes what a person submitted at a step into the data of the case. Refuses with FIELD_NOT_EDITABLE or INVALID_FORM;
 * `details` of the latter are all errors of the form.
 */
export function fillStep(step: StepForm | null, before: CaseData, submitted: unknown, language: Language, field = 'input.data'): FilledStep {
  if (!step) return nothingToFill(before, submitted, field);
  const { form, validator, access } = step;
  const applied = applyStep(form, filledFields(before), submitted ?? {}, access, language);
  refuse(form, applied.errors, field);
  if (!isStorable(applied.data)) throw new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason: language === 'zh' ? '含有无法保存的字符' : 'characters that cannot be stored' } });

  const names = fieldNames(form);
  const own = Object.fromEntries(Object.entries(applied.data).filter(([name]) => names.includes(name)));
  refuse(form, validator.validate(own, { language, step: access }), field);

  const isSetHere = (name: string) => accessOf(access, name) === 'edit';
  const empty = [...Object.keys(before), ...names.filter(isSetHere)].map((name) => [name, null] as const);
  const data = { ...Object.fromEntries(empty), ...applied.data };
  return { data, changed: Object.keys(data).filter((name) => JSON.stringify(data[name] ?? null) !== JSON.stringify(before[name] ?? null)) };
}

function nothingToFill(before: CaseData, submitted: unknown, field: string): FilledStep {
  const isEmpty = submitted === null || submitted === undefined || (typeof submitted === 'object' && Object.keys(submitted).length === 0);
  if (!isEmpty) throw new DomainError(casesErrors.FIELD_NOT_EDITABLE, { field, params: { title: typeof submitted === 'object' ? Object.keys(submitted)[0]!.slice(0, 100) : field } });
  return { data: before, changed: [] };
}

function refuse(form: FormBody, errors: FieldError[], field: string): void {
  const [first] = errors;
  if (!first) return;
  const locked = errors.find((error) => error.code === 'not-editable');
  if (locked) throw new DomainError(casesErrors.FIELD_NOT_EDITABLE, { field: `${field}.${locked.field}`, params: { title: fieldTitle(form, locked.field) }, details: errors });
  const place = first.field === '' ? field : `${field}.${first.field}`;
  throw new DomainError(casesErrors.INVALID_FORM, { field: place.slice(0, 200), params: { count: errors.length, first: first.message.slice(0, 300) }, details: errors });
}
