import type { FormBody } from '../form-body.js';
import type { FormProblem } from '../check/form-problem.js';

/** An edit's outcome. When it was refused, `problems` says why and `form` is the form as it was. */
export interface EditResult {
  form: FormBody;
  problems: FormProblem[];
  /** The field that was added or renamed, to select it. */
  field?: string;
  /** The section that was added, to select it. */
  section?: string;
}

export function done(form: FormBody, selected: { field?: string; section?: string } = {}): EditResult {
  return { form, problems: [], ...selected };
}

export function refused(form: FormBody, ...problems: FormProblem[]): EditResult {
  return { form, problems };
}
