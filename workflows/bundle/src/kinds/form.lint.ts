import { checkForm } from '@banshi/forms';
import type { Finding } from '../findings.js';
import type { FormBody } from './bodies.js';

/** What the forms library has against a form, as findings; its code travels in `params`. */
export function lintForm(key: string, body: FormBody): Finding[] {
  return checkForm(body).map(({ code, path, field, section, params }) => ({
    rule: 'form-invalid',
    severity: 'error',
    kind: 'form',
    key,
    path,
    params: { ...params, code, ...(field === undefined ? {} : { field }), ...(section === undefined ? {} : { section }) },
  }));
}
