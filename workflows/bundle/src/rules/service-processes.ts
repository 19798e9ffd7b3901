import { fieldNames } from '@banshi/forms';
import type { ProcessModel, StartElement, UserTaskElement } from '@banshi/process';
import type { FormBody } from '../kinds/bodies.js';
import type { BundleView } from '../view.js';

/** A service with the compiled workflow that handles its cases and the forms that they show. */
export interface ServiceProcess {
  service: string;
  serviceTitle: string;
  workflow: string;
  model: ProcessModel;
  /** The form of a step; null asks for the form of the service. */
  formOf(formId: string | null): FormBody | null;
  fieldsOf(formId: string | null): string[];
}

/**
 * Every service whose workflow compiles and whose forms are all in the bundle. The others have findings of their own,
 * and what follows from those would only hide them.
 */
export function serviceProcesses(view: BundleView): ServiceProcess[] {
  const known = byView.get(view) ?? findProcesses(view);
  byView.set(view, known);
  return known;
}

/** Five rules ask; a view never changes. */
const byView = new WeakMap<BundleView, ServiceProcess[]>();

function findProcesses(view: BundleView): ServiceProcess[] {
  return view.keys('service').flatMap((service) => {
    const body = view.get('service', service);
    const model = body?.workflow ? view.process(body.workflow)?.model : null;
    if (!body?.workflow || !model) return [];
    const formOf = (formId: string | null) => {
      const key = formId ?? body.form;
      return key === null ? null : view.get('form', key);
    };
    const named = [body.form, ...stepsOf(model).map((step) => step.formId)].filter((key) => key !== null);
    if (named.some((key) => view.get('form', key) === null)) return [];
    const fieldsOf = (formId: string | null) => {
      const form = formOf(formId);
      return form ? fieldNames(form) : [];
    };
    return [{ service, serviceTitle: body.title || service, workflow: body.workflow, model, formOf, fieldsOf }];
  });
}

/** The steps at which somebody sees a form, the applicant's first. */
export function stepsOf(model: ProcessModel): (StartElement | UserTaskElement)[] {
  const steps = Object.values(model.elements).filter((element) => element.type === 'start' || element.type === 'user-task');
  return steps.sort((a, b) => Number(b.type === 'start') - Number(a.type === 'start'));
}
