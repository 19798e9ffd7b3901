import type { Language } from '../check/form-problem.js';
import type { FormBody } from '../form-body.js';
import { fieldNames } from '../form-fields.js';
import { isEqualJson, isObject } from '../schema/json.js';
import { checkLimits, PROTOTYPE_KEYS } from '../schema/limits.js';
import { typeOf } from '../schema/value-keywords.js';
import type { SchemaError } from '../schema/schema-error.js';
import { pruneHidden } from '../show-if/visibility.js';
import type { FormData } from '../show-if/visibility.js';
import { withoutBlanks } from './blanks.js';
import { fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';
import { accessOf } from './step-access.js';
import type { StepAccess } from './step-access.js';

/**
 * Takes what a person submitted in a step into the case's data. A field that the step may only read may come back
 * unchanged; any other value for it, and any value for a hidden field, is refused (an accepted guess would reveal it).
 * An empty string or `null` clears a field. With any error the data stays as it was. Rules of the form are not checked here.
 */
export function applyStep(form: FormBody, before: FormData, submitted: unknown, step: StepAccess, language: Language = 'zh'): { data: FormData; errors: FieldError[] } {
  const refused = (errors: SchemaError[]) => ({ data: before, errors: errors.map((error) => fieldError(form, error, language)) });
  const limit = checkLimits(submitted, PROTOTYPE_KEYS);
  if (limit) return refused([limit]);
  if (!isObject(submitted)) return refused([{ path: '', keyword: 'type', params: { type: 'object', actual: typeOf(submitted) } }]);

  const names = new Set(fieldNames(form));
  const errors: SchemaError[] = [];
  const data: FormData = { ...before };
  for (const [field, value] of Object.entries(submitted)) {
    const path = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const access = accessOf(step, field);
    if (value === undefined) continue;
    if (!names.has(field)) errors.push({ path, keyword: 'unknown-field', params: { name: field } });
    else if (access === 'edit') {
      if (value === null || value === '') delete data[field];
      else data[field] = withoutBlanks(value);
    } else if (access === 'hidden' || !isEqualJson(before[field], value)) errors.push({ path, keyword: 'not-editable', params: {} });
  }
  return errors.length > 0 ? refused(errors) : { data: pruneHidden(form, data), errors: [] };
}

/** The data without the fields that the step may not see. What the form does not know is kept only if the default lets it be seen. */
export function redact(data: FormData, step: StepAccess): FormData {
  return Object.fromEntries(Object.entries(data).filter(([field]) => accessOf(step, field) !== 'hidden'));
}
