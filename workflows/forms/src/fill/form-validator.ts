import type { Language } from '../check/form-problem.js';
import type { FormBody } from '../form-body.js';
import type { DictionaryLookup } from '../schema/evaluation.js';
import { isObject } from '../schema/json.js';
import { checkLimits, PROTOTYPE_KEYS } from '../schema/limits.js';
import type { SchemaError } from '../schema/schema-error.js';
import { evaluateSchema } from '../schema/validate-schema.js';
import { typeOf } from '../schema/value-keywords.js';
import { pruneHidden } from '../show-if/visibility.js';
import { withoutBlanks } from './blanks.js';
import { fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';
import { accessOf } from './step-access.js';
import type { StepAccess } from './step-access.js';

export interface ValidateOptions {
  language: Language;
  /** Only what the step may edit is reported: nobody can mend the rest here. */
  step?: StepAccess;
}

export interface FormValidator {
  /** Every error of filled data, in the form's order; empty when it may be accepted. Values of hidden fields are ignored. */
  validate(data: unknown, options: ValidateOptions): FieldError[];
}

export interface CompileOptions {
  /** The valid codes of a dictionary. Without it, dictionary choices are checked for their type alone. */
  dictionaries?: DictionaryLookup;
}

/** Prepares the validation of a form. The same code runs on the server and in the browser, so errors and paths are equal. */
export function compileForm(form: FormBody, { dictionaries }: CompileOptions = {}): FormValidator {
  const errorsOf = (data: unknown): SchemaError[] => {
    const limit = checkLimits(data, PROTOTYPE_KEYS);
    if (limit) return [limit];
    if (!isObject(data)) return [{ path: '', keyword: 'type', params: { type: 'object', actual: typeOf(data) } }];
    const settled = pruneHidden(form, withoutBlanks(data));
    return unique(evaluateSchema(form.schema, settled, dictionaries ? { dictionaries } : {}));
  };
  const order = form.layout.sections.flatMap((section) => section.fields.map((one) => one.field));
  return {
    validate: (data, { language, step }) =>
      errorsOf(data)
        .map((error) => fieldError(form, error, language))
        .filter(({ field }) => field === '' || !step || accessOf(step, field) === 'edit')
        .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
  };
}

/** Two conditions may ask for the same field; a person needs to read it once. */
function unique(errors: SchemaError[]): SchemaError[] {
  const seen = new Set<string>();
  return errors.filter(({ path, keyword }) => {
    const key = `${keyword} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}
